# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import List, Optional

from .._compat import rebuild_models
from .._models import BaseModel
from .tree import Tree

__all__ = [
    "Parent",
]


class Parent(BaseModel):
    name: str
    children: Optional[List[Child]] = None
    tree: Optional[Tree] = None


# These modules need this one: they are imported when it is complete.
from .child import Child  # noqa: E402

rebuild_models(Parent)
