# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import TypeAlias

from .noise_block_param import NoiseBlockParam
from .text_block_param import TextBlockParam

__all__ = [
    "BlockParam",
]


BlockParam: TypeAlias = Union[TextBlockParam, NoiseBlockParam]
