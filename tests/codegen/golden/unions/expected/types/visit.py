# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from .._models import BaseModel
from .animal import Animal
from .heating import Heating

__all__ = [
    "Visit",
]


class Visit(BaseModel):
    seen: List[Animal]
    """Every animal that was seen."""

    heating: Optional[Heating] = None
