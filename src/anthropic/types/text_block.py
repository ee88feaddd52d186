# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Literal

from .._models import BaseModel
from .text_citation import TextCitation

__all__ = [
    "TextBlock",
]


class TextBlock(BaseModel):
    """Plain text within a message."""

    citations: Optional[List[TextCitation]] = None
    """Sources that support this text, in order. Null or absent when there are none; the kind of
    source decides the kind of location.
    """

    text: str
    """The text itself. Must not be empty in a request."""

    type: Literal["text"]
    """Identifies a text block; always `text`."""
