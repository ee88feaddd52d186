# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "TextBlock",
]


class TextBlock(BaseModel):
    type: Literal["text"]
    text: str
