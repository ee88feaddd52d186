"""Calls of `parse` over a socket: what is sent, and that the answer is read as a whole."""

from __future__ import annotations

import json
import warnings
from typing import Any, Dict, Tuple

import pydantic
import pytest

from anthropic import Anthropic, AsyncAnthropic
from anthropic.types import ParsedMessage
from anthropic.types.beta import ParsedBetaMessage
from anthropic.types.beta.parsed_beta_message import ParsedBetaTextBlock
from anthropic.types.parsed_message import ParsedTextBlock
from tests.lib import wire
from tests.lib.parse.replies import ASK
from tests.runtime.streams.scripted import Server

CONTENT = [
    {"type": "thinking", "thinking": "hm", "signature": "s"},
    {"type": "text", "text": '{"x": 3}', "citations": None},
    {"type": "tool_use", "id": "toolu_1", "name": "add", "input": {"a": 1}},
]
BODY = json.dumps({**wire.start()["message"], "content": CONTENT, "stop_reason": "end_turn"})
ANSWER = (
    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nrequest-id: req_whole\r\n"
    f"content-length: {len(BODY)}\r\n\r\n{BODY}"
).encode()


class Point(pydantic.BaseModel):
    x: int


class Door:
    """`parse` of GA or beta, sync or async."""

    def __init__(self, name: str) -> None:
        self.beta = "beta" in name
        self.asynchronous = "async" in name

    async def parse(self, **options: Any) -> Tuple[Any, str, Dict[str, str], Dict[str, Any]]:
        """The message, and the first line, the headers and the body of the request."""
        kind: Any = AsyncAnthropic if self.asynchronous else Anthropic
        with Server([ANSWER]) as server, warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            client = kind(base_url=server.url, api_key="key", max_retries=0)
            messages = client.beta.messages if self.beta else client.messages
            message = messages.parse(**ASK, **options)
            message = await message if self.asynchronous else message
        (head,), (body,) = server.requests, server.bodies
        first, *lines = head.decode().split("\r\n")
        headers = {name.lower(): value for name, _, value in (x.partition(": ") for x in lines)}
        return message, first, headers, json.loads(body)


@pytest.fixture(params=["ga-sync", "ga-async", "beta-sync", "beta-async"])
def door(request: pytest.FixtureRequest) -> Door:
    return Door(request.param)


async def test_what_is_sent(door: Door) -> None:
    _, first, headers, body = await door.parse(
        output_format=Point,
        output_config={"effort": "low"},
        extra_query={"trace": "on"},
        extra_headers={"x-own": "1"},
        extra_body={"mood": "calm"},
    )
    path = "/v1/messages?beta=true&trace=on" if door.beta else "/v1/messages?trace=on"
    assert first == f"POST {path} HTTP/1.1"
    assert headers["x-stainless-helper"] == f"{'beta.' * door.beta}messages.parse"
    assert headers.get("anthropic-beta") == ("structured-outputs-2025-12-15" if door.beta else None)
    assert headers["x-own"] == "1"
    output_config = body.pop("output_config")
    assert body == {**ASK, "mood": "calm"}
    assert output_config["effort"] == "low"
    assert output_config["format"]["type"] == "json_schema"
    assert output_config["format"]["schema"]["required"] == ["x"]


async def test_headers_of_the_caller_win(door: Door) -> None:
    own = {"X-Stainless-Helper": "mine", "Anthropic-Beta": "b"}
    _, _, headers, _ = await door.parse(extra_headers=own)
    assert (headers["x-stainless-helper"], headers["anthropic-beta"]) == ("mine", "b")


async def test_the_answer_is_read_as_a_whole_whatever_is_asked_for(door: Door) -> None:
    message, _, _, body = await door.parse(output_format=Point, stream=True)
    assert body["stream"] is True
    assert message.parsed_output == Point(x=3)


@pytest.mark.parametrize("options", [{}, {"output_format": None}, {"output_format": Point}])
async def test_what_comes_back(door: Door, options: Any) -> None:
    message, _, _, body = await door.parse(**options)
    assert ("output_config" in body) == bool(options.get("output_format"))
    assert "output_format" not in body
    assert type(message) is (ParsedBetaMessage if door.beta else ParsedMessage)
    assert [block.type for block in message.content] == ["thinking", "text", "tool_use"]
    text = message.content[1]
    assert type(text) is (ParsedBetaTextBlock if door.beta else ParsedTextBlock)
    expected = Point(x=3) if options.get("output_format") else None
    assert message.parsed_output == text.parsed_output == expected
    assert message._request_id == "req_whole"
