# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import List

from .._models import BaseModel
from .block import Block

__all__ = [
    "Answer",
]


class Answer(BaseModel):
    content: List[Block]
