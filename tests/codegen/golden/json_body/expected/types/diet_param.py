# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Literal, TypeAlias

__all__ = [
    "DietParam",
]


DietParam: TypeAlias = Union[str, Literal["meat", "plants"]]
"""What it eats; more may come."""
