# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "RateLimitError",
]


class RateLimitError(BaseModel):
    """A request or token limit of the organization or workspace was hit; sent with HTTP status 429.
    The `retry-after` header holds the seconds to wait.
    """

    message: str
    """Human-readable explanation, usually with the name of the limit."""

    type: Literal["rate_limit_error"]
    """Identifies a rate limit; always `rate_limit_error`."""
