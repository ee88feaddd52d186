# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Optional

from .._compat import rebuild_models
from .._models import BaseModel

__all__ = [
    "Child",
]


class Child(BaseModel):
    name: str
    parent: Optional[Parent] = None


# These modules need this one: they are imported when it is complete.
from .parent import Parent  # noqa: E402

rebuild_models(Child)
