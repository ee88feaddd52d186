# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Optional, Union

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_text_block_param import BetaTextBlockParam

__all__ = [
    "BetaRequestMCPToolResultBlockParam",
]


class BetaRequestMCPToolResultBlockParam(TypedDict, total=False):
    """Result of an earlier MCP call, sent back as part of the history."""

    tool_use_id: Required[str]
    """`id` of the `mcp_tool_use` block this result answers."""

    type: Required[Literal["mcp_tool_result"]]
    """Identifies the result of an MCP call; always `mcp_tool_result`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this block, so that everything up to it can be
    reused by later requests. Null or absent places none.
    """

    content: Union[str, Iterable[BetaTextBlockParam]]
    """Output as a plain string or as text blocks. Absent means no output."""

    is_error: bool
    """True when the call failed. Absent means false."""
