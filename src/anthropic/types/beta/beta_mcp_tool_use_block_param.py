# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaMCPToolUseBlockParam",
]


class BetaMCPToolUseBlockParam(TypedDict, total=False):
    """Call of a tool on a remote MCP server. The service carries it out; the caller need not
    answer.
    """

    id: Required[str]
    """Identifier that the matching `mcp_tool_result` repeats."""

    input: Required[Dict[str, object]]
    """Arguments of the call, shaped by the tool's own schema."""

    name: Required[str]
    """Tool name as the MCP server publishes it."""

    server_name: Required[str]
    """Server the call went to: its `name` in `mcp_servers`."""

    type: Required[Literal["mcp_tool_use"]]
    """Identifies a call to an MCP tool; always `mcp_tool_use`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this block, so that everything up to it can be
    reused by later requests. Null or absent places none.
    """
