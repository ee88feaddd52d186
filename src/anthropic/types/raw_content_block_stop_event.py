# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "RawContentBlockStopEvent",
]


class RawContentBlockStopEvent(BaseModel):
    """A content block is complete."""

    index: int
    """Position in `content` of the finished block."""

    type: Literal["content_block_stop"]
    """Identifies the end of a block; always `content_block_stop`."""
