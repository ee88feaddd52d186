# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from .._models import BaseModel
from .message_delta_usage import MessageDeltaUsage
from .stop_reason import StopReason

__all__ = [
    "Delta",
    "RawMessageDeltaEvent",
]


class Delta(BaseModel):
    """New top-level values, among them the stop reason."""

    stop_reason: Optional[StopReason] = None
    """Why the model stopped. Null while that is not known."""

    stop_sequence: Optional[str] = None
    """Custom stop sequence that ended the reply. Null when none did."""


class RawMessageDeltaEvent(BaseModel):
    """Changes to the message as a whole, sent after its last block."""

    delta: Delta
    """New top-level values, among them the stop reason."""

    type: Literal["message_delta"]
    """Identifies a change to the message; always `message_delta`."""

    usage: MessageDeltaUsage
    """Cumulative usage of the request up to now."""
