# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "BetaGatewayTimeoutError",
]


class BetaGatewayTimeoutError(BaseModel):
    """The request ran longer than the API allows; sent with HTTP status 504. Stream long
    generations or use a batch instead.
    """

    message: str
    """Human-readable explanation of the timeout."""

    type: Literal["timeout_error"]
    """Identifies a timeout; always `timeout_error`."""
