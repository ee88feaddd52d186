"""Streams as other programs handle them: replaced, subclassed, behind proxies, fed by hand."""

from __future__ import annotations

from typing import Any, AsyncIterator, Iterator, List, TypeVar

import httpx
import pytest

import anthropic
from anthropic import Anthropic, AsyncAnthropic, AsyncStream, Stream
from anthropic._decoders.jsonl import AsyncJSONLDecoder, JSONLDecoder
from anthropic.lib.streaming import AsyncMessageStreamManager, MessageStreamManager
from anthropic.lib.streaming._messages import accumulate_event
from anthropic.types import RawMessageStreamEvent
from tests.lib import wire
from tests.runtime.downstream.conftest import QUESTION, TEXT, Api, Proxy

_T = TypeVar("_T")

TYPES = [
    "message_start",
    "content_block_start",
    "content_block_delta",
    "content_block_delta",
    "content_block_stop",
    "message_delta",
    "message_stop",
]


# -- `_iterator`, replaced on an instance ---------------------------------------------------------


@pytest.mark.parametrize("by_next", [False, True])
def test_the_iterator_of_a_stream_may_be_replaced(client: Anthropic, by_next: bool) -> None:
    stream: Any = client.messages.create(**QUESTION, stream=True)
    seen: List[str] = []

    def watched(events: Iterator[Any]) -> Iterator[Any]:
        for event in events:
            seen.append(event.type)
            yield event

    stream._iterator = watched(stream._iterator)
    found = [next(stream).type for _ in TYPES] if by_next else [event.type for event in stream]
    assert found == seen == TYPES


async def test_the_iterator_of_an_asynchronous_stream(async_client: AsyncAnthropic) -> None:
    stream: Any = await async_client.messages.create(**QUESTION, stream=True)
    assert str(type(stream._iterator)) == "<class 'async_generator'>"
    seen: List[str] = []

    async def watched(events: AsyncIterator[Any]) -> AsyncIterator[Any]:
        async for event in events:
            seen.append(event.type)
            yield event

    stream._iterator = watched(stream._iterator)
    first = await stream.__anext__()
    assert [first.type] + [event.type async for event in stream] == seen == TYPES


@pytest.mark.parametrize("beta", [False, True])
async def test_the_iterator_of_helpers(
    client: Anthropic, async_client: AsyncAnthropic, beta: bool
) -> None:
    seen: List[str] = []

    def watched(events: Iterator[Any]) -> Iterator[Any]:
        for event in events:
            seen.append(event.type)
            yield event

    async def watched_async(events: AsyncIterator[Any]) -> AsyncIterator[Any]:
        async for event in events:
            seen.append(event.type)
            yield event

    with (client.beta if beta else client).messages.stream(**QUESTION) as stream:
        helper: Any = stream
        helper._iterator = watched(helper._iterator)
        assert helper.get_final_text() == TEXT
    both = list(seen)
    seen.clear()
    async with (async_client.beta if beta else async_client).messages.stream(
        **QUESTION
    ) as async_stream:
        helper = async_stream
        helper._iterator = watched_async(helper._iterator)
        assert await helper.get_final_text() == TEXT
    assert both == seen and seen.count("text") == 2


async def test_the_iterators_of_lines_and_of_tool_runners(
    client: Anthropic, async_client: AsyncAnthropic
) -> None:
    async def own() -> AsyncIterator[str]:
        yield "one"
        yield "two"

    def decoder(kind: Any) -> Any:
        return kind(raw_iterator=iter(()), line_type=object, http_response=httpx.Response(200))

    holder: Any
    for holder in (
        decoder(JSONLDecoder),
        client.beta.messages.tool_runner(**QUESTION, tools=[]),
    ):
        holder._iterator = iter(["one", "two"])
        assert next(holder) == "one" and list(holder) == ["two"]
    for holder in (
        decoder(AsyncJSONLDecoder),
        async_client.beta.messages.tool_runner(**QUESTION, tools=[]),
    ):
        holder._iterator = own()
        assert await holder.__anext__() == "one"
        assert [item async for item in holder] == ["two"]


# -- subclasses that override `__stream__` --------------------------------------------------------


class TracedStream(Stream[_T]):
    def __stream__(self) -> Iterator[_T]:
        for item in super().__stream__():
            TRACED.append(item)
            yield item


class AsyncTracedStream(AsyncStream[_T]):
    async def __stream__(self) -> AsyncIterator[_T]:
        async for item in super().__stream__():
            TRACED.append(item)
            yield item


TRACED: List[Any] = []


