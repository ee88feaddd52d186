# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable

from typing_extensions import Required, TypedDict

from .block_param import BlockParam

__all__ = [
    "TurnParam",
]


class TurnParam(TypedDict, total=False):
    content: Required[Iterable[BlockParam]]
