# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional, Union

from typing_extensions import Literal, TypeAlias

from .._models import BaseModel

__all__ = [
    "Heating",
    "HeatingGas",
    "HeatingSun",
]


class HeatingGas(BaseModel):
    kind: Literal["gas"]
    pipe: Optional[str] = None


class HeatingSun(BaseModel):
    kind: Literal["sun"]
    hours: int


Heating: TypeAlias = Union[HeatingGas, HeatingSun]
"""How the house was kept warm."""
