# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaCompactionContentBlockDelta",
]


class BetaCompactionContentBlockDelta(BaseModel):
    """Streamed content of a compaction block."""

    content: Optional[str] = None
    """Summary text. It replaces, rather than extends, the block's content so far; null when
    compaction failed.
    """

    type: Literal["compaction_delta"]
    """Identifies a compaction delta; always `compaction_delta`."""
