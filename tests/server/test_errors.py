"""What is wrong with a request is said in the API's shape, with the right status."""

from __future__ import annotations

import http.client
import json
from typing import Any, Dict

import pytest

from anthropic.testing import LocalServer
from tests.server.support import Wire, ask


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        ({}, "x-api-key header is required"),
        ({"x-api-key": "wrong"}, "invalid x-api-key"),
        ({"authorization": "Bearer wrong"}, "invalid bearer token"),
        ({"authorization": "Basic c2s="}, "invalid bearer token"),
    ],
)
def test_authentication(wire: Wire, headers: Dict[str, str], message: str) -> None:
    sent = {"anthropic-version": "2023-06-01", **headers}
    reply = wire.send("GET", "/v1/models", None, sent)
    assert (reply.status, reply.error) == (401, ("authentication_error", message))
    assert wire.server.api_key not in reply.body.decode()


def test_bearer_token_is_accepted(wire: Wire) -> None:
    headers = {
        "authorization": f"Bearer {wire.server.api_key}",
        "anthropic-version": "2023-06-01",
    }
    assert wire.send("GET", "/v1/models", None, headers).status == 200


def test_version_header(wire: Wire) -> None:
    headers = {"x-api-key": wire.server.api_key}
    reply = wire.send("GET", "/v1/models", None, headers)
    assert (reply.status, reply.error[1]) == (400, "anthropic-version: header is required")
    reply = wire.send("GET", "/v1/models", None, {**headers, "anthropic-version": "1999-01-01"})
    assert reply.status == 400
    assert "2023-06-01" in reply.error[1]


@pytest.mark.parametrize("path", ["/v1/files", "/v1/skills?beta=true", "/v1/skills/x/versions"])
def test_beta_header(wire: Wire, path: str) -> None:
    reply = wire.send("GET", path, None, wire.headers())
    assert (reply.status, reply.error[0]) == (400, "invalid_request_error")
    assert "anthropic-beta" in reply.error[1]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/v1",
        "/v1/nothing",
        "/v1/models/claude-none",
        "/v1/models/",
        "/v1/messages/batches/none",
        "/v1/messages/batches/none/results",
        "/v1/files/none",
        "/v1/files/none/content",
        "/v1/skills/none",
        "/v1/skills/xlsx/versions/none",
    ],
)
def test_not_found(wire: Wire, path: str) -> None:
    reply = wire.call("GET", path)
    assert (reply.status, reply.error[0]) == (404, "not_found_error")


def test_a_beta_header_opens_beta_parameters(wire: Wire) -> None:
    body = ask(container="container_1")
    reply = wire.call("POST", "/v1/messages", body)
    assert reply.error[1] == "container: Extra inputs are not permitted"
    reply = wire.call("POST", "/v1/messages", body, betas="code-execution-2025-08-25")
    assert reply.json()["container"]["id"] == "container_1"


def test_unknown_model(wire: Wire) -> None:
    reply = wire.call("POST", "/v1/messages", ask(model="other-model"))
    assert (reply.status, reply.error[1]) == (404, "model: other-model")


def test_wrong_method(wire: Wire) -> None:
    reply = wire.call("PUT", "/v1/messages", ask())
    assert reply.status == 405
    assert reply.headers["allow"] == "POST"
    assert reply.error[0] == "invalid_request_error"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"max_tokens": None}, "max_tokens: Input should be a valid integer"),
        ({"max_tokens": "many"}, "max_tokens: Input should be a valid integer"),
        ({"max_tokens": 0}, "max_tokens: Input should be greater than or equal to 1"),
        ({"foo": 1}, "foo: Extra inputs are not permitted"),
        ({"messages": "hi"}, "messages: Input should be a valid list"),
        ({"messages": [{"role": "user"}]}, "messages.0.content: Field required"),
        (
            {"messages": [{"role": "robot", "content": "hi"}]},
            "messages.0.role: Input should be 'user' or 'assistant'",
        ),
        (
            {"messages": [{"role": "user", "content": 1}]},
            "messages.0.content: Input should be a valid string or a valid list",
        ),
        (
            {"messages": [{"role": "user", "content": [{"type": "text"}]}]},
            "messages.0.content.0.text.text: Field required",
        ),
        (
            {"messages": [{"role": "user", "content": [{"text": "hi"}]}]},
            "messages.0.content.0: Unable to extract tag using discriminator 'type'",
        ),
        ({"tools": [{"name": "x"}]}, "tools.0.custom.input_schema: Field required"),
        ({"mcp_servers": []}, "mcp_servers: Extra inputs are not permitted"),
        ({"thinking": {"type": "maybe"}}, "thinking: Input tag 'maybe' found using 'type'"),
        ({"messages": []}, "messages: at least one message is required"),
        ({"stop_sequences": [" "]}, "stop_sequences.0: each stop sequence must contain"),
        (
            {"thinking": {"type": "enabled", "budget_tokens": 1024}},
            "`max_tokens` must be greater than `thinking.budget_tokens`",
        ),
        ({"tool_choice": {"type": "any"}}, "tool_choice: may only be specified while"),
    ],
)
def test_invalid_message(wire: Wire, change: Dict[str, Any], message: str) -> None:
    reply = wire.call("POST", "/v1/messages", ask(**change))
    assert (reply.status, reply.error[0]) == (400, "invalid_request_error")
    assert reply.error[1].startswith(message)


