"""From the raw events of a stream to the message so far, and to the events that helpers emit.

No I/O happens here. GA and beta streams, sync and async, all go through this module; what GA and
beta do differently is data, in a `Dialect`.

The message so far (the snapshot) is one object that every event changes in place. State between
two events lives on the snapshot only, so that `accumulate` can also be called event by event.
"""

from __future__ import annotations

import weakref
from functools import cache
from typing import (
    Any,
    Callable,
    Dict,
    FrozenSet,
    List,
    Optional,
    Tuple,
    cast,
)

import httpx
from typing_extensions import get_args

from ..._collecting import attempts_before
from ..._compat import PYDANTIC_V1, get_model_fields
from ..._construct import assemble_model, discriminator_of
from ..._models import BaseModel, add_call_info, construct_type
from ..._stream_reading import StreamReading, supply_snapshots
from ..._types import NotGiven, Omit
from ..._values import Value
from ._growing import GrowingText, lengthen
from ._plain import assign, plain_data
from ._tool_input import add_piece, finish_input, has_input, show_input
from ._unexpected import STUMBLES, UnexpectedEvent, unexpected_event, unexpected_event_error

_FINE_GRAINED_TOOL_STREAMING = "fine-grained-tool-streaming-2025-05-14"


class Dialect(Value):
    """What distinguishes GA streams from beta streams."""

    raw_event: Any
    """The union of raw events"""

    delta_event: Any
    """The class of a raw event that brings a piece of a block"""

    message: Any
    """The class of the snapshot"""

    content_block: Any
    """The union of the snapshot's content blocks"""

    tool_input_blocks: Tuple[type, ...]
    """Blocks whose input arrives in pieces"""

    input_json_blocks: FrozenSet[str]
    """Types of blocks whose input pieces are announced by an `input_json` event"""

    usage_fields: Tuple[str, ...]
    """Counters that a `message_delta` event overwrites when it has them"""

    delta_fields: Tuple[str, ...]
    """Fields of a `message_delta` event's delta that always overwrite those of the message"""

    event_fields: Tuple[str, ...]
    """Fields of a `message_delta` event itself that always overwrite those of the message"""

    keeps_unset_block_fields: bool
    """Whether a block counts the defaults of fields that it was sent without as set"""

    events: Dict[str, Any]
    """Classes of the emitted events, by their type"""

    replacement: Callable[[], Any]
    """Gives what somebody has put in the place of the published `accumulate_event`, or None"""


