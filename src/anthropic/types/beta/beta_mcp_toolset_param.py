# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_mcp_tool_config_param import BetaMCPToolConfigParam
from .beta_mcp_tool_default_config_param import BetaMCPToolDefaultConfigParam

__all__ = [
    "BetaMCPToolsetParam",
]


class BetaMCPToolsetParam(TypedDict, total=False):
    """Exposes tools of a server listed in `mcp_servers` to the model, with settings for all or for
    single tools. Needs the beta `mcp-client-2025-11-20`.
    """

    mcp_server_name: Required[str]
    """`name` of the server definition in `mcp_servers`."""

    type: Required[Literal["mcp_toolset"]]
    """Identifies a set of MCP tools; always `mcp_toolset`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this toolset, so that everything up to it can
    be reused by later requests. Null or absent places none.
    """

    configs: Optional[Dict[str, BetaMCPToolConfigParam]]
    """Settings by tool name; they override `default_config` for those tools. Null or absent
    overrides nothing.
    """

    default_config: BetaMCPToolDefaultConfigParam
    """Settings for every tool that `configs` does not override. To allow only a few tools, disable
    here and enable them in `configs`.
    """
