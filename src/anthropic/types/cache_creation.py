# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from .._models import BaseModel

__all__ = [
    "CacheCreation",
]


class CacheCreation(BaseModel):
    """Tokens written to the prompt cache, split by lifetime."""

    ephemeral_1h_input_tokens: int
    """Input tokens written to entries that live one hour."""

    ephemeral_5m_input_tokens: int
    """Input tokens written to entries that live five minutes."""
