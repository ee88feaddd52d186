# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaInputTokensClearAtLeastParam",
]


class BetaInputTokensClearAtLeastParam(TypedDict, total=False):
    """Minimum saving an edit has to reach, measured in input tokens."""

    type: Required[Literal["input_tokens"]]
    """Identifies a minimum in input tokens; always `input_tokens`."""

    value: Required[int]
    """Fewest input tokens an edit must free to be applied."""
