# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import TypeAlias

from .beta_image_block_param import BetaImageBlockParam
from .beta_text_block_param import BetaTextBlockParam

__all__ = [
    "BetaContentBlockSourceContentParam",
]


BetaContentBlockSourceContentParam: TypeAlias = Union[BetaTextBlockParam, BetaImageBlockParam]
"""Block allowed inside a document made of blocks: text or image."""
