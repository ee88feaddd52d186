# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "ThinkingDelta",
]


class ThinkingDelta(BaseModel):
    """More reasoning for a thinking block."""

    thinking: str
    """Reasoning text to append."""

    type: Literal["thinking_delta"]
    """Identifies a piece of thinking; always `thinking_delta`."""
