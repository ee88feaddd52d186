# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaThinkingTurnsParam",
]


class BetaThinkingTurnsParam(TypedDict, total=False):
    """Limits preserved thinking to a number of recent assistant turns."""

    type: Required[Literal["thinking_turns"]]
    """Identifies a count of thinking turns; always `thinking_turns`."""

    value: Required[int]
    """Most recent assistant turns with thinking to preserve; older thinking is removed."""
