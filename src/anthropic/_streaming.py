"""Streams of server-sent events: from bytes to events, and from events to models.

The first half knows the format and does no I/O.  Its rules that matter here: a line is
`field: value`, and one space after the colon is no part of the value; `data` lines are joined by
newlines; a blank line ends an event; a line that starts with a colon is a comment; an `id` stays
for the events that follow.  An event that no blank line ends is dropped.  Lines are split before
they are decoded, so that the separators that Unicode adds (U+2028) are data.

The second half is what a caller gets for a streamed response: `Stream` and `AsyncStream`.  What
reads the response for them is in `_stream_items` and `_stream_reading`.
"""

from __future__ import annotations

import codecs
import json
import sys
import warnings
from types import TracebackType
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Generic,
    Iterator,
    List,
    Optional,
    Sequence,
    Tuple,
    Type,
    TypeVar,
    Union,
    cast,
)

import httpx
from typing_extensions import Protocol, Self, runtime_checkable

from ._decoders.lines import LineBuffer
from ._utils._typing import extract_type_var_from_base

if TYPE_CHECKING:
    from ._client import Anthropic, AsyncAnthropic
    from ._models import FinalRequestOptions

_T = TypeVar("_T")


# -- events ---------------------------------------------------------------------------------------


class ServerSentEvent:
    """One event of a stream, as it came."""

    __slots__ = ("_data", "_event", "_id", "_retry")

    def __init__(
        self,
        *,
        event: Optional[str] = None,
        data: Optional[str] = None,
        id: Optional[str] = None,
        retry: Optional[int] = None,
    ) -> None:
        self._event = event or None
        self._data = data or ""
        self._id = id
        self._retry = retry

    @property
    def event(self) -> Optional[str]:
        """The name of the event; None when it has none."""
        return self._event

    @property
    def id(self) -> Optional[str]:
        """The last id that the stream gave, by this event or one before it."""
        return self._id

    @property
    def retry(self) -> Optional[int]:
        """Milliseconds to wait before connecting again, if the event says so."""
        return self._retry

    @property
    def data(self) -> str:
        """The text of the event; empty when it has none."""
        return self._data

    def json(self) -> Any:
        """The data as JSON; raises json.JSONDecodeError when it is not JSON."""
        return json.loads(self.data)

    def __repr__(self) -> str:
        return (
            f"ServerSentEvent(event={self.event}, data={self.data}, "
            f"id={self.id}, retry={self.retry})"
        )


@runtime_checkable
class SSEBytesDecoder(Protocol):
    """What turns the bytes of a response into events."""

    def iter_bytes(self, iterator: Iterator[bytes]) -> Iterator[ServerSentEvent]:
        """The events in the bytes of `iterator`."""
        ...

    def aiter_bytes(self, iterator: AsyncIterator[bytes]) -> AsyncIterator[ServerSentEvent]:
        """The events in the bytes of `iterator`."""
        ...


# An event as it came: the data of a `content_block_delta` without an id; or name, data and id of
# any; or decoded already; or what kept it from being so.
RawEvent = Union[bytes, Tuple[bytes, bytes, Optional[str]], ServerSentEvent, UnicodeDecodeError]

_DELTA_NAME = b"event: content_block_delta"
_DELTA = _DELTA_NAME + b"\ndata: "
_DELTA_BEGINS = len(_DELTA)
# Longer pieces hold many events, most likely.
_LONG = 4096


