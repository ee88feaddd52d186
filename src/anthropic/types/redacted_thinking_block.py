# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "RedactedThinkingBlock",
]


class RedactedThinkingBlock(BaseModel):
    """Reasoning withheld for safety reasons and returned encrypted. Send it back unchanged when
    continuing the turn.
    """

    data: str
    """Encrypted reasoning, readable by the API only."""

    type: Literal["redacted_thinking"]
    """Identifies a redacted thinking block; always `redacted_thinking`."""
