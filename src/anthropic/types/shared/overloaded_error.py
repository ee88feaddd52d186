# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "OverloadedError",
]


class OverloadedError(BaseModel):
    """Capacity is exhausted across the service, independent of your own limits; sent with HTTP
    status 529. Retry with growing delays.
    """

    message: str
    """Human-readable explanation of the overload."""

    type: Literal["overloaded_error"]
    """Identifies an overload; always `overloaded_error`."""
