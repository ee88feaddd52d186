# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import TypedDict

__all__ = [
    "BetaMCPToolConfigParam",
]


class BetaMCPToolConfigParam(TypedDict, total=False):
    """Settings of a single MCP tool. Absent fields fall back to the toolset's `default_config`."""

    defer_loading: bool
    """When true, this tool's definition is loaded only after a tool search finds it. Absent takes
    the toolset's default.
    """

    enabled: bool
    """Whether the model may use this tool. Absent takes the toolset's default."""
