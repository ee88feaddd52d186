# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from .._models import BaseModel

__all__ = [
    "OldAnimal",
]


class OldAnimal(BaseModel):
    """How animals were before."""

    name: Optional[str] = None
