# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_request_mcp_server_tool_configuration_param import (
    BetaRequestMCPServerToolConfigurationParam,
)

__all__ = [
    "BetaRequestMCPServerURLDefinitionParam",
]


class BetaRequestMCPServerURLDefinitionParam(TypedDict, total=False):
    """Remote MCP server that the service connects to while it handles the request."""

    name: Required[str]
    """Label of the connection, unique within the request; toolsets and `mcp_tool_use` blocks refer
    to it.
    """

    type: Required[Literal["url"]]
    """Identifies an MCP server reached by address; always `url`."""

    url: Required[str]
    """Address of the server. It must be reachable from the internet."""

    authorization_token: Optional[str]
    """OAuth access token to present to the server; obtaining and renewing it is up to the caller.
    Null or absent connects without one.
    """

    tool_configuration: Optional[BetaRequestMCPServerToolConfigurationParam]
    """Filter on the server's tools, for the beta `mcp-client-2025-04-04`; with
    `mcp-client-2025-11-20` use an `mcp_toolset` tool instead. Null or absent exposes all tools.
    """
