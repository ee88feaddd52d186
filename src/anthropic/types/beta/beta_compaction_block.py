# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaCompactionBlock",
]


class BetaCompactionBlock(BaseModel):
    """Summary that stands for all earlier turns. Send it back unchanged in later requests: content
    before it is then ignored.
    """

    content: Optional[str] = None
    """Summary text. Null when compaction was tried without success; such a block may be sent back
    and has no effect.
    """

    type: Literal["compaction"]
    """Identifies a compaction summary; always `compaction`."""