def turns(*contents: Any) -> Dict[str, Any]:
    roles = ("user", "assistant")
    messages = [{"role": roles[i % 2], "content": item} for i, item in enumerate(contents)]
    return ask(messages=messages)


USE = {"type": "tool_use", "id": "toolu_1", "name": "x", "input": {}}
RESULT = {"type": "tool_result", "tool_use_id": "toolu_1", "content": "ok"}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (turns("hi", [USE]), "messages.1: `tool_use` ids were found without `tool_result`"),
        (turns("hi", [USE], "and?"), "messages.1: `tool_use` ids were found without"),
        (turns([RESULT]), "messages.0.content.0: unexpected `tool_use_id` found"),
        (turns("hi", "hello "), "messages: final assistant content cannot end with"),
        (turns("hi", "", "there"), "messages.1: all messages must have non-empty content"),
        (
            ask(tools=[{"name": "a", "input_schema": {"type": "object"}}] * 2),
            "tools: Tool names must be unique.",
        ),
        (
            ask([{"type": "text", "text": "x", "cache_control": {"type": "ephemeral"}}] * 5),
            "A maximum of 4 blocks with cache_control may be provided. Found 5.",
        ),
    ],
)
def test_refused_conversation(wire: Wire, body: Dict[str, Any], message: str) -> None:
    reply = wire.call("POST", "/v1/messages", body)
    assert reply.status == 400
    assert reply.error[1].startswith(message)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"\xff", b"[" * 100_000])
def test_unreadable_body(wire: Wire, body: bytes) -> None:
    reply = wire.send("POST", "/v1/messages", body, wire.headers())
    assert (reply.status, reply.error[0]) == (400, "invalid_request_error")


@pytest.mark.parametrize("limit", ["x", "0", "1001", "-1", "1.5"])
def test_invalid_limit(wire: Wire, limit: str) -> None:
    reply = wire.call("GET", f"/v1/models?limit={limit}")
    assert reply.status == 400
    assert reply.error[1].startswith("limit: Input should be ")


def test_body_limit() -> None:
    with LocalServer(max_body_bytes=1000) as server:
        wire = Wire(server)
        reply = wire.call("POST", "/v1/messages", ask("x" * 5000))
        assert (reply.status, reply.error[0]) == (413, "request_too_large")
        assert wire.call("POST", "/v1/messages", ask("small")).status == 200
        assert wire.form("/v1/files", [("file", "a", b"x" * 5000, None)]).status == 200
        wire.connection.close()


def test_chunked_bodies(wire: Wire) -> None:
    body = json.dumps(ask()).encode()
    headers = {**wire.headers(), "content-type": "application/json"}
    pieces = iter([body[:10], body[10:]])
    wire.connection.request("POST", "/v1/messages", pieces, headers, encode_chunked=True)
    answer = wire.connection.getresponse()
    assert answer.status == 200
    assert json.loads(answer.read())["type"] == "message"
    assert wire.server.requests[-1].body == body


def test_broken_framing_gets_an_error_too(wire: Wire) -> None:
    for head in ("Content-Length: x\r\n", "Content-Length: -5\r\n"):
        connection = http.client.HTTPConnection(wire.server.url[7:], timeout=5)
        connection.connect()
        assert connection.sock is not None
        connection.sock.sendall(f"POST /v1/messages HTTP/1.1\r\n{head}\r\n".encode())
        data = connection.sock.makefile("rb").read()
        assert data.startswith(b"HTTP/1.1 400 ") and b"invalid_request_error" in data
        connection.close()


def test_form_errors(wire: Wire) -> None:
    assert wire.call("POST", "/v1/files", {"file": "x"}).status == 400
    reply = wire.form("/v1/files", [("other", "a.txt", b"", None)])
    assert reply.error[1].startswith("file: Field required")
    headers = {**wire.headers("files-api-2025-04-14"), "content-type": "multipart/form-data"}
    assert "boundary" in wire.send("POST", "/v1/files", b"x", headers).error[1]
    headers["content-type"] += "; boundary=XX"
    assert "was it cut off" in wire.send("POST", "/v1/files", b"--XX\r\n", headers).error[1]
