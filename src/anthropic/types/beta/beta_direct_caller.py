# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaDirectCaller",
]


class BetaDirectCaller(BaseModel):
    """Says that the model made the call itself, not code in the sandbox."""

    type: Literal["direct"]
    """Identifies a call made by the model; always `direct`."""
