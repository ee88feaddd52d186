# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Union

from typing_extensions import Literal, Required, TypedDict

from .beta_content_block_param import BetaContentBlockParam

__all__ = [
    "BetaMessageParam",
]


class BetaMessageParam(TypedDict, total=False):
    """One turn of a conversation sent to the model."""

    content: Required[Union[str, Iterable[BetaContentBlockParam]]]
    """Content of this turn: a plain string, which stands for a single text block, or a list of
    content blocks in order.
    """

    role: Required[Literal["user", "assistant"]]
    """Who speaks: `user` for your side, `assistant` for the model."""
