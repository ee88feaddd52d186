# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "BetaAPIError",
]


class BetaAPIError(BaseModel):
    """Failure inside the service that the request did not cause. Usually safe to retry after a
    delay.
    """

    message: str
    """Human-readable explanation, meant for logs and not for matching in code."""

    type: Literal["api_error"]
    """Identifies an internal service error; always `api_error`."""
