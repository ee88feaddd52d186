"""Answers that a test has written itself."""

from __future__ import annotations

from typing import Any, Dict

import pytest

from anthropic.testing import LocalServer
from tests.server.support import Wire, ask
from tests.server.test_messages import WEATHER
from tests.server.test_streaming import accumulate

CALL = {"type": "tool_use", "name": "get_weather", "input": {"city": "Rome"}}
PATH = "/v1/messages?beta=true"


def test_answers_come_in_their_order_and_then_the_servers_own(
    server: LocalServer, wire: Wire
) -> None:
    server.reply_next("first", CALL, {**CALL, "id": "toolu_mine"})
    server.reply_next("second", stop_reason="pause_turn", input_tokens=7, output_tokens=9)

    first = wire.post(PATH, ask(tools=[WEATHER]))
    assert first["stop_reason"] == "tool_use"
    assert [block["type"] for block in first["content"]] == ["text", "tool_use", "tool_use"]
    assert first["content"][1]["id"].startswith("toolu_0")
    assert first["content"][2] == {**CALL, "id": "toolu_mine"}
    assert first["usage"]["output_tokens"] > 0
    assert "container" not in first

    second = wire.post(PATH, ask())
    assert second["content"] == [{"type": "text", "text": "second"}]
    assert second["stop_reason"] == "pause_turn"
    assert (second["usage"]["input_tokens"], second["usage"]["output_tokens"]) == (7, 9)

    assert "local test server" in wire.post(PATH, ask())["content"][0]["text"]


@pytest.mark.parametrize("stream", [False, True])
def test_a_container_and_a_call_that_was_cut(server: LocalServer, wire: Wire, stream: bool) -> None:
    cut = {"type": "tool_use", "name": "get_weather", "partial_json": '{"city": "Ro'}
    server.reply_next(cut, stop_reason="max_tokens", container_id="container_1")
    reply = wire.call("POST", PATH, ask(tools=[WEATHER], stream=stream))
    if stream:
        pieces = [event["delta"] for name, event in reply.events() if name.endswith("block_delta")]
        assert "".join(piece["partial_json"] for piece in pieces) == '{"city": "Ro'
        message: Dict[str, Any] = reply.events()[-2][1]["delta"]
    else:
        message = reply.json()
        assert message["content"][0]["input"] == {}
    assert message["container"]["id"] == "container_1"
    assert message["stop_reason"] == "max_tokens"


def test_streams_add_up_to_what_was_written(server: LocalServer, wire: Wire) -> None:
    server.reply_next("one two three", CALL)
    message = accumulate(wire.call("POST", PATH, ask(tools=[WEATHER], stream=True)).events())
    assert [block.get("text") or block["input"] for block in message["content"]] == [
        "one two three",
        {"city": "Rome"},
    ]


def test_requests_are_checked_as_ever(server: LocalServer, wire: Wire) -> None:
    server.reply_next("answer")
    assert wire.call("POST", PATH, ask(max_tokens=-1)).status == 400
    assert wire.post(PATH, ask())["content"][0]["text"] == "answer"
    server.reply_next("forgotten")
    server.reset()
    assert wire.post(PATH, ask())["content"][0]["text"] != "forgotten"


def test_blocks_need_a_type(server: LocalServer) -> None:
    with pytest.raises(ValueError, match="Block 1 of the answer has no `type`"):
        server.reply_next("a", {"text": "b"})
