# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ...._models import BaseModel

__all__ = [
    "BetaMessageBatchCanceledResult",
]


class BetaMessageBatchCanceledResult(BaseModel):
    """The batch was canceled before this request was sent to the model."""

    type: Literal["canceled"]
    """Identifies a canceled request; always `canceled`."""
