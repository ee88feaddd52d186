# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from ..._models import BaseModel
from .beta_iterations_usage import BetaIterationsUsage
from .beta_server_tool_usage import BetaServerToolUsage

__all__ = [
    "BetaMessageDeltaUsage",
]


class BetaMessageDeltaUsage(BaseModel):
    """Running token counts at a `message_delta` event; cumulative, not increments."""

    cache_creation_input_tokens: Optional[int] = None
    """Input tokens written to the prompt cache so far. Null when not reported; keep the earlier
    value then.
    """

    cache_read_input_tokens: Optional[int] = None
    """Input tokens read from the prompt cache so far. Null when not reported; keep the earlier
    value then.
    """

    input_tokens: Optional[int] = None
    """Uncached input tokens so far; grows when server tools add input. Null when not reported; keep
    the earlier value then.
    """

    iterations: Optional[BetaIterationsUsage] = None
    """One entry per inference pass within the request, answers and compactions alike; add them up
    for what the whole request consumed. Null when there is no breakdown.
    """

    output_tokens: int
    """Generated tokens so far, thinking included."""

    server_tool_use: Optional[BetaServerToolUsage] = None
    """Server tool calls so far. Null when not reported."""
