# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import TypedDict

__all__ = [
    "BetaMCPToolDefaultConfigParam",
]


class BetaMCPToolDefaultConfigParam(TypedDict, total=False):
    """Settings for all tools of a toolset, unless overridden by tool name."""

    defer_loading: bool
    """When true, definitions are loaded only after a tool search finds them. Absent means false."""

    enabled: bool
    """Whether the model may use the tools. Absent means true."""
