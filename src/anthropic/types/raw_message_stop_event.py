# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "RawMessageStopEvent",
]


class RawMessageStopEvent(BaseModel):
    """Last event of a stream; the message is complete."""

    type: Literal["message_stop"]
    """Identifies the end of a message; always `message_stop`."""
