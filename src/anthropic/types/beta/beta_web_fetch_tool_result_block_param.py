# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_web_fetch_block_param import BetaWebFetchBlockParam
from .beta_web_fetch_tool_result_error_block_param import BetaWebFetchToolResultErrorBlockParam

__all__ = [
    "BetaWebFetchToolResultBlockParam",
    "Content",
]


Content: TypeAlias = Union[BetaWebFetchToolResultErrorBlockParam, BetaWebFetchBlockParam]
"""Fetched document, or an error."""


class BetaWebFetchToolResultBlockParam(TypedDict, total=False):
    """Answer to a `web_fetch` call. Send it back unchanged in later turns."""

    content: Required[Content]
    """Fetched document, or an error."""

    tool_use_id: Required[str]
    """`id` of the `server_tool_use` block this result answers."""

    type: Required[Literal["web_fetch_tool_result"]]
    """Identifies the result of a web fetch; always `web_fetch_tool_result`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this block, so that everything up to it can be
    reused by later requests. Null or absent places none.
    """
