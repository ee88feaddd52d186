# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from datetime import datetime
from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel
from .message_batch_request_counts import MessageBatchRequestCounts

__all__ = [
    "MessageBatch",
]


class MessageBatch(BaseModel):
    """A set of messages that is processed in the background. It expires 24 hours after creation;
    results stay available for 29 days after creation.
    """

    id: str
    """Unique identifier of the batch; length and format may change."""

    archived_at: Optional[datetime] = None
    """When the results stopped being available, RFC 3339. Null while they are not archived."""

    cancel_initiated_at: Optional[datetime] = None
    """When cancellation was requested, RFC 3339. Null when it never was."""

    created_at: datetime
    """When the batch was created, RFC 3339."""

    ended_at: Optional[datetime] = None
    """When the last request was done with, RFC 3339. Null while processing goes on."""

    expires_at: datetime
    """When unfinished requests are given up, RFC 3339: 24 hours after creation."""

    processing_status: Literal["in_progress", "canceling", "ended"]
    """`in_progress` while requests run, `canceling` after a cancel until running ones finish,
    `ended` when results are ready.
    """

    request_counts: MessageBatchRequestCounts
    """How many requests are in which state. They always add up to the size of the batch."""

    results_url: Optional[str] = None
    """Address of the results, one JSON object per line. Null until the batch has ended."""

    type: Literal["message_batch"]
    """Identifies a message batch; always `message_batch`."""
