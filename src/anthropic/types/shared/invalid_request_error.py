# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "InvalidRequestError",
]


class InvalidRequestError(BaseModel):
    """The request is malformed or breaks a documented limit; sent with HTTP status 400 and for some
    other 4xx statuses. Fix the request before sending it again.
    """

    message: str
    """Human-readable explanation, usually with the path of the offending parameter."""

    type: Literal["invalid_request_error"]
    """Identifies an invalid request; always `invalid_request_error`."""
