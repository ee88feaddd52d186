# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from .._models import BaseModel

__all__ = [
    "Animal",
]


class Animal(BaseModel):
    id: str
    """Its ID, ä la carte."""
