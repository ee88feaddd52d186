# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "DeletedMessageBatch",
]


class DeletedMessageBatch(BaseModel):
    """Confirms that a message batch and its results were deleted."""

    id: str
    """Identifier of the deleted batch."""

    type: Literal["message_batch_deleted"]
    """Identifies a deletion; always `message_batch_deleted`."""
