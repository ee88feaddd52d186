# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "RedactedThinkingBlockParam",
]


class RedactedThinkingBlockParam(TypedDict, total=False):
    """Reasoning withheld for safety reasons and returned encrypted. Send it back unchanged when
    continuing the turn.
    """

    data: Required[str]
    """Encrypted reasoning, readable by the API only."""

    type: Required[Literal["redacted_thinking"]]
    """Identifies a redacted thinking block; always `redacted_thinking`."""
