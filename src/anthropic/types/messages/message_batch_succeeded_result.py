# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel
from ..message import Message

__all__ = [
    "MessageBatchSucceededResult",
]


class MessageBatchSucceededResult(BaseModel):
    """The request produced a message."""

    message: Message
    """The message, as if it had been created directly."""

    type: Literal["succeeded"]
    """Identifies success; always `succeeded`."""
