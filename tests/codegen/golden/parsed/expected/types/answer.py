# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List

from .. import types
from .._models import BaseModel
from .._sent_back import sent_back
from .block import Block

__all__ = [
    "Answer",
]


class Answer(BaseModel):
    content: List[Block]

    def to_param(self) -> "types.TurnParam":
        """This message as a turn of the next request: what only answers hold is left out."""
        return sent_back(self, types.TurnParam)
