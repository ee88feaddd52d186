# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from ..._models import BaseModel

__all__ = [
    "BetaServerToolUsage",
]


class BetaServerToolUsage(BaseModel):
    """How often server-side tools ran for this response."""

    web_fetch_requests: int
    """Number of web pages or files fetched."""

    web_search_requests: int
    """Number of web searches made."""
