# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "Animal",
]


class Animal(BaseModel):
    name: str
    """Its name."""

    size: Optional[Literal["small", "large"]] = None
