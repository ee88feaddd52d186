# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from .._models import BaseModel

__all__ = [
    "URLKind",
]


class URLKind(BaseModel):
    url: Optional[str] = None
