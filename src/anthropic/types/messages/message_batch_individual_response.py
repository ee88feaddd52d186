# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from ..._models import BaseModel
from .message_batch_result import MessageBatchResult

__all__ = [
    "MessageBatchIndividualResponse",
]


class MessageBatchIndividualResponse(BaseModel):
    """One line of the batch results. Lines come in any order; match them by `custom_id`."""

    custom_id: str
    """Identifier you gave the request."""

    result: MessageBatchResult
    """What became of the request: a message, an error, or that it was canceled or expired."""
