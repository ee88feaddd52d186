"""Streams that hang: without bytes, or with nothing but pings."""

from __future__ import annotations

import time

import pytest

import anthropic
from tests.lib import wire
from tests.runtime.streams.conftest import Side
from tests.runtime.streams.scripted import END, HANG, PING, Server, event

EVENTS = [wire.start(), *wire.end()]
START = event(EVENTS[0])
PINGS = [step for _ in range(40) for step in (0.05, PING)]


async def test_no_bytes(side: Side) -> None:
    with Server([START, HANG]) as server:
        client = side.client(server)
        begun = time.monotonic()
        for strict in (
            side.client(server, stream_idle_timeout=0.2),
            client.with_options(stream_idle_timeout=0.2),
        ):
            seen, error = await side.events(strict)
            assert len(seen) == 1
            assert isinstance(error, anthropic.APITimeoutError)
            assert "stream_idle_timeout" in str(error) and "0.2 seconds" in str(error)
            assert error.snapshot.id == "msg_1"
        assert 0.4 <= time.monotonic() - begun < 2
        assert server.hung_up.wait(5)


async def test_pings_are_bytes(side: Side) -> None:
    with Server([START, *PINGS[:16], *map(event, EVENTS[1:]), END]) as server:
        seen, error = await side.events(side.client(server, stream_idle_timeout=0.3))
    assert error is None and len(seen) == len(EVENTS)


async def test_nothing_but_pings(side: Side) -> None:
    with Server([START, *PINGS, HANG]) as server:
        begun = time.monotonic()
        strict = side.client(server).with_options(stream_progress_timeout=0.3)
        seen, error = await side.events(strict)
        assert len(seen) == 1 and isinstance(error, anthropic.APITimeoutError)
        assert "stream_progress_timeout" in str(error)
        _, error = await side.helper(strict.copy())
        assert isinstance(error, anthropic.APITimeoutError)
        assert 0.6 <= time.monotonic() - begun < 1.5


async def test_silence_is_no_progress(side: Side) -> None:
    with Server([START, HANG]) as server:
        _, error = await side.events(side.client(server, stream_progress_timeout=0.2))
        assert isinstance(error, anthropic.APITimeoutError)
        assert "stream_progress_timeout" in str(error)


async def test_the_callers_own_time_does_not_count(side: Side) -> None:
    with Server([START, *PINGS[:4], *map(event, EVENTS[1:]), END]) as server:
        client = side.client(server, stream_progress_timeout=0.25, stream_idle_timeout=0.25)
        stream = await side.create(client)
        assert stream.last_activity is None
        await side.next(stream)
        before = stream.last_activity
        time.sleep(0.4)
        seen: list[object] = []
        await side.read(stream, seen)
        assert len(seen) == len(EVENTS) - 1
        assert before is not None and before + 0.3 < stream.last_activity <= time.monotonic()


@pytest.mark.parametrize("name", ["stream_idle_timeout", "stream_progress_timeout"])
async def test_off_by_default(side: Side, name: str) -> None:
    with Server([START, 0.4, *map(event, EVENTS[1:]), END]) as server:
        client = side.client(server, **{name: 0.1}).with_options(**{name: None})
        assert getattr(client, name) is None and getattr(side.client(server), name) is None
        assert (await side.events(client))[1] is None
