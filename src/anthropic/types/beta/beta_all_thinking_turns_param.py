# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaAllThinkingTurnsParam",
]


class BetaAllThinkingTurnsParam(TypedDict, total=False):
    """Keeps the thinking of every assistant turn; object form of the string `all`."""

    type: Required[Literal["all"]]
    """Identifies the setting that keeps all thinking; always `all`."""