class SSEDecoder:
    """Decodes one stream; keeps what an unfinished event has so far."""

    def __init__(self) -> None:
        self._lines = LineBuffer()
        self._begun = False
        # Whether a name and one line of data are an event, and nothing of what was before.
        self._is_between_events = False
        # Then nothing may be decoded any other way.
        self._decodes_lines = type(self).decode is not _PLAIN_DECODING[2]
        self._event: Optional[str] = None
        self._data: List[str] = []
        self._last_event_id: Optional[str] = None
        self._retry: Optional[int] = None

    def iter_bytes(self, iterator: Iterator[bytes]) -> Iterator[ServerSentEvent]:
        """The events in the bytes of `iterator`, whose pieces may end anywhere."""
        for chunk in iterator:
            for raw_event in self.feed(chunk):
                yield self.event_of(raw_event)

    async def aiter_bytes(self, iterator: AsyncIterator[bytes]) -> AsyncIterator[ServerSentEvent]:
        """The events in the bytes of `iterator`, whose pieces may end anywhere."""
        async for chunk in iterator:
            for raw_event in self.feed(chunk):
                yield self.event_of(raw_event)

    def decode(self, line: str) -> Optional[ServerSentEvent]:
        """Take one line without its ending; the event if the line, a blank one, ends it."""
        self._is_between_events = False
        if not line:
            return self._finish()
        if line.startswith(":"):
            return None
        field, _, value = line.partition(":")
        if value.startswith(" "):
            value = value[1:]
        if field == "event":
            self._event = value
        elif field == "data":
            self._data.append(value)
        elif field == "id":
            if "\0" not in value:
                self._last_event_id = value
        elif field == "retry":
            try:
                self._retry = int(value)
            except ValueError:
                return None  # not a number: the line is to be ignored
        return None

    def feed(self, chunk: bytes) -> Sequence[RawEvent]:
        """The events that a piece of the stream brings to an end, each for `event_of`.

        Those of a name and one line of data alone, as nearly all are, stay bytes. Text that cannot
        be decoded comes last, as the error for it, since it must not keep back what was before it.
        """
        if self._is_between_events and len(chunk) < _LONG:
            lines = chunk.splitlines()
            if len(lines) == 3:
                name, data, blank = lines
                if name == _DELTA_NAME and data[:6] == b"data: " and not blank:
                    # What most pieces are: one delta, and nothing else.
                    return (data[6:],)
        if not (self._lines.is_empty and chunk.endswith(b"\n\n") and b"\r" not in chunk):
            chunk = self._lines.feed(chunk)
            if not chunk:
                self._is_between_events = False
                return ()
        if not self._begun:
            self._begun = True
            chunk = chunk[3:] if chunk.startswith(codecs.BOM_UTF8) else chunk
        events: List[RawEvent] = []
        try:
            self._feed_lines(chunk, events)
        except UnicodeDecodeError as error:
            events.append(error)
        self._is_between_events = self._lines.is_empty and self._takes_events()
        return events

    def event_of(self, raw_event: RawEvent) -> ServerSentEvent:
        """One of the events that `feed` returned; raises UnicodeDecodeError if it is no text."""
        if isinstance(raw_event, ServerSentEvent):
            return raw_event
        if isinstance(raw_event, UnicodeDecodeError):
            raise raw_event
        if isinstance(raw_event, bytes):
            raw_event = (b"content_block_delta", raw_event, None)
        name, data, last_id = raw_event
        return ServerSentEvent(event=name.decode("utf-8"), data=data.decode("utf-8"), id=last_id)

    def _takes_events(self) -> bool:
        """Whether a name and one line of data are all that there is to know of an event."""
        is_alone = self._last_event_id is None and not self._has_begun()
        return is_alone and not self._decodes_lines

    def _has_begun(self) -> bool:
        return bool(self._event or self._data or self._retry is not None)

    def _feed_lines(self, lines: bytes, events: List[RawEvent]) -> None:
        blocks = lines.split(b"\n\n")
        # The last block is what follows the last blank line: lines of an event yet to be ended.
        rest = blocks.pop()
        takes_events = self._takes_events()
        for block in blocks:
            if takes_events and block.startswith(_DELTA) and block.count(b"\n") == 1:
                events.append(block[_DELTA_BEGINS:])
            else:
                self._feed_block(block, events)
                takes_events = self._takes_events()
        if rest:
            self._decode_lines(rest.split(b"\n")[:-1], events)

    def _feed_block(self, block: bytes, events: List[RawEvent]) -> None:
        """The event of a block of lines that a blank line ends."""
        is_usual = block.count(b"\n") == 1 and not (self._has_begun() or self._decodes_lines)
        if is_usual and block.startswith(b"event: "):
            name, found, data = block[7:].partition(b"\ndata: ")
            if found:
                events.append((name, data, self._last_event_id))
                return
        self._decode_lines(block.split(b"\n"), events)
        self._decode_lines([b""], events)

    def _decode_lines(self, lines: List[bytes], events: List[RawEvent]) -> None:
        for line in lines:
            sse = self.decode(line.decode("utf-8"))
            if sse is not None:
                events.append(sse)

    def _finish(self) -> Optional[ServerSentEvent]:
        if not (self._has_begun() or self._last_event_id):
            return None
        sse = ServerSentEvent(
            event=self._event,
            data="\n".join(self._data),
            id=self._last_event_id,
            retry=self._retry,
        )
        self._event = None
        self._data = []
        self._retry = None
        return sse


