"""The events that message streams emit."""

from typing import TYPE_CHECKING, Any, Dict, Generic, List, Union, cast

from typing_extensions import Annotated, Literal

from ..._compat import GenericModel
from ..._models import BaseModel
from ..._utils import PropertyInfo
from ...types.citations_delta import Citation
from ...types.content_block import ContentBlock
from ...types.message import Message
from ...types.parsed_message import ParsedContentBlock, ParsedMessage
from ...types.raw_content_block_delta_event import RawContentBlockDeltaEvent
from ...types.raw_content_block_start_event import RawContentBlockStartEvent
from ...types.raw_content_block_stop_event import RawContentBlockStopEvent
from ...types.raw_message_delta_event import RawMessageDeltaEvent
from ...types.raw_message_start_event import RawMessageStartEvent
from ...types.raw_message_stop_event import RawMessageStopEvent
from .._parse._variables import ResponseFormatT
from ._growing import SNAPSHOT_ON_DEMAND


class TextEvent(BaseModel):
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


class CitationEvent(BaseModel):
    """A citation was added to a text block."""

    type: Literal["citation"]

    citation: Citation
    """The new citation"""

    snapshot: List[Citation]
    """All citations of this block so far"""


class ThinkingEvent(BaseModel):
    """A piece of thinking arrived."""

    type: Literal["thinking"]

    thinking: str
    """The new piece"""

    snapshot: str
    """All thinking of this block so far"""

    if not TYPE_CHECKING:
        # Most are never looked at, so it is made when somebody does.
        __dict__, __getattr__, __delattr__ = SNAPSHOT_ON_DEMAND


class SignatureEvent(BaseModel):
    """A thinking block received its signature."""

    type: Literal["signature"]

    signature: str
    """The signature of the thinking block"""


class InputJsonEvent(BaseModel):
    """A piece of a tool call's input arrived."""

    type: Literal["input_json"]

    partial_json: str
    """The new piece of JSON, not a value by itself"""

    snapshot: object
    """The input so far, as far as it can be read"""

    if not TYPE_CHECKING:
        # Most are never looked at, so it is made when somebody does.
        __dict__, __getattr__, __delattr__ = SNAPSHOT_ON_DEMAND


class MessageStopEvent(RawMessageStopEvent):
    """The message is complete."""

    type: Literal["message_stop"]

    message: Message
    """The message as accumulated from the stream"""


class ContentBlockStopEvent(RawContentBlockStopEvent):
    """A content block is complete."""

    type: Literal["content_block_stop"]

    content_block: ContentBlock
    """The block as accumulated from the stream"""


# At run time the messages and blocks of streams are not tied to a type: pydantic would make another
# class of each for every type, and the snapshots are instances of none of those.


class ParsedMessageStopEvent(RawMessageStopEvent, GenericModel, Generic[ResponseFormatT]):
    """The message is complete."""

    type: Literal["message_stop"]

    if TYPE_CHECKING:
        message: ParsedMessage[ResponseFormatT]
        """The message as accumulated from the stream"""
    else:
        message: ParsedMessage


class ParsedContentBlockStopEvent(RawContentBlockStopEvent, GenericModel, Generic[ResponseFormatT]):
    """A content block is complete; a text block holds its parsed output."""

    type: Literal["content_block_stop"]

    if TYPE_CHECKING:
        content_block: ParsedContentBlock[ResponseFormatT]
        """The block as accumulated from the stream"""
    else:
        content_block: ParsedContentBlock


MessageStreamEvent = Annotated[
    Union[
        TextEvent,
        CitationEvent,
        ThinkingEvent,
        SignatureEvent,
        InputJsonEvent,
        RawMessageStartEvent,
        RawMessageDeltaEvent,
        MessageStopEvent,
        RawContentBlockStartEvent,
        RawContentBlockDeltaEvent,
        ContentBlockStopEvent,
    ],
    PropertyInfo(discriminator="type"),
]

ParsedMessageStreamEvent = Annotated[
    Union[
        TextEvent,
        CitationEvent,
        ThinkingEvent,
        SignatureEvent,
        InputJsonEvent,
        RawMessageStartEvent,
        RawMessageDeltaEvent,
        ParsedMessageStopEvent[ResponseFormatT],
        RawContentBlockStartEvent,
        RawContentBlockDeltaEvent,
        ParsedContentBlockStopEvent[ResponseFormatT],
    ],
    PropertyInfo(discriminator="type"),
]
