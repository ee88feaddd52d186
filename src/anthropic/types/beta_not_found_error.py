# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "BetaNotFoundError",
]


class BetaNotFoundError(BaseModel):
    """No such model, file, batch or path exists, or these credentials cannot see it; sent with HTTP
    status 404.
    """

    message: str
    """Human-readable note on which resource could not be found."""

    type: Literal["not_found_error"]
    """Identifies a missing resource; always `not_found_error`."""
