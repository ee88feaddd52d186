"""Reading the answer to a streaming request: from bytes to what the caller gets, to its end.

`StreamReading` belongs to a stream, and to the generator that the stream draws from. That
generator does not hold the stream itself: so a stream that nobody has any more is gone at once,
and its connection is given back without waiting for the garbage collector.
"""

from __future__ import annotations

import warnings
import weakref
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Callable,
    Iterable,
    Iterator,
    NoReturn,
    Optional,
    Tuple,
    cast,
)

import httpx

from ._bodies import is_no_stream, is_raw_body
from ._construct import discriminator_of, strip_annotated
from ._decode_errors import DecodeError, FrameError, Undecodable, raise_unreadable
from ._disclosure import shown_request
from ._exceptions import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    IncompleteStreamError,
    error_type_class,
)
from ._forks import Forks
from ._resending import delay_before_resending
from ._sockets import wake_reader
from ._stream_errors import (
    caused_error,
    closed_error,
    interrupted_error,
    timeout_error,
    transport_error,
    was_closed_early,
)
from ._stream_state import MESSAGE_EVENTS, Snapshots, StreamState, field
from ._validators import Reader, always_holds, json_refused, strict_reader
from ._watchdog import Watchdog

if TYPE_CHECKING:
    from ._streaming import ServerSentEvent

SKIPPED: Any = object()
"""What stands for an event that the caller does not get."""

_RAW = (bytes, tuple, UnicodeDecodeError)
# How much of an answer that is no stream is kept for the error that tells of it.
_KEPT_BYTES = 4096

# What gives the events of the present response, if a subclass of a stream has its own idea of it.
Events = Optional[Callable[[], Any]]


