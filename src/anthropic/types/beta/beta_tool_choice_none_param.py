# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaToolChoiceNoneParam",
]


class BetaToolChoiceNoneParam(TypedDict, total=False):
    """Forbids tool calls although tools are given. Default when there are no tools."""

    type: Required[Literal["none"]]
    """Forbids tool calls; always `none`."""
