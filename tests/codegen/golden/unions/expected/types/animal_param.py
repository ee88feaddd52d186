# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import TypeAlias

from .animal import Animal
from .bird_param import BirdParam
from .cat_param import CatParam

__all__ = [
    "AnimalParam",
]


AnimalParam: TypeAlias = Union[CatParam, BirdParam, Animal]
"""A cat or a bird."""