# -- streams --------------------------------------------------------------------------------------


class _HelperIsStream(type):
    """Keeps `isinstance(helper, Stream)` true for the objects of `messages.stream()`.

    They were streams once, and programs ask.  The class of the helpers is looked up by name, since
    this layer does not know them: whoever has such an object has loaded its module.
    """

    _helper_name: str = ""

    def __instancecheck__(cls, instance: object) -> bool:
        if super().__instancecheck__(instance):
            return True
        name = vars(cls).get("_helper_name")
        helper = _loaded_helper(name) if name else None
        if helper is None or not isinstance(instance, helper):
            return False
        warnings.warn(
            f"isinstance() of a {name} object against {cls.__name__} is deprecated, since it is no "
            f"{cls.__name__}; compare with `anthropic.{name}` instead.",
            DeprecationWarning,
            stacklevel=2,
        )
        return True


def _loaded_helper(name: str) -> Optional[type]:
    module = sys.modules.get(f"{__package__}.lib.streaming._messages")
    return getattr(module, name, None)


class Stream(Generic[_T], metaclass=_HelperIsStream):
    """The events of a streamed response, one model each; one pass only.

    Iterate over it, or call `next()`. The response is closed when the last event was read; use the
    stream as a context manager, or call `close()`, if you may stop before that.
    """

    _helper_name = "MessageStream"

    response: httpx.Response
    """The HTTP response that the events come from."""

    def __init__(
        self,
        *,
        cast_to: Type[_T],
        response: httpx.Response,
        client: Anthropic,
        options: Optional[FinalRequestOptions] = None,
    ) -> None:
        from ._stream_reading import StreamReading

        self.response = response
        self._cast_to = cast_to
        self._client = client
        self._options = options
        self._reading = StreamReading(self, cast_to=cast_to, client=client, response=response)
        self._iterator = self.__stream__()

    @property
    def last_activity(self) -> Optional[float]:
        """When bytes last arrived, by the clock of `time.monotonic()`; None before the first."""
        return self._reading.watchdog.last_activity

    def __next__(self) -> _T:
        return self._iterator.__next__()

    def __iter__(self) -> Iterator[_T]:
        return iter(self._iterator)

    def _iter_events(self) -> Iterator[ServerSentEvent]:
        yield from self._reading.events()

    def __stream__(self) -> Iterator[_T]:
        # Not a generator itself: that would hold the stream, and the stream holds it.
        is_own = type(self)._iter_events is not _PLAIN_EVENTS
        from ._stream_items import read_items

        return read_items(self._reading, self._iter_events if is_own else None)

    @property
    def _decoder(self) -> SSEBytesDecoder:
        # May be replaced before the first event is asked for.
        return cast(SSEBytesDecoder, self._reading.decoder)

    @_decoder.setter
    def _decoder(self, decoder: SSEBytesDecoder) -> None:
        self._reading.decoder = decoder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the response; events that were not read are lost."""
        self._reading.close()
        self.response.close()


class AsyncStream(Generic[_T], metaclass=_HelperIsStream):
    """The events of a streamed response, one model each; one pass only.

    Iterate over it with `async for`, or call `anext()`. The response is closed when the last event
    was read; use the stream as an async context manager, or await `close()`, if you may stop
    before that.
    """

    _helper_name = "AsyncMessageStream"

    response: httpx.Response
    """The HTTP response that the events come from."""

    def __init__(
        self,
        *,
        cast_to: Type[_T],
        response: httpx.Response,
        client: AsyncAnthropic,
        options: Optional[FinalRequestOptions] = None,
    ) -> None:
        from ._stream_reading import StreamReading

        self.response = response
        self._cast_to = cast_to
        self._client = client
        self._options = options
        self._reading = StreamReading(self, cast_to=cast_to, client=client, response=response)
        is_own = type(self).__stream__ is not _PLAIN_ASYNC_STREAM
        self._iterator = self.__stream__() if is_own else self._items()

    @property
    def last_activity(self) -> Optional[float]:
        """When bytes last arrived, by the clock of `time.monotonic()`; None before the first."""
        return self._reading.watchdog.last_activity

    async def __anext__(self) -> _T:
        try:
            return await self._iterator.__anext__()
        except StopAsyncIteration:
            self._reading.check_whole()
            raise

    async def __aiter__(self) -> AsyncIterator[_T]:
        async for item in self._iterator:
            yield item
        self._reading.check_whole()

    async def _iter_events(self) -> AsyncIterator[ServerSentEvent]:
        async for sse in self._reading.async_events():
            yield sse

    async def __stream__(self) -> AsyncIterator[_T]:
        async for item in self._items():
            yield item

    def _items(self) -> AsyncIterator[_T]:
        # Not a generator itself: that would hold the stream, and the stream holds it.
        is_own = type(self)._iter_events is not _PLAIN_ASYNC_EVENTS
        from ._stream_items import async_items

        return async_items(self._reading, self._iter_events if is_own else None)

    @property
    def _decoder(self) -> SSEBytesDecoder:
        # May be replaced before the first event is asked for.
        return cast(SSEBytesDecoder, self._reading.decoder)

    @_decoder.setter
    def _decoder(self, decoder: SSEBytesDecoder) -> None:
        self._reading.decoder = decoder

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the response; events that were not read are lost."""
        self._reading.is_done = True
        await self.response.aclose()


