# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Annotated, TypeAlias

from .._utils import PropertyInfo
from .bird import Bird
from .cat import Cat

__all__ = [
    "Animal",
]


Animal: TypeAlias = Annotated[Union[Cat, Bird], PropertyInfo(discriminator="kind")]
"""A cat or a bird."""
