# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from ..._models import BaseModel

__all__ = [
    "MessageBatchRequestCounts",
]


class MessageBatchRequestCounts(BaseModel):
    """Number of requests in each state. All but `processing` stay 0 until the whole batch has
    ended.
    """

    canceled: int
    """Requests that were canceled before they ran."""

    errored: int
    """Requests that failed."""

    expired: int
    """Requests that were not run before the batch expired."""

    processing: int
    """Requests not done with yet."""

    succeeded: int
    """Requests that produced a message."""
