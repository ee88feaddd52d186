"""Streams: which events reach the caller, how errors do, and who closes the response."""

from __future__ import annotations

import sys
import types
from typing import Any, AsyncIterator, Dict, Iterator, List

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthropic._exceptions import APIStatusError
from anthropic._models import BaseModel
from anthropic._streaming import AsyncStream, SSEDecoder, Stream, extract_stream_chunk_type
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
DELTA = sse("content_block_delta", b'{"type":"content_block_delta","text":"a"}')


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


def test_an_error_closes_the_response() -> None:
    stream = stream_of(DELTA, sse("error", b"{}"), DELTA)
    assert next(stream).text == "a"
    with pytest.raises(APIStatusError):
        next(stream)
    assert stream.response.is_closed
    with pytest.raises(StopIteration):
        next(stream)


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
