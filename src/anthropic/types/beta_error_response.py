# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from .._models import BaseModel
from .beta_error import BetaError

__all__ = [
    "BetaErrorResponse",
]


class BetaErrorResponse(BaseModel):
    """Body of every unsuccessful response; also sent as an `error` event in a stream and inside an
    errored batch result.
    """

    error: BetaError
    """What went wrong: its kind in `type` and an explanation in `message`."""

    request_id: Optional[str] = None
    """Identifier of the failed request, worth quoting to support. Null when none was assigned."""

    type: Literal["error"]
    """Identifies an error body; always `error`."""
