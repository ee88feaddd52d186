# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ...._models import BaseModel
from ..beta_message import BetaMessage

__all__ = [
    "BetaMessageBatchSucceededResult",
]


class BetaMessageBatchSucceededResult(BaseModel):
    """The request produced a message."""

    message: BetaMessage
    """The message, as if it had been created directly."""

    type: Literal["succeeded"]
    """Identifies success; always `succeeded`."""
