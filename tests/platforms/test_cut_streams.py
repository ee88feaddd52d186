"""Streams of server-sent events, cut at every event and in the middle of one."""

from __future__ import annotations

from typing import Any, Dict, List

import pytest

from anthropic._exceptions import IncompleteStreamError, OverloadedError
from tests.lib.clouds import settled, types_of
from tests.platforms.doors import DOORS, options_for
from tests.platforms.wires import read, rewrite_streams

QUESTION: Dict[str, Any] = {
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Hello – “world”"}],
}

everywhere = pytest.mark.parametrize("flavour", ["sync", "asynchronous"])
platforms = pytest.mark.parametrize("platform", ["vertex", "foundry"])


def events_of(data: bytes) -> List[bytes]:
    return [event + b"\n\n" for event in data.split(b"\n\n") if event]


def names(data: bytes) -> List[str]:
    """The types of the events that a caller gets to see."""
    lines = [event.partition(b"\n")[0] for event in events_of(data)]
    found = [line.decode().partition(": ")[2] for line in lines]
    return [name for name in found if name != "ping"]


@everywhere
@platforms
async def test_streams_cut_at_every_event(platform: str, flavour: str) -> None:
    door = DOORS[platform]
    with door.server() as server:
        client = getattr(door, flavour)(**options_for(server), max_retries=0)
        whole: List[bytes] = []
        rewrite_streams(server, lambda data: whole.append(data) or [data])

        async def ask() -> Any:
            return await settled(client.messages.create(model=door.model, stream=True, **QUESTION))

        seen, error = await read(await ask())
        assert error is None
        assert types_of(seen) == names(whole[0])
        for count in range(1, len(events_of(whole[0]))):
            expected = names(b"".join(events_of(whole[0])[:count]))
            for rest in (b"", b"event: mess"):
                rewrite_streams(
                    server,
                    lambda data, count=count, rest=rest: [
                        piece for piece in (*events_of(data)[:count], rest) if piece
                    ],
                )
                stream = await ask()
                seen, error = await read(stream)
                assert types_of(seen) == expected
                complete = "message_delta" in expected
                assert isinstance(error, IncompleteStreamError) == (not complete)
                assert stream.response.is_closed


@everywhere
@platforms
@pytest.mark.parametrize("size", [1, 7, 100])
async def test_events_may_be_split_anywhere(platform: str, flavour: str, size: int) -> None:
    door = DOORS[platform]
    with door.server() as server:
        rewrite_streams(
            server,
            lambda data: [data[start : start + size] for start in range(0, len(data), size)],
        )
        client = getattr(door, flavour)(**options_for(server), max_retries=0)
        stream = await settled(client.messages.create(model=door.model, stream=True, **QUESTION))
        seen, error = await read(stream)
    assert error is None
    assert types_of(seen)[-1] == "message_stop"
    text = "".join(event.delta.text for event in seen if event.type == "content_block_delta")
    assert "Hello – “world”" in text


ERROR = (
    b'event: error\ndata: {"type": "error", "error": {"type": "overloaded_error", "message": "no"}}'
    b"\n\n"
)


@everywhere
@platforms
async def test_errors_among_the_events(platform: str, flavour: str) -> None:
    door = DOORS[platform]
    with door.server() as server:
        client = getattr(door, flavour)(**options_for(server), max_retries=1)

        async def ask() -> Any:
            return await settled(client.messages.create(model=door.model, stream=True, **QUESTION))

        rewrite_streams(server, lambda data: [*events_of(data)[:3], ERROR])
        seen, error = await read(await ask())
        assert type(error) is OverloadedError
        assert error.snapshot.id == seen[0].message.id
        assert len(server.requests) == 1
        # Only what nobody has seen anything of is asked for again.
        answers = [lambda data: [ERROR], lambda data: [data]]
        rewrite_streams(server, lambda data: answers.pop(0)(data))
        seen, error = await read(await ask())
        assert error is None
        assert types_of(seen)[-1] == "message_stop"
        assert [request.headers["x-stainless-retry-count"] for request in server.requests] == [
            "0",
            "0",
            "1",
        ]
