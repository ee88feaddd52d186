# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List

from .._models import BaseModel
from .houses.room import Room

__all__ = [
    "House",
]


class House(BaseModel):
    id: str
    rooms: List[Room]
