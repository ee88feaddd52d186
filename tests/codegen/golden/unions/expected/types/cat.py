# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "Cat",
]


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: Optional[int] = None
    """Lives that are left."""
