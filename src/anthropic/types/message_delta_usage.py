# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from .._models import BaseModel
from .server_tool_usage import ServerToolUsage

__all__ = [
    "MessageDeltaUsage",
]


class MessageDeltaUsage(BaseModel):
    """Usage so far within a stream. Numbers are cumulative, so each replaces the one before."""

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

    output_tokens: int
    """Generated tokens so far, thinking included."""

    server_tool_use: Optional[ServerToolUsage] = None
    """Server tool calls so far. Null when not reported."""
