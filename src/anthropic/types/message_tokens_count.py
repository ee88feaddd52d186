# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from .._models import BaseModel

__all__ = [
    "MessageTokensCount",
]


class MessageTokensCount(BaseModel):
    """Input size of a message that was counted but not created. It is an estimate; the billed count
    may differ slightly.
    """

    input_tokens: int
    """Tokens of messages, system prompt and tools together."""
