# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaCompactionBlockParam",
]


class BetaCompactionBlockParam(TypedDict, total=False):
    """Summary that stands for all earlier turns. Send it back unchanged in later requests: content
    before it is then ignored.
    """

    content: Required[Optional[str]]
    """Summary text. Null when compaction was tried without success; such a block may be sent back
    and has no effect.
    """

    type: Required[Literal["compaction"]]
    """Identifies a compaction summary; always `compaction`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this block, so that everything up to it can be
    reused by later requests. Null or absent places none.
    """
