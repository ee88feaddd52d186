# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_cache_creation import BetaCacheCreation

__all__ = [
    "BetaCompactionIterationUsage",
]


class BetaCompactionIterationUsage(BaseModel):
    """Token counts of one pass that wrote a compaction summary."""

    cache_creation: Optional[BetaCacheCreation] = None
    """Tokens written to the prompt cache in this pass, split by cache lifetime. Null when there is
    no breakdown.
    """

    cache_creation_input_tokens: int
    """Input tokens written to the prompt cache in this pass."""

    cache_read_input_tokens: int
    """Input tokens served from the prompt cache in this pass."""

    input_tokens: int
    """Input tokens this pass processed without the cache: neither written to nor read from it."""

    output_tokens: int
    """Output tokens spent on the summary."""

    type: Literal["compaction"]
    """Identifies the usage of a compaction pass; always `compaction`."""
