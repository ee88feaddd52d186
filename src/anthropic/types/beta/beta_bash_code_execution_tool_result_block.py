# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Literal, TypeAlias

from ..._models import BaseModel
from .beta_bash_code_execution_result_block import BetaBashCodeExecutionResultBlock
from .beta_bash_code_execution_tool_result_error import BetaBashCodeExecutionToolResultError

__all__ = [
    "BetaBashCodeExecutionToolResultBlock",
    "Content",
]


Content: TypeAlias = Union[BetaBashCodeExecutionToolResultError, BetaBashCodeExecutionResultBlock]
"""Command outcome, or an error when the command could not be run."""


class BetaBashCodeExecutionToolResultBlock(BaseModel):
    """Answer to a `bash_code_execution` call of the code execution tool. Send it back unchanged in
    later turns.
    """

    content: Content
    """Command outcome, or an error when the command could not be run."""

    tool_use_id: str
    """`id` of the `server_tool_use` block this result answers."""

    type: Literal["bash_code_execution_tool_result"]
    """Identifies the result of a sandboxed shell call; always `bash_code_execution_tool_result`."""
