"""Streams: which events reach the caller, how errors do, and who closes the response."""

from __future__ import annotations

import sys
import tracemalloc
import types
from typing import Any, AsyncIterator, Dict, Iterator, List, Optional, Union

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import Annotated, Literal

from anthropic._exceptions import APIStatusError
from anthropic._models import BaseModel
from anthropic._streaming import (
    AsyncStream,
    ServerSentEvent,
    SSEDecoder,
    Stream,
    extract_stream_chunk_type,
)
from anthropic._utils import PropertyInfo
from tests.runtime.response.support import (
    MESSAGE,
    Body,
    Client,
    DeltaEvent,
    Event,
    StartEvent,
    encoded,
    http_response,
    split_at,
)


def sse(name: str, data: bytes) -> bytes:
    return b"event: %b\ndata: %b\n\n" % (name.encode(), data)


START = sse("message_start", encoded({"type": "message_start", "message": MESSAGE}))
LONG_DELTA = {
    "type": "content_block_delta",
    "index": 0,
    "delta": {"type": "text_delta", "text": "some words"},
    "padding": "x" * 100,
}
DELTA = sse("content_block_delta", b'{"type":"content_block_delta","text":"a"}')


class TextDelta(BaseModel):
    type: Literal["text_delta"]
    text: str


class TextDeltaEvent(BaseModel):
    type: Literal["content_block_delta"]
    index: int
    delta: TextDelta


TextDeltas: Any = Annotated[Union[StartEvent, TextDeltaEvent], PropertyInfo(discriminator="type")]


def response_of(*pieces: bytes) -> httpx.Response:
    return http_response(*pieces, content_type="text/event-stream")


def stream_of(*pieces: bytes, cast_to: Any = Event) -> Stream[Any]:
    client: Any = Client()
    return Stream(cast_to=cast_to, response=response_of(*pieces), client=client)


def async_stream_of(*pieces: bytes, cast_to: Any = Event) -> AsyncStream[Any]:
    client: Any = Client()
    return AsyncStream(cast_to=cast_to, response=response_of(*pieces), client=client)


# -- events ---------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 900), max_size=6))
async def test_events_become_models(cuts: List[int]) -> None:
    body = START + sse("ping", b'{"type":"ping"}') + sse("later", b"not even JSON") + DELTA
    pieces = split_at(body, cuts)
    events = list(stream_of(*pieces))
    assert [type(event) for event in events] == [StartEvent, DeltaEvent]
    assert [event async for event in async_stream_of(*pieces)] == events


def test_a_missing_type_is_the_name_of_the_event() -> None:
    (event,) = stream_of(sse("content_block_delta", b'{"text":"a"}'))
    assert event == DeltaEvent(type="content_block_delta", text="a")
    assert list(stream_of(sse("message_stop", b'{"a": 1}'), cast_to=Dict[str, object])) == [
        {"a": 1, "type": "message_stop"}
    ]


def test_events_are_built_loosely() -> None:
    (event,) = stream_of(sse("content_block_delta", b'{"type":"content_block_delta","text":[5]}'))
    assert isinstance(event, DeltaEvent) and event.text == [5]
    (event,) = stream_of(sse("message_stop", b'{"type":"message_stop"}'))
    assert isinstance(event, StartEvent) and event.type == "message_stop"


def test_completions_are_cast_as_they_are() -> None:
    class Completion(BaseModel):
        completion: str

    (completion,) = stream_of(sse("completion", b'{"completion":"a"}'), cast_to=Completion)
    assert completion == Completion(completion="a")
    assert completion.to_dict() == {"completion": "a"}


def test_data_that_is_no_json() -> None:
    with pytest.raises(ValueError):
        list(stream_of(sse("message_stop", b"{")))


# -- errors ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "message", "body"),
    [
        (b'{"error":{"type":"x"}}', "{'error': {'type': 'x'}}", {"error": {"type": "x"}}),
        (b"overloaded", "overloaded", "overloaded"),
        (b"", "Error code: 200", ""),
    ],
)
async def test_error_events(data: bytes, message: str, body: object) -> None:
    with pytest.raises(APIStatusError) as caught:
        list(stream_of(sse("error", data)))
    assert (str(caught.value), caught.value.body) == (message, body)
    assert caught.value.status_code == 200
    assert caught.value.request_id == "req_1"
    with pytest.raises(APIStatusError) as caught:
        async for _ in async_stream_of(sse("error", data)):
            raise AssertionError("an error event is no item")
    assert str(caught.value) == message


