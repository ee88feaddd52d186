# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Annotated, TypeAlias

from ..._utils import PropertyInfo
from .beta_citations_delta import BetaCitationsDelta
from .beta_compaction_content_block_delta import BetaCompactionContentBlockDelta
from .beta_input_json_delta import BetaInputJSONDelta
from .beta_signature_delta import BetaSignatureDelta
from .beta_text_delta import BetaTextDelta
from .beta_thinking_delta import BetaThinkingDelta

__all__ = [
    "BetaRawContentBlockDelta",
]


BetaRawContentBlockDelta: TypeAlias = Annotated[
    Union[
        BetaTextDelta,
        BetaInputJSONDelta,
        BetaCitationsDelta,
        BetaThinkingDelta,
        BetaSignatureDelta,
        BetaCompactionContentBlockDelta,
    ],
    PropertyInfo(discriminator="type"),
]
"""Piece of a content block, told apart by `type`: text, tool input, citation, thinking or
signature; the beta API adds compaction.
"""
