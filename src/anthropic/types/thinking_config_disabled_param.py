# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "ThinkingConfigDisabledParam",
]


class ThinkingConfigDisabledParam(TypedDict, total=False):
    """Answers without extended thinking."""

    type: Required[Literal["disabled"]]
    """Turns extended thinking off; always `disabled`."""
