# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from .._models import BaseModel
from .model import Model

__all__ = [
    "Completion",
]


class Completion(BaseModel):
    """Result of a legacy text completion; in a stream, each event carries one of these with the
    next piece of text.
    """

    id: str
    """Unique identifier of the completion; length and format may change."""

    completion: str
    """Generated text, without the stop sequence. In a stream, only the part that is new."""

    model: Model
    """Model that produced the text."""

    stop_reason: Optional[str] = None
    """Why generation ended: `stop_sequence` (a built-in or custom stop sequence came up) or
    `max_tokens` (the limit or the model's own maximum was reached). Null in stream events before
    the last.
    """

    type: Literal["completion"]
    """Identifies a text completion; always `completion`."""
