# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "PermissionError",
]


class PermissionError(BaseModel):
    """The credentials are valid but not allowed to do this; sent with HTTP status 403."""

    message: str
    """Human-readable explanation of which permission is missing."""

    type: Literal["permission_error"]
    """Identifies a permission error; always `permission_error`."""
