"""The events that beta message streams emit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Generic, List, Optional, Union, cast

from typing_extensions import Annotated, Literal

from ..._compat import GenericModel
from ..._models import BaseModel
from ..._utils import PropertyInfo
from ...types.beta.beta_citations_delta import Citation
from ...types.beta.beta_raw_content_block_delta_event import BetaRawContentBlockDeltaEvent
from ...types.beta.beta_raw_content_block_start_event import BetaRawContentBlockStartEvent
from ...types.beta.beta_raw_content_block_stop_event import BetaRawContentBlockStopEvent
from ...types.beta.beta_raw_message_delta_event import BetaRawMessageDeltaEvent
from ...types.beta.beta_raw_message_start_event import BetaRawMessageStartEvent
from ...types.beta.beta_raw_message_stop_event import BetaRawMessageStopEvent
from ...types.beta.parsed_beta_message import ParsedBetaContentBlock, ParsedBetaMessage
from .._parse._variables import ResponseFormatT
from ._growing import SNAPSHOT_ON_DEMAND


class ParsedBetaTextEvent(BaseModel):
    """A piece of text arrived."""

    type: Literal["text"]

    text: str
    """The new piece"""

    snapshot: str
    """All text of this block so far"""

    if not TYPE_CHECKING:
        # Most are never looked at, so it is made when somebody does.
        __dict__, __getattr__, __delattr__ = SNAPSHOT_ON_DEMAND

    def parsed_snapshot(self) -> Dict[str, Any]:
        """Reads `snapshot` as JSON that may be incomplete; an open string at its end is kept.

        Raises `ValueError` if the text is not the beginning of a JSON value.
        """
        from jiter import from_json

        return cast(
            "Dict[str, Any]",
            from_json(self.snapshot.encode("utf-8"), partial_mode="trailing-strings"),
        )


class BetaCitationEvent(BaseModel):
    """A citation was added to a text block."""

    type: Literal["citation"]

    citation: Citation
    """The new citation"""

    snapshot: List[Citation]
    """All citations of this block so far"""


class BetaThinkingEvent(BaseModel):
    """A piece of thinking arrived."""

    type: Literal["thinking"]

    thinking: str
    """The new piece"""

    snapshot: str
    """All thinking of this block so far"""

    if not TYPE_CHECKING:
        # Most are never looked at, so it is made when somebody does.
        __dict__, __getattr__, __delattr__ = SNAPSHOT_ON_DEMAND


class BetaSignatureEvent(BaseModel):
    """A thinking block received its signature."""

    type: Literal["signature"]

    signature: str
    """The signature of the thinking block"""


class BetaInputJsonEvent(BaseModel):
    """A piece of a tool call's input arrived."""

    type: Literal["input_json"]

    partial_json: str
    """The new piece of JSON, not a value by itself"""

    snapshot: object
    """The input so far, as far as it can be read"""

    if not TYPE_CHECKING:
        # Most are never looked at, so it is made when somebody does.
        __dict__, __getattr__, __delattr__ = SNAPSHOT_ON_DEMAND


class BetaCompactionEvent(BaseModel):
    """The summary of a compacted conversation arrived."""

    type: Literal["compaction"]

    content: Optional[str] = None
    """The summary; None if compaction failed"""


# At run time the messages and blocks of streams are not tied to a type: pydantic would make another
# class of each for every type, and the snapshots are instances of none of those.


class ParsedBetaMessageStopEvent(BetaRawMessageStopEvent, GenericModel, Generic[ResponseFormatT]):
    """The message is complete."""

    type: Literal["message_stop"]

    if TYPE_CHECKING:
        message: ParsedBetaMessage[ResponseFormatT]
        """The message as accumulated from the stream"""
    else:
        message: ParsedBetaMessage


class ParsedBetaContentBlockStopEvent(
    BetaRawContentBlockStopEvent, GenericModel, Generic[ResponseFormatT]
):
    """A content block is complete; a text block holds its parsed output."""

    type: Literal["content_block_stop"]

    if TYPE_CHECKING:
        content_block: ParsedBetaContentBlock[ResponseFormatT]
        """The block as accumulated from the stream"""
    else:
        content_block: ParsedBetaContentBlock


ParsedBetaMessageStreamEvent = Annotated[
    Union[
        ParsedBetaTextEvent,
        BetaCitationEvent,
        BetaThinkingEvent,
        BetaSignatureEvent,
        BetaInputJsonEvent,
        BetaCompactionEvent,
        BetaRawMessageStartEvent,
        BetaRawMessageDeltaEvent,
        ParsedBetaMessageStopEvent[ResponseFormatT],
        BetaRawContentBlockStartEvent,
        BetaRawContentBlockDeltaEvent,
        ParsedBetaContentBlockStopEvent[ResponseFormatT],
    ],
    PropertyInfo(discriminator="type"),
]
