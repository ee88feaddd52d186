# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_raw_content_block_delta import BetaRawContentBlockDelta

__all__ = [
    "BetaRawContentBlockDeltaEvent",
]


class BetaRawContentBlockDeltaEvent(BaseModel):
    """Next piece of a content block."""

    delta: BetaRawContentBlockDelta
    """What to add to the block."""

    index: int
    """Position in `content` of the block that grows."""

    type: Literal["content_block_delta"]
    """Identifies a change to a block; always `content_block_delta`."""
