# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "CatParam",
]


class CatParam(TypedDict, total=False):
    kind: Required[Literal["cat"]]
    lives: int
    """Lives that are left."""
