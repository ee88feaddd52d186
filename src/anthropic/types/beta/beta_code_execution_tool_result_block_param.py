# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_code_execution_tool_result_block_param_content_param import (
    BetaCodeExecutionToolResultBlockParamContentParam,
)

__all__ = [
    "BetaCodeExecutionToolResultBlockParam",
]


class BetaCodeExecutionToolResultBlockParam(TypedDict, total=False):
    """Answer to a `code_execution` call. Send it back unchanged in later turns."""

    content: Required[BetaCodeExecutionToolResultBlockParamContentParam]
    """Outcome of the code, or an error when it could not be run."""

    tool_use_id: Required[str]
    """`id` of the `server_tool_use` block this result answers."""

    type: Required[Literal["code_execution_tool_result"]]
    """Identifies the result of a code execution call; always `code_execution_tool_result`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this block, so that everything up to it can be
    reused by later requests. Null or absent places none.
    """
