# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Optional

from typing_extensions import Literal, Required, TypedDict

from .cache_control_ephemeral_param import CacheControlEphemeralParam

__all__ = [
    "ServerToolUseBlockParam",
]


class ServerToolUseBlockParam(TypedDict, total=False):
    """Call of a tool that the API runs itself. You send no result; it follows in the same message."""

    id: Required[str]
    """Unique identifier of this call, repeated as `tool_use_id` in its result block."""

    input: Required[Dict[str, object]]
    """Arguments the model chose, such as the search query."""

    name: Required[Literal["web_search"]]
    """Which server tool was called: `web_search`; the beta API adds more, such as `web_fetch` and
    `code_execution`.
    """

    type: Required[Literal["server_tool_use"]]
    """Identifies a server tool call; always `server_tool_use`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""
