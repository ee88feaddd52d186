# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "APIErrorObject",
]


class APIErrorObject(BaseModel):
    """Unexpected failure inside the API, usually sent with HTTP status 500. Retrying later is safe."""

    message: str
    """Human-readable explanation of the failure; wording may change, so do not parse it."""

    type: Literal["api_error"]
    """Identifies an internal error; always `api_error`."""
