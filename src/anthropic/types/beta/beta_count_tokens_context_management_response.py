# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from ..._models import BaseModel

__all__ = [
    "BetaCountTokensContextManagementResponse",
]


class BetaCountTokensContextManagementResponse(BaseModel):
    """Effect of context management on a token count."""

    original_input_tokens: int
    """Input tokens before any edit. Subtract the response's `input_tokens` to see how many the
    edits would save.
    """
