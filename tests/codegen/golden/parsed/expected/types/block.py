# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Annotated, TypeAlias

from .._utils import PropertyInfo
from .noise_block import NoiseBlock
from .text_block import TextBlock

__all__ = [
    "Block",
]


Block: TypeAlias = Annotated[Union[TextBlock, NoiseBlock], PropertyInfo(discriminator="type")]
