# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaServerToolCallerParam",
]


class BetaServerToolCallerParam(TypedDict, total=False):
    """Says that code in the sandbox made the call. Its result goes to that code, not straight to
    the model.
    """

    tool_id: Required[str]
    """`id` of the code execution `server_tool_use` block whose code made the call."""

    type: Required[Literal["code_execution_20250825"]]
    """Identifies a call made from code execution; always `code_execution_20250825`."""