async def test_an_error_closes_the_response() -> None:
    stream = stream_of(DELTA, sse("error", b"{}"), DELTA)
    assert next(stream).text == "a"
    with pytest.raises(APIStatusError):
        next(stream)
    assert stream.response.is_closed
    with pytest.raises(StopIteration):
        next(stream)
    other = async_stream_of(DELTA, sse("error", b"{}"), DELTA)
    assert (await other.__anext__()).text == "a"
    with pytest.raises(APIStatusError):
        await other.__anext__()
    assert other.response.is_closed
    with pytest.raises(StopAsyncIteration):
        await other.__anext__()


# -- closing --------------------------------------------------------------------------------------


def test_the_end_closes_the_response() -> None:
    stream = stream_of(DELTA)
    assert not stream.response.is_closed
    assert len(list(stream)) == 1
    assert stream.response.is_closed
    assert list(stream) == []


def test_breaking_out_leaves_it_open_and_the_context_manager_closes() -> None:
    stream = stream_of(START, DELTA, DELTA)
    with stream as entered:
        assert entered is stream
        for _ in stream:
            break
        assert not stream.response.is_closed
        assert next(stream).text == "a"
    assert stream.response.is_closed
    assert isinstance(stream.response.stream, Body) and stream.response.stream.closed


async def test_async_closing() -> None:
    stream = async_stream_of(START, DELTA, DELTA)
    async with stream as entered:
        assert entered is stream
        assert isinstance(await stream.__anext__(), StartEvent)
        assert not stream.response.is_closed
        assert [event.text async for event in stream] == ["a", "a"]
        assert stream.response.is_closed
    stream = async_stream_of(DELTA)
    await stream.close()
    assert stream.response.is_closed


# -- seams that programs use ----------------------------------------------------------------------


def test_the_iterator_may_be_replaced() -> None:
    stream = stream_of(DELTA)
    stream._iterator = iter(["mine", "too"])
    assert next(stream) == "mine"
    assert list(stream) == ["too"]


async def test_the_async_iterator_may_be_replaced() -> None:
    stream = async_stream_of(DELTA)
    assert str(type(stream._iterator)) == "<class 'async_generator'>"

    async def own() -> AsyncIterator[str]:
        yield "mine"

    stream._iterator = own()
    assert [item async for item in stream] == ["mine"]


def test_stream_may_be_overridden() -> None:
    class Own(Stream[Any]):
        def __stream__(self) -> Iterator[Any]:
            for item in super().__stream__():
                yield ("own", item.text)

    client: Any = Client()
    assert list(Own(cast_to=Event, response=response_of(DELTA), client=client)) == [("own", "a")]


class Renaming(SSEDecoder):
    """Calls deltas by another name."""

    def decode(self, line: str) -> Optional[ServerSentEvent]:
        return super().decode(line.replace("content_block_delta", "ping"))


class Doubling:
    """Gives every event twice."""

    def __init__(self) -> None:
        self._plain = SSEDecoder()

    def iter_bytes(self, iterator: Iterator[bytes]) -> Iterator[ServerSentEvent]:
        for event in self._plain.iter_bytes(iterator):
            yield from (event, event)

    async def aiter_bytes(self, iterator: AsyncIterator[bytes]) -> AsyncIterator[ServerSentEvent]:
        async for event in self._plain.aiter_bytes(iterator):
            yield event
            yield event


async def test_the_decoder_may_be_replaced() -> None:
    stream, other = stream_of(DELTA), async_stream_of(DELTA)
    stream._decoder = other._decoder = Doubling()
    assert [event.text for event in stream] == ["a", "a"]
    assert [event.text async for event in other] == ["a", "a"]
    stream = stream_of(START, DELTA)
    stream._decoder = Renaming()
    assert [type(event) for event in stream] == [StartEvent]


def test_the_decoders_class_may_be_patched(monkeypatch: pytest.MonkeyPatch) -> None:
    decode = SSEDecoder.decode

    def own(self: SSEDecoder, line: str) -> Optional[ServerSentEvent]:
        return decode(self, line.replace("content_block_delta", "ping"))

    monkeypatch.setattr(SSEDecoder, "decode", own)
    assert [type(event) for event in stream_of(START, DELTA)] == [StartEvent]
    monkeypatch.undo()
    monkeypatch.setattr(SSEDecoder, "iter_bytes", lambda self, iterator: iter([]))
    assert list(stream_of(START, DELTA)) == []


