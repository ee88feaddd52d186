# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_message import BetaMessage

__all__ = [
    "BetaRawMessageStartEvent",
]


class BetaRawMessageStartEvent(BaseModel):
    """First event of a stream."""

    message: BetaMessage
    """The message so far: no content, no stop reason, and usage of the input."""

    type: Literal["message_start"]
    """Identifies the start of a message; always `message_start`."""
