"""Streams arrive event by event, in the API's order, and add up to the whole message."""

from __future__ import annotations

import http.client
import json
import time
from typing import Any, Dict, List, Tuple

import pytest

from anthropic.testing import LocalServer
from tests.server.support import Wire, ask
from tests.server.test_messages import WEATHER

DOCUMENT = {
    "type": "document",
    "source": {"type": "text", "media_type": "text/plain", "data": "The sky is blue."},
    "citations": {"enabled": True},
}
SEARCH = {"type": "web_search_20250305", "name": "web_search"}
MCP = {
    "tools": [{"type": "mcp_toolset", "mcp_server_name": "docs"}],
    "mcp_servers": [{"type": "url", "name": "docs", "url": "https://example.com/mcp"}],
}
COMPACT = {"type": "compact_20260112", "trigger": {"type": "input_tokens", "value": 50000}}

BODIES = {
    "text": ask(),
    "thinking": ask(thinking={"type": "adaptive"}),
    "tool": ask("Weather in Rome?", tools=[WEATHER], thinking={"type": "adaptive"}),
    "citations": ask([DOCUMENT, {"type": "text", "text": "The sky?"}]),
    "search": ask("News?", tools=[SEARCH]),
    "cut": ask(max_tokens=3),
    "stopped at once": ask(stop_sequences=["You"]),
    "cached": ask([{"type": "text", "text": "Hi", "cache_control": {"type": "ephemeral"}}]),
}
BETA_BODIES = {
    **BODIES,
    "mcp": ask(**MCP),
    "compaction": ask("word " * 50000, context_management={"edits": [COMPACT]}),
    "container": ask(container="container_1"),
}
CASES = [(name, "/v1/messages", body) for name, body in BODIES.items()]
CASES += [(name, "/v1/messages?beta=true", body) for name, body in BETA_BODIES.items()]


def accumulate(events: List[Tuple[str, Any]]) -> Dict[str, Any]:
    """The message that the events add up to; checks their order on the way."""
    names = [name for name, _ in events]
    assert names[0] == "message_start" and names[-2:] == ["message_delta", "message_stop"]
    assert "ping" in names
    message: Dict[str, Any] = {}
    fragments: List[str] = []
    opened = False
    for name, event in events:
        assert event["type"] == name
        if name == "message_start":
            message = event["message"]
            assert (message["content"], message["stop_reason"]) == ([], None)
        elif name == "content_block_start":
            assert not opened and event["index"] == len(message["content"])
            message["content"].append(event["content_block"])
            opened, fragments = True, []
        elif name == "content_block_delta":
            assert opened and event["index"] == len(message["content"]) - 1
            apply(message["content"][-1], event["delta"], fragments)
        elif name == "content_block_stop":
            assert opened and event["index"] == len(message["content"]) - 1
            if fragments:
                assert fragments[0] == ""
                message["content"][-1]["input"] = json.loads("".join(fragments))
            opened = False
        elif name == "message_delta":
            message.update(event["delta"])
            message["usage"].update(event["usage"])
            if "context_management" in event:
                message["context_management"] = event["context_management"]
    return message


def apply(block: Dict[str, Any], delta: Dict[str, Any], fragments: List[str]) -> None:
    kind = delta["type"]
    if kind == "text_delta":
        block["text"] += delta["text"]
    elif kind == "thinking_delta":
        block["thinking"] += delta["thinking"]
    elif kind == "signature_delta":
        block["signature"] = delta["signature"]
    elif kind == "citations_delta":
        block["citations"].append(delta["citation"])
    elif kind == "compaction_delta":
        block["content"] = delta["content"]
    else:
        assert kind == "input_json_delta" and block["input"] == {}
        fragments.append(delta["partial_json"])


@pytest.mark.parametrize(("name", "path", "body"), CASES)
def test_stream_adds_up_to_the_message(
    server: LocalServer, name: str, path: str, body: Dict[str, Any]
) -> None:
    wire = Wire(server)
    whole = wire.post(path, body)
    server.reset()  # the same request on the same state has the same ids
    streamed = accumulate(wire.call("POST", path, {**body, "stream": True}).events())
    wire.connection.close()
    assert streamed == whole


def test_text_comes_in_several_deltas(wire: Wire) -> None:
    events = wire.call("POST", "/v1/messages", ask(stream=True)).events()
    deltas = [event for name, event in events if name == "content_block_delta"]
    assert len(deltas) > 5


def test_start_usage_is_small_and_final_usage_cumulative(wire: Wire) -> None:
    events = dict(wire.call("POST", "/v1/messages", ask(stream=True)).events())
    started, final = events["message_start"]["message"]["usage"], events["message_delta"]["usage"]
    assert started["output_tokens"] == 1 < final["output_tokens"]
    assert started["input_tokens"] == final["input_tokens"]


def test_events_arrive_one_by_one() -> None:
    with LocalServer(event_delay=0.02) as server:
        wire = Wire(server)
        headers = {**wire.headers(), "content-type": "application/json"}
        body = json.dumps(ask(stream=True)).encode()
        wire.connection.request("POST", "/v1/messages", body, headers)
        started = time.monotonic()
        answer = wire.connection.getresponse()
        assert answer.getheader("transfer-encoding") == "chunked"
        first = answer.readline()
        early = time.monotonic() - started
        assert first == b"event: message_start\n"
        answer.read()
        assert time.monotonic() - started > early + 0.1
        # The connection stays usable after a stream.
        assert wire.call("GET", "/v1/models").status == 200
        wire.connection.close()


def test_hanging_up_in_the_middle_harms_nobody() -> None:
    with LocalServer(event_delay=0.01) as server:
        wire = Wire(server)
        headers = {**wire.headers(), "content-type": "application/json"}
        body = json.dumps(ask(stream=True)).encode()
        wire.connection.request("POST", "/v1/messages", body, headers)
        wire.connection.getresponse().readline()
        wire.connection.close()
        again = Wire(server)
        assert again.call("GET", "/v1/models").status == 200
        again.connection.close()


def test_http_1_0_gets_a_stream_that_ends_with_the_connection(wire: Wire) -> None:
    body = json.dumps(ask(stream=True)).encode()
    lines = [f"{name}: {value}" for name, value in wire.headers().items()]
    head = ["POST /v1/messages HTTP/1.0", *lines, f"content-length: {len(body)}", "", ""]
    connection = http.client.HTTPConnection(wire.server.url[7:], timeout=5)
    connection.connect()
    assert connection.sock is not None
    connection.sock.sendall("\r\n".join(head).encode() + body)
    data = connection.sock.makefile("rb").read()
    assert data.endswith(b'data: {"type":"message_stop"}\n\n')
    assert b"chunked" not in data
    connection.close()