async def test_the_events_may_be_replaced() -> None:
    def own() -> Iterator[ServerSentEvent]:
        yield ServerSentEvent(event="content_block_delta", data='{"text": "own"}')

    async def async_own() -> AsyncIterator[ServerSentEvent]:
        for event in own():
            yield event

    class Own(Stream[Any]):
        def _iter_events(self) -> Iterator[ServerSentEvent]:
            return own()

    class AsyncOwn(AsyncStream[Any]):
        def _iter_events(self) -> AsyncIterator[ServerSentEvent]:
            return async_own()

    client: Any = Client()
    # The stream itself is gone when its first event is asked for.
    assert [e.text for e in Own(cast_to=Event, response=response_of(DELTA), client=client)] == [
        "own"
    ]
    other = AsyncOwn(cast_to=Event, response=response_of(DELTA), client=client)
    assert [event.text async for event in other] == ["own"]

    stream: Any = stream_of(DELTA)
    stream._iter_events = own
    assert [event.text for event in stream] == ["own"]
    async_stream: Any = async_stream_of(DELTA)
    async_stream._iter_events = async_own
    assert [event.text async for event in async_stream] == ["own"]


async def test_the_bytes_may_be_replaced() -> None:
    async def own() -> AsyncIterator[bytes]:
        yield DELTA

    stream, other = stream_of(START), async_stream_of(START)
    vars(stream.response)["iter_bytes"] = lambda: iter([DELTA, DELTA])
    vars(other.response)["aiter_bytes"] = own
    assert [event.text for event in stream] == ["a", "a"]
    assert [event.text async for event in other] == ["a"]


def test_the_classes_may_be_patched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stream, "_iter_events", lambda self: iter([]))
    assert list(stream_of(DELTA)) == []
    monkeypatch.undo()
    monkeypatch.setattr(Stream, "__stream__", lambda self: iter(["patched"]))
    assert list(stream_of(DELTA)) == ["patched"]


async def test_the_async_classes_may_be_patched(monkeypatch: pytest.MonkeyPatch) -> None:
    async def none(self: Any) -> AsyncIterator[Any]:
        for item in ():
            yield item

    monkeypatch.setattr(AsyncStream, "_iter_events", none)
    assert [event async for event in async_stream_of(DELTA)] == []
    monkeypatch.undo()
    monkeypatch.setattr(AsyncStream, "__stream__", none)
    assert [event async for event in async_stream_of(DELTA)] == []


@pytest.mark.exhaustive
def test_long_texts_are_kept_as_texts_alone() -> None:
    def body() -> Iterator[bytes]:
        yield START
        for _ in range(20_000):
            yield sse("content_block_delta", encoded(LONG_DELTA))

    pieces: Any = body()
    stream = stream_of(cast_to=TextDeltas)
    assert isinstance(stream.response.stream, Body)
    stream.response.stream.pieces = pieces
    tracemalloc.start()
    try:
        count = sum(1 for _ in stream)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 20_001
    # The bodies of the events come to four megabytes.
    assert peak < 1_000_000


def test_raw_events() -> None:
    stream = stream_of(sse("ping", b"{}"), DELTA)
    assert isinstance(stream._decoder, SSEDecoder)
    assert [event.event for event in stream._iter_events()] == ["ping", "content_block_delta"]


def test_chunk_types() -> None:
    class Own(AsyncStream[DeltaEvent]):
        pass

    assert extract_stream_chunk_type(Stream[DeltaEvent]) is DeltaEvent
    assert extract_stream_chunk_type(Own) is DeltaEvent
    with pytest.raises(RuntimeError, match="mine"):
        extract_stream_chunk_type(Stream, failure_message="mine")


def test_isinstance() -> None:
    class Own(Stream[Any]):
        pass

    client: Any = Client()
    own = Own(cast_to=Event, response=response_of(), client=client)
    assert isinstance(stream_of(), Stream)
    assert isinstance(own, Stream) and isinstance(own, Own)
    assert not isinstance(stream_of(), (AsyncStream, Own))
    assert not isinstance(object(), Stream)


@pytest.mark.parametrize(
    ("name", "stream_cls", "other"),
    [("MessageStream", Stream, AsyncStream), ("AsyncMessageStream", AsyncStream, Stream)],
)
def test_helper_objects_still_pass_for_streams(
    monkeypatch: pytest.MonkeyPatch, name: str, stream_cls: Any, other: Any
) -> None:
    module: Any = types.ModuleType("anthropic.lib.streaming._messages")
    setattr(module, name, type(name, (), {}))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    helper = getattr(module, name)()
    with pytest.warns(DeprecationWarning, match=name) as caught:
        assert isinstance(helper, stream_cls)
    assert caught[0].filename == __file__
    assert not isinstance(helper, other)
