# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaDirectCallerParam",
]


class BetaDirectCallerParam(TypedDict, total=False):
    """Says that the model made the call itself, not code in the sandbox."""

    type: Required[Literal["direct"]]
    """Identifies a call made by the model; always `direct`."""
