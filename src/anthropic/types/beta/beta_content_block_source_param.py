# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Union

from typing_extensions import Literal, Required, TypedDict

from .beta_content_block_source_content_param import BetaContentBlockSourceContentParam

__all__ = [
    "BetaContentBlockSourceParam",
]


class BetaContentBlockSourceParam(TypedDict, total=False):
    """Document made of your own blocks. Citations refer to whole blocks, so you decide how finely
    the model can cite.
    """

    content: Required[Union[str, Iterable[BetaContentBlockSourceContentParam]]]
    """Text and image blocks that make up the document; a string stands for one text block."""

    type: Required[Literal["content"]]
    """Identifies a document made of blocks; always `content`."""
