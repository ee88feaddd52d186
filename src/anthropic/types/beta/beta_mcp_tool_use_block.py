# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaMCPToolUseBlock",
]


class BetaMCPToolUseBlock(BaseModel):
    """Call of a tool on a remote MCP server. The service carries it out; the caller need not
    answer.
    """

    id: str
    """Identifier that the matching `mcp_tool_result` repeats."""

    input: Dict[str, object]
    """Arguments of the call, shaped by the tool's own schema."""

    name: str
    """Tool name as the MCP server publishes it."""

    server_name: str
    """Server the call went to: its `name` in `mcp_servers`."""

    type: Literal["mcp_tool_use"]
    """Identifies a call to an MCP tool; always `mcp_tool_use`."""
