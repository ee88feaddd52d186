# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaServerToolCaller",
]


class BetaServerToolCaller(BaseModel):
    """Says that code in the sandbox made the call. Its result goes to that code, not straight to
    the model.
    """

    tool_id: str
    """`id` of the code execution `server_tool_use` block whose code made the call."""

    type: Literal["code_execution_20250825"]
    """Identifies a call made from code execution; always `code_execution_20250825`."""
