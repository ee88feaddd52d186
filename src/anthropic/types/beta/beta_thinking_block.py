# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaThinkingBlock",
]


class BetaThinkingBlock(BaseModel):
    """Reasoning the model did before answering. When continuing a turn that uses tools, send it
    back unchanged.
    """

    signature: str
    """Opaque proof that the thinking came from the API. Return it as received; an altered one is
    rejected.
    """

    thinking: str
    """The reasoning as text; newer models give a summary of it."""

    type: Literal["thinking"]
    """Identifies a thinking block; always `thinking`."""
