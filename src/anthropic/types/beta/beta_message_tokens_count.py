# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from ..._models import BaseModel
from .beta_count_tokens_context_management_response import BetaCountTokensContextManagementResponse

__all__ = [
    "BetaMessageTokensCount",
]


class BetaMessageTokensCount(BaseModel):
    """Token count of a request that was not run."""

    context_management: Optional[BetaCountTokensContextManagementResponse] = None
    """Count before context edits, when the request configured them. Null otherwise."""

    input_tokens: int
    """Tokens of messages, system prompt and tools together."""
