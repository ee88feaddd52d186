# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from .._models import BaseModel

__all__ = [
    "ServerToolUsage",
]


class ServerToolUsage(BaseModel):
    """How often the API ran its own tools for one reply; such calls may be billed per use."""

    web_search_requests: int
    """Number of web searches made."""
