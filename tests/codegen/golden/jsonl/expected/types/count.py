# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from .._models import BaseModel

__all__ = [
    "Count",
]


class Count(BaseModel):
    results_url: Optional[str] = None