class Accumulator:
    """The state of one stream helper."""

    def __init__(
        self,
        dialect: Dialect,
        output_format: object,
        request_headers: Optional[Callable[[], Any]] = None,
    ) -> None:
        self._dialect = dialect
        self._output_format = output_format
        self._request_headers = request_headers
        self._keep_open_strings: Optional[bool] = None
        self._snapshot: Any = None
        self._growing: Optional[GrowingText] = None
        # Whether somebody may look at the message between two events.
        self._is_shown = False
        self._replacement: Any = dialect.replacement()
        self._reading: Optional[weakref.ref[StreamReading]] = None
        # What the error that ended the stream tells of the message.
        self._partial: Any = None

    @property
    def snapshot(self) -> Any:
        """The message so far. `AssertionError` if nothing has arrived."""
        assert self._snapshot is not None, (
            "There is no message yet: the stream has not delivered its `message_start` event"
        )
        self._show()
        return self._snapshot

    def _show(self) -> None:
        """Whoever has the message from now on finds all that has arrived in it at any time."""
        if not self._is_shown and self._snapshot is not None:
            self._is_shown = True
            for block in self._snapshot.content or ():
                show_input(block)

    def feed(self, raw_event: Any) -> List[Any]:
        """Adds a raw event to the message and returns the events to emit for it.

        Raises UnexpectedEventError if it does not fit the message so far.
        """
        try:
            if self._replacement is not None:
                return self._feed_replacement(raw_event)
            if self._snapshot is not None and type(raw_event) is self._dialect.delta_event:
                delta = raw_event.delta
                if delta.type == "text_delta":
                    return self._feed_text(raw_event, "text", delta.text or "")
                if delta.type == "thinking_delta":
                    return self._feed_text(raw_event, "thinking", delta.thinking or "")
                if delta.type == "input_json_delta" and delta.partial_json and not self._is_shown:
                    return self._feed_tool_input(raw_event, delta.partial_json)
            return self._feed_any(raw_event)
        except (UnexpectedEvent, *STUMBLES) as error:
            unexpected = unexpected_event(raw_event, self._snapshot)
            if isinstance(error, UnexpectedEvent):
                unexpected = error
            if unexpected is None or self._replacement is not None:
                raise
            raise self._error_for(unexpected) from None

    def follow(self, raw_stream: Any) -> None:
        """Have errors of a stream tell of this message, and those of its events of the stream."""
        reading = supply_snapshots(raw_stream, self.partial_message)
        # The stream leads here: it would not go away at once if it was held.
        self._reading = None if reading is None else weakref.ref(reading)

    def check_whole(self) -> None:
        """Raise where the stream brings nothing more, though it has not come to its end."""
        reading = None if self._reading is None else self._reading()
        if reading is not None:
            reading.check_whole()

    def _error_for(self, unexpected: UnexpectedEvent) -> RuntimeError:
        reading = None if self._reading is None else self._reading()
        if reading is None or getattr(reading.response, "_request", None) is None:
            # Made by hand: nobody was asked, so there is nothing more to tell.
            return unexpected
        error = unexpected_event_error(unexpected, reading.response)
        reading.describe(error)
        return error

    def _feed_text(self, raw_event: Any, kind: str, piece: str) -> List[Any]:
        """The pieces of most streams: their events make their snapshots when asked for them."""
        block = self._snapshot.content[raw_event.index]
        if block.type != kind:
            return [raw_event]
        growing = self._growing
        if growing is None or growing.attributes is not _attributes(block):
            growing = self._growing = GrowingText(_attributes(block), kind)
        attributes = growing.add(piece).attributes(kind, piece)
        cls = self._dialect.events[kind]
        return [raw_event, assemble_model(cls, attributes, {}, {"type", kind, "snapshot"})]

    def _feed_tool_input(self, raw_event: Any, piece: str) -> List[Any]:
        """A piece of a tool call while nobody can look at it but in the events."""
        dialect = self._dialect
        block = self._snapshot.content[raw_event.index]
        if not takes_tool_input(dialect, block):
            return [raw_event]
        tool_input = add_piece(block, piece, self._keeps_open_strings())
        if block.type not in dialect.input_json_blocks:
            return [raw_event]
        attributes = tool_input.event_attributes(piece)
        fields_set = {"type", "partial_json", "snapshot"}
        return [raw_event, assemble_model(dialect.events["input_json"], attributes, {}, fields_set)]

    def _feed_replacement(self, raw_event: Any) -> List[Any]:
        arguments: Dict[str, Any] = {"event": raw_event, "current_snapshot": self._snapshot}
        if self._request_headers is not None:
            arguments["request_headers"] = self._request_headers()
        arguments["output_format"] = self._output_format
        self._snapshot = self._replacement(**arguments)
        return emitted_events(self._dialect, raw_event, self._snapshot)

    def _feed_any(self, raw_event: Any) -> List[Any]:
        self._snapshot = accumulate(
            self._dialect,
            raw_event,
            self._snapshot,
            output_format=self._output_format,
            keep_open_strings=self._keeps_open_strings(),
        )
        if getattr(raw_event, "type", None) == "message_stop":
            self._show()
        return emitted_events(self._dialect, raw_event, self._snapshot)

    def _keeps_open_strings(self) -> bool:
        known = self._keep_open_strings
        if known is None:
            headers = self._request_headers
            known = headers is not None and keeps_open_strings(headers())
            self._keep_open_strings = known
        return known

    def final_message(self, response: httpx.Response) -> Any:
        """The message after the last event, which tells of the call that the response ends."""
        # Who asks in spite of an error gets no call either whose input was cut.
        message = self.snapshot if self._partial is None else self._partial
        add_call_info(message, response, attempts_before(response))
        return message

    def partial_message(self, open_index: Optional[int]) -> Any:
        """The message so far, for an error; without an unfinished tool call of that index."""
        from ._partial import without_open_call

        self._show()
        self._partial = without_open_call(self._dialect, self._snapshot, open_index)
        return self._partial

    def parsed_snapshot(self) -> Any:
        """The value that the last text block tells of so far; None if it tells of none."""
        blocks = self._snapshot.content if self._snapshot is not None else ()
        texts = [block for block in blocks if block.type == "text"]
        if not texts or isinstance(self._output_format, (NotGiven, Omit)):
            return None
        if texts[-1].parsed_output is not None:
            return texts[-1].parsed_output
        from .._parse._partial import partial_output

        return partial_output(texts[-1].text, self._output_format)

    def final_text(self) -> str:
        """The text of all text blocks. `RuntimeError` if there are none."""
        blocks = self.snapshot.content
        texts: List[str] = [block.text for block in blocks if block.type == "text"]
        if not texts:
            found = ", ".join(str(block.type) for block in blocks) or "none"
            raise RuntimeError(
                ".get_final_text() can only be called when the API returns a `text` content block. "
                f"The content block types of this message: {found}"
            )
        return "".join(texts)


