# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import List, Optional

from .._models import BaseModel

__all__ = [
    "Tree",
]


class Tree(BaseModel):
    branches: Optional[List[Tree]] = None
