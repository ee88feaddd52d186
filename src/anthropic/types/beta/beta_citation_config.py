# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from ..._models import BaseModel

__all__ = [
    "BetaCitationConfig",
]


class BetaCitationConfig(BaseModel):
    """Citation setting of a document in a response."""

    enabled: bool
    """True when the model may cite passages of this document."""