# The ways that are gone where nobody has put something else in their place, in a subclass or here.
_PLAIN_EVENTS: Any = cast(Any, Stream)._iter_events
_PLAIN_ASYNC_EVENTS: Any = cast(Any, AsyncStream)._iter_events
_PLAIN_ASYNC_STREAM: Any = cast(Any, AsyncStream).__stream__
_PLAIN_DECODING = (SSEDecoder.iter_bytes, SSEDecoder.aiter_bytes, SSEDecoder.decode)


def is_plain_decoder(decoder: object) -> bool:
    """Whether a decoder is the usual one, so that its `feed` gives what it would give else."""
    return (
        type(decoder) is SSEDecoder
        and (SSEDecoder.iter_bytes, SSEDecoder.aiter_bytes, SSEDecoder.decode) == _PLAIN_DECODING
    )


def extract_stream_chunk_type(
    stream_cls: Any,
    *,
    generic_bases: Optional[Tuple[type, ...]] = None,
    failure_message: Optional[str] = None,
) -> Any:
    """The type of the items of a stream class: `T` of `Stream[T]`, or of a class made from it.

    Raises RuntimeError, with `failure_message` if there is one, when the class leaves it open.
    """
    return extract_type_var_from_base(
        stream_cls,
        index=0,
        generic_bases=generic_bases or (Stream, AsyncStream),
        failure_message=failure_message,
    )
