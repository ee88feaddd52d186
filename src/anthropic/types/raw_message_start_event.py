# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel
from .message import Message

__all__ = [
    "RawMessageStartEvent",
]


class RawMessageStartEvent(BaseModel):
    """First event of a stream."""

    message: Message
    """The message so far: no content, no stop reason, and usage of the input."""

    type: Literal["message_start"]
    """Identifies the start of a message; always `message_start`."""
