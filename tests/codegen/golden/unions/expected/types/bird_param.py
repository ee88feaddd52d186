# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BirdParam",
]


class BirdParam(TypedDict, total=False):
    kind: Required[Literal["bird"]]
    song: Required[str]
    """What it sings."""
