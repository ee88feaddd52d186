# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "AuthenticationError",
]


class AuthenticationError(BaseModel):
    """Credentials are missing, malformed or revoked; sent with HTTP status 401. Retrying without
    new credentials does not help.
    """

    message: str
    """Human-readable explanation of why the credentials were rejected."""

    type: Literal["authentication_error"]
    """Identifies an authentication error; always `authentication_error`."""
