"""The package as it is today, against answers of the description after the whole series."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterator, List

import httpx
import pytest

import anthropic
from tests.evolution.samples import Samples
from tests.evolution.series import versions

ASK: Dict[str, Any] = {
    "model": "claude-sonnet-4-5",
    "max_tokens": 10,
    "messages": [{"role": "user", "content": "Hello"}],
}


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    last = versions(tmp_path_factory.mktemp("versions"))[-1]
    return Samples(last.read().description)


def answering(body: bytes, content_type: str = "application/json") -> Dict[str, Any]:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=body, headers={"content-type": content_type})

    return {"api_key": "key", "transport": httpx.MockTransport(answer)}


def client(options: Dict[str, Any]) -> anthropic.Anthropic:
    http_client = httpx.Client(transport=options["transport"])
    return anthropic.Anthropic(api_key=options["api_key"], http_client=http_client)


def async_client(options: Dict[str, Any]) -> anthropic.AsyncAnthropic:
    http_client = httpx.AsyncClient(transport=options["transport"])
    return anthropic.AsyncAnthropic(api_key=options["api_key"], http_client=http_client)


def message(newer: Samples) -> Dict[str, Any]:
    found: Dict[str, Any] = newer.component("Message")
    assert "audio" in [block["type"] for block in found["content"]]
    return {**found, "stop_reason": "context_exhausted"}


def events(newer: Samples) -> Iterator[Dict[str, Any]]:
    """A stream with every block of tomorrow, its new event, and a delta that nobody knows."""
    answer = message(newer)
    yield {"type": "message_start", "message": {**answer, "content": [], "stop_reason": None}}
    for index, block in enumerate(answer["content"]):
        yield {"type": "content_block_start", "index": index, "content_block": block}
        yield {"type": "message_progress", "percent": 10.0 * index}
        delta = {"type": f"{block['type']}_delta_of_tomorrow", "more": [1, 2]}
        yield {"type": "content_block_delta", "index": index, "delta": delta}
        yield {"type": "content_block_stop", "index": index}
    delta = {"stop_reason": "context_exhausted", "stop_sequence": None, "mood": "good"}
    yield {"type": "message_delta", "delta": delta, "usage": {"output_tokens": 3}}
    yield {"type": "message_stop"}


def stream(newer: Samples) -> Dict[str, Any]:
    frames = (f"event: {item['type']}\ndata: {json.dumps(item)}\n\n" for item in events(newer))
    return answering("".join(frames).encode(), "text/event-stream")


def check(found: Any, newer: Samples) -> None:
    assert found.stop_reason == "context_exhausted"
    kinds = [block.type for block in found.content]
    assert kinds == [block["type"] for block in message(newer)["content"]]
    audio = next(block for block in found.content if block.type == "audio")
    assert audio.data == "text" and audio.to_dict()["transcript"] == "text"
    assert json.loads(found.to_json())["stop_reason"] == "context_exhausted"


def test_a_message(newer: Samples) -> None:
    with client(answering(json.dumps(message(newer)).encode())) as old:
        check(old.messages.create(**ASK), newer)
        check(old.beta.messages.create(**ASK), newer)


async def test_a_message_asynchronously(newer: Samples) -> None:
    async with async_client(answering(json.dumps(message(newer)).encode())) as old:
        check(await old.messages.create(**ASK), newer)


def test_it_can_be_sent_back(newer: Samples) -> None:
    with client(answering(json.dumps(message(newer)).encode())) as old:
        found = old.messages.create(**ASK)
        turn: Any = found.to_param()
        assert "audio" in [block["type"] for block in turn["content"]]
        messages = [*ASK["messages"], {"role": "assistant", "content": found.content}]
        check(old.messages.create(**{**ASK, "messages": messages}), newer)


def test_raw_streams(newer: Samples) -> None:
    with client(stream(newer)) as old:
        seen: List[Any] = list(old.messages.create(**ASK, stream=True))
        assert [event.type for event in seen if event.type == "content_block_start"]
        assert seen[-1].type == "message_stop"


def test_message_streams(newer: Samples) -> None:
    with client(stream(newer)) as old:
        for resource in (old.messages, old.beta.messages):
            with resource.stream(**ASK) as opened:
                kinds = {event.type for event in opened}
                assert {"content_block_start", "content_block_stop", "message_stop"} <= kinds
                check(opened.get_final_message(), newer)


async def test_message_streams_asynchronously(newer: Samples) -> None:
    async with async_client(stream(newer)) as old:
        async with old.messages.stream(**ASK) as opened:
            check(await opened.get_final_message(), newer)


@pytest.mark.parametrize("name", ["ModelInfo", "MessageBatch", "FileMetadata", "BetaMessage"])
def test_other_answers(newer: Samples, name: str) -> None:
    """With fields of tomorrow, and without the fields that tomorrow has no more."""
    body = {**newer.component(name), "tomorrow": {"new": True}}
    calls = {
        "ModelInfo": lambda old: old.models.retrieve("m"),
        "MessageBatch": lambda old: old.messages.batches.retrieve("b"),
        "FileMetadata": lambda old: old.beta.files.retrieve_metadata("f"),
        "BetaMessage": lambda old: old.beta.messages.create(**ASK),
    }
    with client(answering(json.dumps(body).encode())) as old:
        found: Any = calls[name](old)
        assert found.tomorrow == {"new": True}
        assert found.to_dict(mode="json")["tomorrow"] == {"new": True}
