# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "AnimalParam",
]


class AnimalParam(TypedDict, total=False):
    name: Required[str]
    """Its name."""

    size: Required[Optional[Literal["small", "large"]]]
