"""Streams that are left before their end: their connection, their client, and the warning."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
import warnings
from typing import Any

import httpx
import pytest
import trio

from anthropic import Anthropic, APIConnectionError, AsyncAnthropic
from tests.lib import wire
from tests.runtime.streams.conftest import QUESTION, Side
from tests.runtime.streams.scripted import END, HANG, Server, event

EVENTS = [wire.start(), *wire.end()]
START = event(EVENTS[0])


async def settle(side: Side) -> None:
    """Let the loop finish what it does for generators that nobody has any more."""
    if side.asynchronous:
        for _ in range(20):
            await asyncio.sleep(0.01)


async def test_an_abandoned_stream_warns_and_is_closed(side: Side) -> None:
    with Server([START, HANG]) as server:
        client = side.client(server)
        stream = await side.create(client)
        await side.next(stream)
        gc.disable()
        try:
            with pytest.warns(ResourceWarning, match="left before its end"):
                del stream
                await settle(side)
            # At once: the garbage collector has not run.
            assert server.hung_up.wait(5)
        finally:
            gc.enable()


def test_a_loop_that_is_left(recwarn: pytest.WarningsRecorder) -> None:
    with Server([START, HANG]) as server:
        client = Anthropic(base_url=server.url, api_key="key", max_retries=0)
        with pytest.warns(ResourceWarning):
            for _ in client.messages.create(**QUESTION, stream=True):
                break
        assert server.hung_up.wait(5)


async def test_a_stream_that_nobody_reads(side: Side) -> None:
    with Server([START, HANG]) as server:
        client = side.client(server)
        stream = await side.create(client)
        with pytest.warns(ResourceWarning, match="left before its end"):
            del stream
            await settle(side)
        assert server.hung_up.wait(5)


async def test_a_stream_that_nobody_reads_and_somebody_closes(side: Side) -> None:
    with Server([START, HANG]) as server, warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        client = side.client(server)
        stream: Any = await side.create(client)
        closed = stream.close()
        if side.asynchronous:
            await closed
        del stream
        await settle(side)
        assert server.hung_up.wait(5)


def test_in_trio_too() -> None:
    async def main(server: Server) -> None:
        client = AsyncAnthropic(base_url=server.url, api_key="key", max_retries=0)
        await client.messages.create(**QUESTION, stream=True)
        while not server.hung_up.is_set():
            await trio.sleep(0.01)

    with Server([START, HANG]) as server, pytest.warns(ResourceWarning, match="left before its"):
        trio.run(main, server)


async def test_closing_says_nothing(side: Side) -> None:
    with Server([START, HANG]) as server, warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        client = side.client(server)
        stream: Any = await side.create(client)
        if side.asynchronous:
            async with stream:
                await side.next(stream)
        else:
            with stream:
                next(stream)
        del stream
        await settle(side)
        assert server.hung_up.wait(5)


async def test_a_stream_keeps_its_client(side: Side) -> None:
    with Server([START, 0.2, *map(event, EVENTS[1:]), END]) as server:
        stream = await side.create(side.client(server))
        gc.collect()
        seen: list[Any] = []
        await side.read(stream, seen)
        assert [item.type for item in seen] == [item["type"] for item in EVENTS]


# A body that ends with its connection, however that comes about.
UNFRAMED = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n" + START


@pytest.mark.parametrize("start", [START, UNFRAMED])
def test_closing_ends_the_wait_of_another_thread(start: bytes) -> None:
    failures: list[Any] = []
    waits = threading.Event()

    def read(stream: Any) -> None:
        try:
            for _ in stream:
                waits.set()
        except APIConnectionError as error:
            failures.append(error)

    with Server([start, HANG]) as server:
        client = Anthropic(base_url=server.url, api_key="key")
        stream = client.messages.create(**QUESTION, stream=True)
        reader = threading.Thread(target=read, args=(stream,), daemon=True)
        reader.start()
        assert waits.wait(5)
        time.sleep(0.05)
        stream.close()
        reader.join(5)
        assert not reader.is_alive()
        assert "has closed the stream" in str(failures[0])
        assert server.hung_up.wait(5)


async def test_reading_on_after_leaving(side: Side) -> None:
    with Server([START, HANG]) as server:
        manager = side.client(server).messages.stream(**QUESTION)
        if side.asynchronous:
            async with manager as stream:
                await side.next(stream)
        else:
            with manager as stream:
                next(stream)
        with pytest.raises(APIConnectionError, match="closed the stream before its end") as caught:
            final = stream.get_final_message()
            if side.asynchronous:
                await final
        assert isinstance(caught.value, httpx.ReadError)
        assert caught.value.request_id == "req_wire"
        assert stream.current_message_snapshot.stop_reason is None


READ_ON: dict[str, Any] = {
    "iterating": lambda stream: _read(stream),
    "next": lambda stream: stream.__anext__(),
    "text": lambda stream: _read(stream.text_stream),
    "final": lambda stream: stream.get_final_message(),
}


async def _read(items: Any) -> None:
    async for _ in items:
        continue


@pytest.mark.parametrize("begun", [False, True])
@pytest.mark.parametrize("way", READ_ON)
def test_a_stream_does_not_end_well_with_its_event_loop(way: str, begun: bool) -> None:
    async def begin(client: Any) -> Any:
        stream = await client.messages.stream(**QUESTION).__aenter__()
        if begun:
            await stream.__anext__()
        return stream

    with Server([START, HANG]) as server:
        client = AsyncAnthropic(base_url=server.url, api_key="key", max_retries=0)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            stream = asyncio.run(begin(client))
        with pytest.raises(APIConnectionError, match="its event loop has ended"):
            asyncio.run(READ_ON[way](stream))
        raw = stream._raw_stream
        for read in (raw.__anext__, lambda: _read(raw)):
            with pytest.raises(httpx.ReadError):
                asyncio.run(read())


async def test_a_stream_whose_reading_was_cancelled() -> None:
    with Server([START, HANG]) as server:
        client = AsyncAnthropic(base_url=server.url, api_key="key", max_retries=0)
        stream = await client.messages.create(**QUESTION, stream=True)
        await stream.__anext__()
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(stream.__anext__(), 0.05)
        with pytest.raises(APIConnectionError, match="was cancelled"):
            await stream.__anext__()


async def test_what_was_whole_stays_so(side: Side) -> None:
    with Server([event(item) for item in EVENTS] + [HANG]) as server:
        stream = await side.create(side.client(server))
        for _ in EVENTS:
            await side.next(stream)
        if side.asynchronous:
            await stream._iterator.aclose()
        else:
            stream._iterator.close()
        seen: list[Any] = []
        await side.read(stream, seen)
        assert seen == []
