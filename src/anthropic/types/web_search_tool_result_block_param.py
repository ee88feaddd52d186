# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .cache_control_ephemeral_param import CacheControlEphemeralParam
from .web_search_tool_result_block_param_content_param import (
    WebSearchToolResultBlockParamContentParam,
)

__all__ = [
    "WebSearchToolResultBlockParam",
]


class WebSearchToolResultBlockParam(TypedDict, total=False):
    """Outcome of a web search the API ran."""

    content: Required[WebSearchToolResultBlockParamContentParam]
    """List of pages found, or an error object when the search failed."""

    tool_use_id: Required[str]
    """`id` of the `server_tool_use` block this answers."""

    type: Required[Literal["web_search_tool_result"]]
    """Identifies the outcome of a web search; always `web_search_tool_result`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""
