# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaToolUsesKeepParam",
]


class BetaToolUsesKeepParam(TypedDict, total=False):
    """Number of recent tool calls that an edit leaves alone."""

    type: Required[Literal["tool_uses"]]
    """Identifies a count of kept tool calls; always `tool_uses`."""

    value: Required[int]
    """Most recent tool calls to preserve, together with their results."""