def text_of(event: Any) -> Optional[str]:
    """The text that an emitted event adds to the message; None if it adds no text."""
    if event.type == "content_block_delta" and event.delta.type == "text_delta":
        text: str = event.delta.text
        return text
    return None


def entered_twice() -> RuntimeError:
    """What to raise for a manager whose only request has been sent."""
    return RuntimeError(
        "This stream has been entered before, and `async with` sends its request only once: "
        "call `messages.stream` again for another request."
    )


def keeps_open_strings(request_headers: Any) -> bool:
    """Whether a tool input's unfinished string is part of its snapshot."""
    return _FINE_GRAINED_TOOL_STREAMING in request_headers.get("anthropic-beta", "")


# -- the message so far


def accumulate(
    dialect: Dialect,
    event: Any,
    snapshot: Any,
    *,
    output_format: object,
    keep_open_strings: bool = False,
) -> Any:
    """Adds a raw event to the snapshot, which is None at first, and returns the snapshot."""
    event = _as_model(dialect, event)
    try:
        if snapshot is None:
            return _start_message(dialect, event)
        _add(dialect, event, snapshot, output_format, keep_open_strings)
    except STUMBLES:
        unexpected = unexpected_event(event, snapshot)
        if unexpected is None:
            raise
        raise unexpected from None
    return snapshot


def _add(
    dialect: Dialect, event: Any, snapshot: Any, output_format: object, keep_open_strings: bool
) -> None:
    kind = event.type
    if kind == "content_block_start":
        snapshot.content.append(_start_block(dialect, event.content_block))
    elif kind == "content_block_delta":
        block = snapshot.content[event.index]
        _apply_delta(dialect, block, event.delta, keep_open_strings)
    elif kind == "content_block_stop":
        block = snapshot.content[event.index]
        if takes_tool_input(dialect, block):
            finish_input(block, keep_open_strings)
        elif block.type == "text":
            _finish_text(block, output_format, snapshot)
    elif kind == "message_delta":
        _apply_message_delta(dialect, snapshot, event)


def _as_model(dialect: Dialect, event: Any) -> Any:
    if isinstance(event, BaseModel):
        return event
    built = construct_type(value=event, type_=dialect.raw_event)
    if not isinstance(built, BaseModel):
        raise TypeError(
            f"Expected a stream event, got {type(event).__name__}, which cannot be read as one"
        )
    return built


def _start_message(dialect: Dialect, event: Any) -> Any:
    unexpected = unexpected_event(event, None)
    if unexpected is not None:
        raise unexpected
    return dialect.message.construct(**plain_data(event.message))


def _start_block(dialect: Dialect, block: Any) -> Any:
    # Of a kind that is not known, all that can be told is what was sent.
    sent_only = not dialect.keeps_unset_block_fields or not _knows(dialect, block)
    values = plain_data(block, exclude_unset=sent_only)
    return construct_type(value=values, type_=dialect.content_block)


def takes_tool_input(dialect: Dialect, block: Any) -> bool:
    """Whether the input of a block arrives in pieces; also of tool calls of unknown kinds."""
    if isinstance(block, dialect.tool_input_blocks):
        return True
    return isinstance(getattr(block, "input", None), dict) and not _knows(dialect, block)


def _knows(dialect: Dialect, block: Any) -> bool:
    union, *metadata = get_args(dialect.content_block)
    kinds = discriminator_of(union, metadata)
    return kinds is not None and block.type in kinds.mapping


def _finish_text(block: Any, output_format: object, message: Any) -> None:
    if not isinstance(output_format, (NotGiven, Omit)):
        from .._parse._response import parse_text

        block.parsed_output = parse_text(block.text, output_format, message=message)


