"""What comes over the wire as an event, and what of it the caller of a stream gets."""

from __future__ import annotations

import json
from typing import Any, Dict, List

import pytest

from anthropic import AnthropicBedrock, AsyncStream, Stream
from anthropic._parsing import MissingStreamClassError
from anthropic.types import Completion
from tests.lib import wire
from tests.runtime.streams.conftest import QUESTION, Side
from tests.runtime.streams.scripted import END, PING, Server, event

EVENTS = [
    wire.start(),
    *wire.block(0, {"type": "text", "text": ""}, {"type": "text_delta", "text": "Hello"}),
    *wire.end(),
]


def nameless(item: Dict[str, Any]) -> bytes:
    """An event whose data does not repeat its name."""
    data = {key: value for key, value in item.items() if key != "type"}
    return f"event: {item['type']}\ndata: {json.dumps(data)}\n\n".encode()


async def test_every_event_has_a_type_though_its_data_has_none(side: Side) -> None:
    with Server([*map(nameless, EVENTS), END]) as server:
        seen, error = await side.events(side.client(server))
        message, helper_error = await side.helper(side.client(server))
    assert error is helper_error is None
    assert [item.to_dict() for item in seen] == EVENTS
    assert message.content[0].text == "Hello"


async def test_events_of_other_names_are_left_out(side: Side) -> None:
    others = [PING, b"event: later\ndata: no JSON\n\n", b": a comment\n\n", b"data: {}\n\n"]
    script = [piece for item in EVENTS for piece in (*others, event(item))]
    with Server([*script, *others, END]) as server:
        seen, error = await side.events(side.client(server))
    assert error is None and [item.to_dict() for item in seen] == EVENTS


async def test_completions_are_taken_as_they_come(side: Side) -> None:
    items = [{"completion": "a", "stop_reason": None}, {"completion": "b", "stop_reason": "x"}]
    pieces = [f"event: completion\ndata: {json.dumps(item)}\n\n".encode() for item in items]
    with Server([*pieces, END]) as server:
        completions = side.client(server).completions
        stream = completions.create(model="m", max_tokens_to_sample=1, prompt="p", stream=True)
        seen: List[Any] = []
        await side.read(await stream if side.asynchronous else stream, seen)
    assert [type(item) for item in seen] == [Completion] * 2
    assert [item.to_dict() for item in seen] == items


async def test_a_request_of_ones_own_gives_a_stream_too(side: Side) -> None:
    kind = AsyncStream if side.asynchronous else Stream
    with Server([*map(event, EVENTS), END]) as server:
        client = side.client(server)
        answer = client.post("/v1/messages", cast_to=dict, body=QUESTION, stream=True)
        stream = await answer if side.asynchronous else answer
        assert type(stream) is kind
        seen: List[Any] = []
        await side.read(stream, seen)
    assert seen == EVENTS


def test_a_client_without_a_class_for_its_streams_says_so() -> None:
    with Server([*map(event, EVENTS), END]) as server:
        client = AnthropicBedrock(aws_region="r", api_key="k", base_url=server.url)
        with pytest.raises(MissingStreamClassError, match="`stream_cls`") as caught:
            client.post("/v1/messages", cast_to=dict, body=QUESTION, stream=True)
        assert isinstance(caught.value, TypeError)
