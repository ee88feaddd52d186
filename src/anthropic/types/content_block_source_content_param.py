# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import TypeAlias

from .image_block_param import ImageBlockParam
from .text_block_param import TextBlockParam

__all__ = [
    "ContentBlockSourceContentParam",
]


ContentBlockSourceContentParam: TypeAlias = Union[TextBlockParam, ImageBlockParam]
"""Block allowed inside a document made of blocks: text or image."""
