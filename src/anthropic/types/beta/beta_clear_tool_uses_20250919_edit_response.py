# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaClearToolUses20250919EditResponse",
]


class BetaClearToolUses20250919EditResponse(BaseModel):
    """Amount that clearing of tool calls removed from this request's context."""

    cleared_input_tokens: int
    """Input tokens saved by the edit."""

    cleared_tool_uses: int
    """Number of tool calls whose content was removed."""

    type: Literal["clear_tool_uses_20250919"]
    """Identifies the outcome of clearing tool calls; always `clear_tool_uses_20250919`."""
