# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaPlainTextSource",
]


class BetaPlainTextSource(BaseModel):
    """Document given as plain text. Citations refer to it by character positions."""

    data: str
    """Text of the document, not encoded."""

    media_type: Literal["text/plain"]
    """Format of the data; always `text/plain`."""

    type: Literal["text"]
    """Identifies plain text; always `text`."""
