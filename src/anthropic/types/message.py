# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Literal

from .. import types
from .._models import BaseModel
from .._sent_back import sent_back
from .content_block import ContentBlock
from .model import Model
from .stop_reason import StopReason
from .usage import Usage

__all__ = [
    "Message",
]


class Message(BaseModel):
    """The model's complete reply to a request."""

    id: str
    """Unique identifier of the reply; length and format may change."""

    content: List[ContentBlock]
    """Content blocks of the reply, in the order the model produced them."""

    model: Model
    """Model that produced the reply."""

    role: Literal["assistant"]
    """Who speaks; always `assistant` for a reply."""

    stop_reason: Optional[StopReason] = None
    """Why the model stopped. Null only in the `message_start` event of a stream, as generation has
    not ended then.
    """

    stop_sequence: Optional[str] = None
    """Custom stop sequence that ended the reply. Null when none did."""

    type: Literal["message"]
    """Identifies a message; always `message`."""

    usage: Usage
    """Tokens used by this request and its reply, which is what billing and rate limits go by."""

    def to_param(self) -> "types.MessageParam":
        """This message as a turn of the next request: what only answers hold is left out."""
        return sent_back(self, types.MessageParam)
