# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Required, TypedDict

from .animal_param import AnimalParam

__all__ = [
    "AnimalCreateParams",
]


class AnimalCreateParams(TypedDict, total=False):
    """Parameters of `animals.create`."""

    name: Required[str]
    """Its name."""

    nick: Optional[str]
    """What visitors call it."""

    mother: Optional[AnimalParam]
    """Its mother."""

    age: int
    """In years."""