def test_a_subclass_may_stream_in_its_own_way(client: Anthropic) -> None:
    TRACED.clear()
    original: Any = client.request

    def request(cast_to: Any, options: Any, *, stream: bool = False, stream_cls: Any = None) -> Any:
        return original(
            cast_to, options, stream=stream, stream_cls=TracedStream[RawMessageStreamEvent]
        )

    client.request = request  # type: ignore[method-assign]  # what tracing programs do
    stream = client.messages.create(**QUESTION, stream=True)
    assert type(stream) is TracedStream
    found = list(stream)
    assert [event.type for event in found] == TYPES
    assert TRACED == found


async def test_an_asynchronous_subclass_too(async_client: AsyncAnthropic) -> None:
    TRACED.clear()
    original: Any = async_client.request

    async def request(
        cast_to: Any, options: Any, *, stream: bool = False, stream_cls: Any = None
    ) -> Any:
        kind = AsyncTracedStream[RawMessageStreamEvent]
        return await original(cast_to, options, stream=stream, stream_cls=kind)

    async_client.request = request  # type: ignore[method-assign]  # what tracing programs do
    stream = await async_client.messages.create(**QUESTION, stream=True)
    assert [event.type async for event in stream] == TYPES
    assert [event.type for event in TRACED] == TYPES


# -- managers and proxies -------------------------------------------------------------------------


def test_the_manager_of_a_stream_holds_its_request(client: Anthropic) -> None:
    manager: Any = client.messages.stream(**QUESTION)
    assert type(manager) is MessageStreamManager

    class ManagerProxy(Proxy):
        def __enter__(self) -> Any:
            request = self.__wrapped__._MessageStreamManager__api_request
            raw_stream = request()
            assert isinstance(raw_stream, Stream)
            return [event.type for event in raw_stream]

        def __exit__(self, *_: Any) -> None:
            self.__wrapped__.__exit__(None, None, None)

    with ManagerProxy(manager) as types:
        assert types == TYPES


def test_replacing_the_request_of_a_manager(client: Anthropic) -> None:
    manager: Any = client.messages.stream(**QUESTION)
    original = manager._MessageStreamManager__api_request
    seen: List[Any] = []

    def request() -> Any:
        seen.append(original())
        return seen[-1]

    manager._MessageStreamManager__api_request = request
    with manager as stream:
        assert stream.get_final_text() == TEXT
        assert stream._raw_stream is seen[0]


@pytest.mark.parametrize("beta", [False, True])
def test_raw_streams_of_helpers(client: Anthropic, beta: bool) -> None:
    with (client.beta if beta else client).messages.stream(**QUESTION) as stream:
        assert isinstance(stream._raw_stream, Stream)
        assert [event.type for event in stream._raw_stream] == TYPES


@pytest.mark.parametrize("beta", [False, True])
async def test_raw_streams_of_asynchronous_helpers(
    async_client: AsyncAnthropic, beta: bool
) -> None:
    messages = (async_client.beta if beta else async_client).messages
    async with messages.stream(**QUESTION) as stream:
        assert isinstance(stream._raw_stream, AsyncStream)
        assert [event.type async for event in stream._raw_stream] == TYPES


async def test_helpers_work_behind_proxies(
    api: Api, client: Anthropic, async_client: AsyncAnthropic
) -> None:
    manager = Proxy(client.messages.stream(**QUESTION))
    assert not api.requests
    stream = Proxy(manager.__enter__())
    assert next(stream).type == "message_start"
    assert "".join(stream.text_stream) == TEXT
    assert stream.get_final_message().content[0].text == TEXT
    manager.__exit__(None, None, None)

    async_manager = Proxy(async_client.messages.stream(**QUESTION))
    assert type(async_manager.__wrapped__) is AsyncMessageStreamManager
    assert len(api.requests) == 1
    stream = Proxy(await async_manager.__aenter__())
    assert (await stream.__anext__()).type == "message_start"
    assert [event.type async for event in stream][-1] == "message_stop"
    assert (await stream.get_final_message()).content[0].text == TEXT
    await async_manager.__aexit__(None, None, None)


# -- `accumulate_event`, fed by hand --------------------------------------------------------------


def test_events_are_put_together_one_by_one(client: Anthropic) -> None:
    snapshot: Any = None
    lengths: List[int] = []
    for event in client.messages.create(**QUESTION, stream=True):
        snapshot = accumulate_event(event=event, current_snapshot=snapshot)
        lengths.append(len(snapshot.content[0].text) if snapshot.content else 0)
    assert lengths == [0, 0, 5, 9, 9, 9, 9]
    assert (snapshot.stop_reason, snapshot.usage.output_tokens) == ("end_turn", 7)
    assert isinstance(snapshot, anthropic.types.Message)


def test_the_first_event_has_to_be_the_first() -> None:
    event: Any = wire.end()[-1]
    with pytest.raises(RuntimeError, match="Unexpected event order"):
        accumulate_event(event=event, current_snapshot=None)
