"""Streams that fail before they have brought anything are asked for again; others never are."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

import anthropic
from tests.lib import wire
from tests.runtime.streams.conftest import Side
from tests.runtime.streams.scripted import CUT, END, HANG, PING, RESET, Server, error_event, event

EVENTS = [wire.start(), *wire.end()]
GOOD = [*map(event, EVENTS), END]
OVERLOADED = [PING, error_event("overloaded_error"), END]


@pytest.fixture(autouse=True)
def no_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "anthropic._base_client.BaseClient._calculate_retry_timeout", lambda *_, **__: 0.01
    )


async def test_before_the_first_event(side: Side) -> None:
    for bad in (OVERLOADED, [PING, CUT], [PING, 0.05, RESET], [END], [PING, END], [CUT]):
        with Server(bad, bad, GOOD) as server:
            client = side.client(server, max_retries=2)
            stream = await side.create(client)
            first = stream.response
            seen: list[object] = []
            await side.read(stream, seen)
            assert len(seen) == len(EVENTS)
            assert stream.response is not first and first.is_closed and stream.response.is_closed
            assert server.retry_counts == ["0", "1", "2"]
        with Server(bad, GOOD) as server:
            message, error = await side.helper(side.client(server, max_retries=1))
            assert error is None and message.stop_reason == "end_turn"


async def test_not_for_ever(side: Side) -> None:
    with Server(OVERLOADED) as server:
        _, error = await side.events(side.client(server, max_retries=2))
        assert type(error).__name__ == "OverloadedError"
        assert server.retry_counts == ["0", "1", "2"]
    with Server([PING, CUT], OVERLOADED) as server:
        _, error = await side.events(side.client(server, max_retries=0))
        assert isinstance(error, anthropic.APIConnectionError)
        assert len(server.requests) == 1


async def test_not_what_will_fail_again(side: Side) -> None:
    with Server([error_event("invalid_request_error"), END], GOOD) as server:
        _, error = await side.events(side.client(server, max_retries=2))
        assert type(error) is anthropic.BadRequestError
        assert len(server.requests) == 1


async def test_never_after_the_first_event(side: Side) -> None:
    for end in (error_event("overloaded_error"), CUT, END):
        with Server([event(EVENTS[0]), end], GOOD) as server:
            seen, error = await side.events(side.client(server, max_retries=2))
            assert len(seen) == 1 and isinstance(error, anthropic.APIError)
            assert len(server.requests) == 1


async def test_the_retry_may_fail_in_another_way(side: Side) -> None:
    refused = b"HTTP/1.1 401 No\r\ncontent-length: 0\r\n\r\n"
    with Server(OVERLOADED, [refused]) as server:
        _, error = await side.events(side.client(server, max_retries=2))
        assert type(error) is anthropic.AuthenticationError


def close_soon(side: Side, stream: Any) -> Any:
    """Have somebody else close the stream: another thread, or another task."""
    if not side.asynchronous:
        timer = threading.Timer(0.05, stream.close)
        timer.start()
        return timer

    async def close() -> None:
        await asyncio.sleep(0.05)
        await stream.close()

    return asyncio.create_task(close())


async def test_not_for_somebody_who_has_closed_the_stream(side: Side) -> None:
    with Server([PING, 0.15, PING, HANG], GOOD) as server:
        stream = await side.create(side.client(server, max_retries=2))
        closing = close_soon(side, stream)
        with pytest.raises(anthropic.APIConnectionError, match="has closed the stream"):
            await side.read(stream, [])
        if side.asynchronous:
            await closing
        assert len(server.requests) == 1


async def test_not_for_somebody_who_closes_the_stream_meanwhile(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server(OVERLOADED, GOOD) as server:
        stream = await side.create(side.client(server, max_retries=2))
        closing: list[Any] = []

        def delay(*_: Any, **__: Any) -> float:
            closing.append(close_soon(side, stream))
            return 0.15

        monkeypatch.setattr("anthropic._base_client.BaseClient._calculate_retry_timeout", delay)
        with pytest.raises(anthropic.APIConnectionError, match="has closed the stream"):
            await side.read(stream, [])
        assert len(server.requests) == 1
