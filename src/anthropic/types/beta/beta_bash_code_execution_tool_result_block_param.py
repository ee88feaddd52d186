# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .beta_bash_code_execution_result_block_param import BetaBashCodeExecutionResultBlockParam
from .beta_bash_code_execution_tool_result_error_param import (
    BetaBashCodeExecutionToolResultErrorParam,
)
from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaBashCodeExecutionToolResultBlockParam",
    "Content",
]


Content: TypeAlias = Union[
    BetaBashCodeExecutionToolResultErrorParam, BetaBashCodeExecutionResultBlockParam
]
"""Command outcome, or an error when the command could not be run."""


class BetaBashCodeExecutionToolResultBlockParam(TypedDict, total=False):
    """Answer to a `bash_code_execution` call of the code execution tool. Send it back unchanged in
    later turns.
    """

    content: Required[Content]
    """Command outcome, or an error when the command could not be run."""

    tool_use_id: Required[str]
    """`id` of the `server_tool_use` block this result answers."""

    type: Required[Literal["bash_code_execution_tool_result"]]
    """Identifies the result of a sandboxed shell call; always `bash_code_execution_tool_result`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this block, so that everything up to it can be
    reused by later requests. Null or absent places none.
    """
