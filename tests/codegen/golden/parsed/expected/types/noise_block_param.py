# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "NoiseBlockParam",
]


class NoiseBlockParam(TypedDict, total=False):
    type: Required[Literal["noise"]]
    volume: float
