# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ...._models import BaseModel

__all__ = [
    "BetaMessageBatchExpiredResult",
]


class BetaMessageBatchExpiredResult(BaseModel):
    """The batch expired before this request was sent to the model. Submit it again in a new batch."""

    type: Literal["expired"]
    """Identifies an expired request; always `expired`."""
