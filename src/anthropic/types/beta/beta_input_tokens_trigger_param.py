# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaInputTokensTriggerParam",
]


class BetaInputTokensTriggerParam(TypedDict, total=False):
    """Starts an edit by context size."""

    type: Required[Literal["input_tokens"]]
    """Identifies a threshold in input tokens; always `input_tokens`."""

    value: Required[int]
    """Input tokens at which the edit takes effect."""
