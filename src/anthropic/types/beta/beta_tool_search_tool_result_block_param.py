# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_tool_search_tool_result_error_param import BetaToolSearchToolResultErrorParam
from .beta_tool_search_tool_search_result_block_param import (
    BetaToolSearchToolSearchResultBlockParam,
)

__all__ = [
    "BetaToolSearchToolResultBlockParam",
    "Content",
]


Content: TypeAlias = Union[
    BetaToolSearchToolResultErrorParam, BetaToolSearchToolSearchResultBlockParam
]
"""References to matching tools, or an error."""


class BetaToolSearchToolResultBlockParam(TypedDict, total=False):
    """Answer to a tool search call. Send it back unchanged, so that the tools it found stay loaded."""

    content: Required[Content]
    """References to matching tools, or an error."""

    tool_use_id: Required[str]
    """`id` of the `server_tool_use` block this result answers."""

    type: Required[Literal["tool_search_tool_result"]]
    """Identifies the result of a tool search; always `tool_search_tool_result`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this block, so that everything up to it can be
    reused by later requests. Null or absent places none.
    """