def _apply_message_delta(dialect: Dialect, snapshot: Any, event: Any) -> None:
    for name in dialect.delta_fields:
        setattr(snapshot, name, getattr(event.delta, name))
    for name in dialect.event_fields:
        setattr(snapshot, name, getattr(event, name))
    for source in (event.delta, event):
        _add_unknown_fields(source, snapshot)
    if event.usage is None:
        # The API always counts; there are gateways that do not.
        return
    if snapshot.usage is None:
        snapshot.usage = dialect.message.construct(usage=plain_data(event.usage)).usage
        return
    _add_unknown_fields(event.usage, snapshot.usage)
    snapshot.usage.output_tokens = event.usage.output_tokens
    for name in dialect.usage_fields:
        value = getattr(event.usage, name)
        if value is not None:
            setattr(snapshot.usage, name, value)


def _add_unknown_fields(source: Any, target: Any) -> None:
    for name, value in _unknown_fields(source).items():
        assign(target, name, value)


def _unknown_fields(model: Any) -> Dict[str, Any]:
    """What a model was sent besides the fields that it knows."""
    if not PYDANTIC_V1:
        return cast("Dict[str, Any]", model.__pydantic_extra__ or {})
    known = _fields_of(cast(Any, type(model)))
    return {name: value for name, value in _attributes(model).items() if name not in known}


def _apply_delta(dialect: Dialect, block: Any, delta: Any, keep_open_strings: bool) -> None:
    """Deltas that are unknown or do not fit the block's type change nothing."""
    kind = delta.type
    if kind == "input_json_delta":
        if takes_tool_input(dialect, block) and (delta.partial_json or has_input(block)):
            add_piece(block, delta.partial_json or "", keep_open_strings)
            show_input(block)
    elif kind not in _DELTA_BLOCKS or _DELTA_BLOCKS[kind] != block.type:
        return
    elif kind == "text_delta":
        lengthen(_attributes(block), "text", delta.text)
    elif kind == "thinking_delta":
        lengthen(_attributes(block), "thinking", delta.thinking)
    elif kind == "signature_delta":
        block.signature = delta.signature
    elif kind == "compaction_delta":
        assign(block, "content", delta.content)
    elif block.citations:
        block.citations.append(delta.citation)
    else:
        block.citations = [delta.citation]


# the type of delta -> the type of block that it changes
_DELTA_BLOCKS = {
    "text_delta": "text",
    "citations_delta": "text",
    "thinking_delta": "thinking",
    "signature_delta": "thinking",
    "compaction_delta": "compaction",
}


def _attributes(block: Any) -> Dict[str, Any]:
    """What an instance holds; names that are no fields stay out of dumps."""
    return cast("Dict[str, Any]", vars(block))


# -- the events that helpers emit


def emitted_events(dialect: Dialect, event: Any, snapshot: Any) -> List[Any]:
    """What a helper emits for a raw event that the snapshot already contains."""
    event = _as_model(dialect, event)
    kind = event.type
    if kind == "content_block_delta":
        derived = _derived_event(dialect, snapshot.content[event.index], event.delta)
        return [event] if derived is None else [event, derived]
    if kind == "content_block_stop":
        block = snapshot.content[event.index]
        return [_event(dialect, kind, index=event.index, content_block=block)]
    if kind == "message_stop":
        return [_event(dialect, kind, message=snapshot)]
    return [event]


def _derived_event(dialect: Dialect, block: Any, delta: Any) -> Any:
    kind = delta.type
    if kind == "compaction_delta" and "compaction" not in dialect.events:
        return None
    if kind == "input_json_delta":
        if block.type not in dialect.input_json_blocks:
            return None
        return _event(dialect, "input_json", partial_json=delta.partial_json, snapshot=block.input)
    if kind not in _DELTA_BLOCKS or _DELTA_BLOCKS[kind] != block.type:
        return None
    if kind == "text_delta":
        return _event(dialect, "text", text=delta.text or "", snapshot=block.text)
    if kind == "citations_delta":
        so_far = list(block.citations or [])
        return _event(dialect, "citation", citation=delta.citation, snapshot=so_far)
    if kind == "thinking_delta":
        return _event(dialect, "thinking", thinking=delta.thinking, snapshot=block.thinking)
    if kind == "signature_delta":
        return _event(dialect, "signature", signature=block.signature)
    return _event(dialect, "compaction", content=block.content)


def _event(dialect: Dialect, kind: str, **values: Any) -> Any:
    """Builds an event without looking at its values, which stay the objects that they are."""
    cls = dialect.events[kind]
    values["type"] = kind
    return assemble_model(cls, {name: values[name] for name in _fields_of(cls)}, {}, set(values))


@cache
def _fields_of(cls: Any) -> Tuple[str, ...]:
    return tuple(get_model_fields(cls))