class StreamReading:
    """What a stream knows about its answer."""

    def __init__(self, stream: Any, *, cast_to: Any, client: Any, response: httpx.Response) -> None:
        self.client = client
        self.response = response
        self.decoder: Any = client._make_sse_decoder()
        self._stream = weakref.ref(stream)
        self.state = StreamState()
        self.watchdog = Watchdog.of_client(client)
        self._forks = Forks.count
        # Set when the caller has closed the stream, or when it has come to its end.
        self.is_done = False
        # Set when reading was ended from outside: whoever goes on would take that for the end.
        self.was_interrupted = False
        # What an answer of another type begins with, for the error that tells of it.
        self._beginning = b""
        self._cast_to = cast_to
        # Only then is a value that validates sure to need nothing from the event's name.
        names_itself = always_holds(cast_to, "type")
        self._read: Reader = strict_reader(cast_to) if names_itself else json_refused

    # -- bytes --

    def source(self, own_events: Events) -> Tuple[Iterator[Any], Callable[[Any], Iterable[Any]]]:
        """What brings the answer, and what makes events of each thing that it brings."""
        events = own_events or self._own_events()
        if events is None and self._is_read_plainly():
            if self.watchdog.is_armed or is_no_stream(self.response):
                return self._chunks(), self.decoder.feed
            # With as little between the transport and the events as can be.
            response = self.response
            body = response.iter_raw() if is_raw_body(response) else response.iter_bytes()
            return body, self.decoder.feed
        return (self.events() if events is None else events()), _alone

    def events(self) -> Iterator[ServerSentEvent]:
        """The events of the response, as they come."""
        return cast("Iterator[ServerSentEvent]", self.decoder.iter_bytes(self._chunks()))

    def async_source(
        self, own_events: Events
    ) -> Tuple[AsyncIterator[Any], Callable[[Any], Iterable[Any]]]:
        """The twin of `source`."""
        events = own_events or self._own_events()
        if events is None and self._is_read_plainly():
            if self.watchdog.is_armed or is_no_stream(self.response):
                return self._async_chunks(), self.decoder.feed
            # As above.
            response = self.response
            body = response.aiter_raw() if is_raw_body(response) else response.aiter_bytes()
            return body, self.decoder.feed
        return (self.async_events() if events is None else events()), _alone

    def async_events(self) -> AsyncIterator[ServerSentEvent]:
        """The events of the response, as they come."""
        events = self.decoder.aiter_bytes(self._async_chunks())
        return cast("AsyncIterator[ServerSentEvent]", events)

    def _own_events(self) -> Events:
        """What gives the events, if somebody has put it into the stream itself."""
        return vars(self._stream() or self).get("_iter_events")

    def _is_read_plainly(self) -> bool:
        from ._streaming import is_plain_decoder

        return is_plain_decoder(self.decoder)

    def _chunks(self) -> Iterator[bytes]:
        watchdog, response = self.watchdog, self.response
        is_watched = watchdog.is_armed and watchdog.shorten_reads(response)
        chunks = response.iter_bytes()
        if is_no_stream(response):
            chunks = self._kept_chunks(chunks)
        watchdog.begin_to_wait()
        try:
            for chunk in chunks:
                watchdog.note_bytes()
                yield chunk
                if watchdog.is_armed:
                    self._check_progress()
                    watchdog.begin_to_wait()
        except APIConnectionError:
            # The watchdog's, which is one of httpx too.
            raise
        except httpx.RequestError as error:
            ran_out = is_watched and isinstance(error, httpx.ReadTimeout)
            message = watchdog.complaint() if ran_out else None
            raise transport_error(error, response, message=message) from error

    async def _async_chunks(self) -> AsyncIterator[bytes]:
        watchdog, response = self.watchdog, self.response
        chunks = response.aiter_bytes()
        if is_no_stream(response):
            chunks = self._async_kept_chunks(chunks)
        if watchdog.is_armed:
            chunks = self._watched_chunks(chunks)
        try:
            async for chunk in chunks:
                watchdog.note_bytes()
                yield chunk
        except APIConnectionError:
            # The watchdog's, which is one of httpx too.
            raise
        except httpx.RequestError as error:
            raise transport_error(error, response) from error

    async def _watched_chunks(self, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        import anyio

        watchdog = self.watchdog
        while True:
            self._check_progress()
            watchdog.begin_to_wait()
            chunk: Optional[bytes] = None
            with anyio.move_on_after(watchdog.limit()) as scope:
                chunk = await _next_chunk(chunks)
            if chunk is None and scope.cancelled_caught:
                raise timeout_error(self.response, watchdog.complaint())
            if chunk is None:
                return
            yield chunk

    def _kept_chunks(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            self._keep(chunk)
            yield chunk

    async def _async_kept_chunks(self, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        async for chunk in chunks:
            self._keep(chunk)
            yield chunk

    def _keep(self, chunk: bytes) -> None:
        if len(self._beginning) < _KEPT_BYTES:
            self._beginning += chunk

    def _check_progress(self) -> None:
        if self.watchdog.has_run_out():
            raise timeout_error(self.response, self.watchdog.complaint())

    # -- events --

    def read(self, event: Any) -> Any:
        """The value to hand to the caller, or `SKIPPED`; raises what an `error` event reports."""
        if type(event) is not bytes:
            return self._read_event(event)
        # The data of a delta, as nearly all are.
        try:
            value = self._read(event)
        except ValueError:
            return self._read_event(event)
        state = self.state
        state.delivered = True
        self.watchdog.waited = 0.0
        if state.keeps_deltas:
            state.keep_delta(value, event)
        return value

    def _read_event(self, event: Any) -> Any:
        sse: ServerSentEvent = self.decoder.event_of(event) if isinstance(event, _RAW) else event
        name = sse.event
        if name in MESSAGE_EVENTS:
            try:
                value = self._read(sse.data)
                data: Any = sse.data
            except ValueError:
                data = self._with_type(sse.json(), name)
                value = self._construct(data)
            self._note(name, value, data)
            return value
        if name == "completion":
            try:
                value = self._read(sse.data)
            except ValueError:
                value = self._construct(sse.json())
            # By this name go the events of messages too, where they come in frames of another kind.
            kind = field(value, "type")
            if kind == "error":
                raise self._reported_error(sse) from None
            if kind != "ping":
                self._note(kind if kind in MESSAGE_EVENTS else None, value, sse.data)
            return value
        if name == "error":
            raise self._reported_error(sse) from None
        if getattr(self.client, "_yields_every_event", False) and sse.data not in ("", "[DONE]"):
            value = self._construct(sse.json())
            self._note(None, value, sse.data)
            return value
        # Pings, and events that a later API may add.
        return SKIPPED

    def _with_type(self, data: Any, name: str) -> Any:
        """The data of an event, which is named in the data too if the API left that out."""
        if not isinstance(data, dict):
            raise APIResponseValidationError(
                self.response,
                body=data,
                message=(
                    f"A `{name}` event of the answer to {shown_request(self.response.request)} "
                    "holds no JSON object. The error's `body` has what it holds."
                ),
            )
        event = cast("dict[str, Any]", data)
        return event if "type" in event else {**event, "type": name}

    def _note(self, kind: Optional[str], value: Any, data: Any) -> None:
        self.watchdog.waited = 0.0
        self.state.delivered = True
        if kind is not None:
            self.state.note(kind, value, data)

    def _construct(self, data: Any) -> Any:
        return self.client._process_response_data(
            data=data, cast_to=self._cast_to, response=self.response
        )

    def _reported_error(self, sse: ServerSentEvent) -> APIError:
        response = self.response
        body: Any = sse.data
        message = sse.data or f"Error code: {response.status_code}"
        try:
            body = sse.json()
            message = str(body)
        except ValueError:
            # Not JSON: the text itself says what is wrong, and stays the body.
            body = sse.data
        error = cast(
            APIStatusError, self.client._make_status_error(message, body=body, response=response)
        )
        named = error_type_class(error.type)
        if type(error) is APIStatusError and named is not APIStatusError:
            # All that the status says is that the answer began well.
            error = named(message, response=response, body=body)
        if error.request_id is None:
            error.request_id = field(body, "request_id")
        return error

    # -- the end --

    def check_end(self) -> None:
        """Raise for an answer that has ended before its end."""
        state = self.state
        if not state.delivered and self._beginning.strip():
            raise self._wrong_type()
        if state.is_whole:
            return
        self.check_open()
        if getattr(self.client, "require_complete_streams", None) is not True:
            return
        missing = "`message_stop` event and no `stop_reason`"
        missing = "`content_block_stop` event for it" if state.stopped else missing
        if state.is_message or (not state.delivered and holds_messages(self._cast_to)):
            block = state.open_block
            where = f"within content block {block.index} ({block.type})" if block else "too early"
            raise IncompleteStreamError(
                message=(
                    f"The stream of {shown_request(self.response.request)} ended {where}: no "
                    f"{missing} had arrived, so this is not the whole message. The error's "
                    "`snapshot` has what did arrive. If your gateway never sends the end, pass "
                    "`require_complete_streams=False` to the client."
                ),
                request=self.response.request,
            )

    def check_whole(self) -> None:
        """Raise where nothing more comes, though the stream has not come to its end."""
        if self.was_interrupted and not self.state.is_whole:
            raise interrupted_error(self.response)

    def _wrong_type(self) -> APIError:
        response = self.response
        return APIResponseValidationError(
            response,
            body=self._beginning[:_KEPT_BYTES].decode("utf-8", "replace"),
            message=(
                f"The answer to {shown_request(response.request)} should be a stream of events, "
                f"but is `{response.headers.get('content-type')}` and holds none. The error's "
                "`body` has its beginning."
            ),
        )

    def raise_unreadable(self, error: DecodeError) -> NoReturn:
        """Raise for an event that cannot be decoded."""
        try:
            raise_unreadable(error, self.response, part="An event")
        except APIError as made:
            self.describe(made)
            raise

    def delay_after(self, error: Exception) -> Optional[float]:
        """The seconds to wait before asking again; None when the answer is whole all the same.

        Raises what the error means for the caller, if it is to be raised.
        """
        if isinstance(error, Undecodable):
            self.raise_unreadable(error)
        if isinstance(error, FrameError) and not isinstance(error, APIError):
            return self._delay_after_frames(error)
        if not isinstance(error, APIError):
            # One of the transport, which is all that is caught beside our own.
            return self.delay_after(caused_error(cast(httpx.RequestError, error), self.response))
        # Gateways cut the connection when the message has said why it stops.
        if self.state.is_whole and isinstance(error, APIConnectionError):
            self.is_done = True
            return None
        if self.is_done and isinstance(error, httpx.RequestError):
            # Another thread may get here before it has closed the response.
            cause, error = error.__cause__, closed_error(self.response)
            error.__cause__ = cause
        seconds = self._delay_before_retry(error)
        if seconds is None:
            self.describe(error)
            raise error
        return seconds

    def _delay_after_frames(self, error: FrameError) -> Optional[float]:
        if error.is_cut and getattr(self.client, "require_complete_streams", None) is False:
            self.is_done = True
            return None
        is_other = not self.state.delivered and self._beginning.strip()
        made = self._wrong_type() if is_other else error.of_answer(self.response)
        made.__cause__ = error
        return self.delay_after(made)

    def _delay_before_retry(self, error: APIError) -> Optional[float]:
        # Whoever has closed the stream wants no other answer.
        is_closed = self.is_done or was_closed_early(error, self.response)
        if is_closed or self.state.delivered or isinstance(error, APIResponseValidationError):
            return None
        return delay_before_resending(self.client, self.response, error)

    def begin_again(self, response: httpx.Response) -> None:
        """Read another answer, in place of one that has brought nothing."""
        self.response = response
        self.check_open()
        self.decoder = self.client._make_sse_decoder()
        self.watchdog.waited = 0.0
        self._beginning = b""
        stream = self._stream()
        if stream is not None:
            stream.response = response

    def check_open(self) -> None:
        """Raise for a stream that was closed meanwhile: by another thread, or another task."""
        if self.is_done:
            raise closed_error(self.response)

    def close(self) -> None:
        """Have nobody get anything more, nor wait for it; the response is still to be closed."""
        self.is_done = True
        # What ends the wait ends the connection, also for the process that has forked this one.
        if self._forks == Forks.count:
            wake_reader(self.response)

    def describe(self, error: APIError) -> None:
        """Have an error that ends the stream tell what had arrived."""
        self.is_done = True
        state = self.state
        if isinstance(error, APIConnectionError) and error.request_id is None:
            error.request_id = self.response.headers.get("request-id")
        if state.is_message and error.snapshot is None:
            error.open_block = state.open_block
            index = None if state.open_block is None else state.open_block.index
            if state.snapshots is not None:
                error.snapshot = state.snapshots(index)
            else:
                error.snapshot = self._snapshot(state.kept_events(), index)
        state.events = None

    def _snapshot(self, events: Any, open_index: Optional[int]) -> Any:
        make = getattr(self.client, "_partial_message", None)
        return None if make is None or events is None else make(events, self._cast_to, open_index)

    def warn_if_abandoned(self) -> bool:
        """Tell whoever has left a stream without closing it; whether anybody has."""
        response = cast("Optional[httpx.Response]", self.response)
        if self.is_done or response is None or response.is_closed:
            return False
        self.is_done = True
        if not self.state.stopped:
            warnings.warn(
                "A stream was left before its end and not closed. Use it in a `with` or "
                "`async with` statement, or call its `close()`.",
                ResourceWarning,
                stacklevel=2,
            )
        return True

    def __del__(self) -> None:
        # For a stream that nobody has read from: others are closed by what reads them.
        is_left = self.warn_if_abandoned()
        if is_left and isinstance(self.response.stream, httpx.SyncByteStream):
            self.response.close()


def _alone(event: Any) -> Tuple[Any]:
    return (event,)


def supply_snapshots(stream: Any, snapshots: Snapshots) -> Optional[StreamReading]:
    """Have errors of a stream take the message so far from whoever puts it together anyway.

    Returns what the stream knows of its answer; None for one that somebody has made by hand.
    """
    reading = getattr(stream, "_reading", None)
    if not isinstance(reading, StreamReading):
        return None
    reading.state.supply_snapshots(snapshots)
    return reading


async def _next_chunk(chunks: AsyncIterator[bytes]) -> Optional[bytes]:
    async for chunk in chunks:
        return chunk
    return None


def holds_messages(cast_to: Any) -> bool:
    """Whether the events of a type are those of a message."""
    metadata = getattr(cast_to, "__metadata__", ())
    details = discriminator_of(strip_annotated(cast_to), metadata)
    return details is not None and "message_start" in details.mapping
