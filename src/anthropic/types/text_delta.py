# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "TextDelta",
]


class TextDelta(BaseModel):
    """More text for a text block."""

    text: str
    """Text to append."""

    type: Literal["text_delta"]
    """Identifies a piece of text; always `text_delta`."""
