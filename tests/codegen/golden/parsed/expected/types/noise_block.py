# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "NoiseBlock",
]


class NoiseBlock(BaseModel):
    type: Literal["noise"]
    volume: Optional[float] = None
