# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from datetime import datetime
from typing import Optional

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "Animal",
]


class Animal(BaseModel):
    """An animal of the zoo."""

    id: str
    """Its ID."""

    kind: Literal["animal"]
    """Always "animal"."""

    born_at: datetime
    """When it was born."""

    keeper: Optional[str] = None
    """Who feeds it; null when nobody does."""

    legs: Optional[int] = None
    """How many legs it has."""

    nick: Optional[str] = None
    """Deprecated. What visitors call it."""
