# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ...._models import BaseModel
from ...beta_error_response import BetaErrorResponse

__all__ = [
    "BetaMessageBatchErroredResult",
]


class BetaMessageBatchErroredResult(BaseModel):
    """The request failed. After an `invalid_request_error`, fix it before sending it again; other
    failures may be retried as they are.
    """

    error: BetaErrorResponse
    """The error body that a direct request would have received."""

    type: Literal["errored"]
    """Identifies a failure; always `errored`."""
