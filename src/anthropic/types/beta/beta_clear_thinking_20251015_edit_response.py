# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaClearThinking20251015EditResponse",
]


class BetaClearThinking20251015EditResponse(BaseModel):
    """Amount that clearing of thinking removed from this request's context."""

    cleared_input_tokens: int
    """Input tokens saved by the edit."""

    cleared_thinking_turns: int
    """Number of assistant turns that lost their thinking blocks."""

    type: Literal["clear_thinking_20251015"]
    """Identifies the outcome of clearing thinking; always `clear_thinking_20251015`."""
