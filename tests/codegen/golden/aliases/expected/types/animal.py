# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from .._models import BaseModel
from .url_kind import URLKind

__all__ = [
    "Animal",
]


class Animal(BaseModel):
    id: str
    kind: Optional[URLKind] = None
