# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_code_execution_tool_result_block_content import BetaCodeExecutionToolResultBlockContent

__all__ = [
    "BetaCodeExecutionToolResultBlock",
]


class BetaCodeExecutionToolResultBlock(BaseModel):
    """Answer to a `code_execution` call. Send it back unchanged in later turns."""

    content: BetaCodeExecutionToolResultBlockContent
    """Outcome of the code, or an error when it could not be run."""

    tool_use_id: str
    """`id` of the `server_tool_use` block this result answers."""

    type: Literal["code_execution_tool_result"]
    """Identifies the result of a code execution call; always `code_execution_tool_result`."""
