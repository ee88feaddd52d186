"""Raw and streaming views of methods: what goes out on the wire, and what comes back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List

import httpx
import pytest

import anthropic
from anthropic import Anthropic, AsyncAnthropic
from anthropic._legacy_response import LegacyAPIResponse
from anthropic._response import (
    AsyncBinaryAPIResponse,
    AsyncStreamedBinaryAPIResponse,
    BinaryAPIResponse,
    StreamedBinaryAPIResponse,
)
from anthropic.types import Message
from tests.runtime.streams.scripted import END, Server

QUESTION: Dict[str, Any] = {
    "model": "claude-test",
    "max_tokens": 10,
    "messages": [{"role": "user", "content": "Hi"}],
}
MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-test",
    "content": [{"type": "text", "text": "hello"}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 1, "output_tokens": 1},
}


def answer(content_type: str, *pieces: bytes) -> List[Any]:
    head = (
        f"HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\nrequest-id: req_1\r\n"
        "transfer-encoding: chunked\r\n\r\n"
    )
    return [head.encode(), *pieces, END]


JSON = answer("application/json", json.dumps(MESSAGE).encode())
BYTES = answer("application/octet-stream", b"one", b"two")


def wanted(server: Server) -> List[Any]:
    """The header by which each request said what is to become of its answer."""
    found = []
    for request in server.requests:
        lines = request.decode().split("\r\n")
        values = [line for line in lines if line.lower().startswith("x-stainless-raw-resp")]
        found.append(values[0].split(": ")[1] if values else None)
        assert "____stainless" not in request.decode()
    return found


def client_for(server: Server) -> Anthropic:
    return Anthropic(api_key="k", base_url=server.url, max_retries=0)


def async_client_for(server: Server) -> AsyncAnthropic:
    return AsyncAnthropic(api_key="k", base_url=server.url, max_retries=0)


def check_raw(raw: Any) -> None:
    assert type(raw) is LegacyAPIResponse
    assert (raw.status_code, raw.method, raw.retries_taken) == (200, "POST", 0)
    assert raw.request_id == raw.headers["request-id"] == "req_1"
    assert raw.http_version == "HTTP/1.1" and raw.elapsed.total_seconds() > 0
    assert raw.url.path == raw.http_request.url.path == "/v1/messages"
    assert json.loads(raw.text) == json.loads(raw.content) == MESSAGE
    message = raw.parse()
    assert type(message) is Message and message is raw.parse()
    assert message._request_id == "req_1"
    assert raw.parse(to=object) == MESSAGE
    assert raw.is_closed
    assert repr(raw) == f"<APIResponse [200 OK] type={Message}>"


async def test_raw_responses() -> None:
    with Server(JSON) as server:
        check_raw(client_for(server).messages.with_raw_response.create(**QUESTION))
        check_raw(client_for(server).with_raw_response.messages.create(**QUESTION))
        check_raw(await async_client_for(server).messages.with_raw_response.create(**QUESTION))
        client_for(server).messages.create(**QUESTION)
    assert wanted(server) == ["true", "true", "true", None]


async def test_streamed_responses() -> None:
    with Server(JSON) as server:
        manager = client_for(server).messages.with_streaming_response.create(**QUESTION)
        assert not server.requests
        with manager as response:
            assert type(response) is anthropic.APIResponse
            assert not response.is_closed
            message = response.parse()
            assert type(message) is Message and message._request_id == "req_1"
            assert response.json() == MESSAGE
        assert response.is_closed and response.elapsed.total_seconds() > 0
        async_client = async_client_for(server)
        async_manager = async_client.messages.with_streaming_response.create(**QUESTION)
        async with async_manager as async_response:
            assert type(async_response) is anthropic.AsyncAPIResponse
            assert not async_response.is_closed
            assert (await async_response.parse()).id == "msg_1"
            assert json.loads(await async_response.text()) == MESSAGE
        assert async_response.is_closed and async_response.elapsed.total_seconds() > 0
    assert wanted(server) == ["stream", "stream"]


async def test_a_body_that_was_read_in_pieces_is_gone() -> None:
    with Server(BYTES) as server:
        with client_for(server).messages.with_streaming_response.create(**QUESTION) as response:
            assert b"".join(response.iter_bytes()) == b"onetwo"
            with pytest.raises(anthropic.AnthropicError, match="already"):
                response.read()


async def test_downloads(tmp_path: Path) -> None:
    with Server(BYTES) as server:
        files = client_for(server).beta.files
        plain = files.download("f")
        raw = files.with_raw_response.download("f")
        for response in (plain, raw):
            assert type(response) is BinaryAPIResponse
            assert response.is_closed and response.http_response.content == b"onetwo"
            assert response.read() == b"onetwo" and not hasattr(response, "content")
            response.write_to_file(tmp_path / "sync")
            assert (tmp_path / "sync").read_bytes() == b"onetwo"
        with files.with_streaming_response.download("f") as streamed:
            assert type(streamed) is StreamedBinaryAPIResponse
            assert not streamed.http_response.is_stream_consumed
            streamed.stream_to_file(tmp_path / "streamed", chunk_size=2)
        assert (tmp_path / "streamed").read_bytes() == b"onetwo"
    assert wanted(server) == [None, "raw", "stream"]


async def test_asynchronous_downloads(tmp_path: Path) -> None:
    with Server(BYTES) as server:
        files = async_client_for(server).beta.files
        plain = await files.download("f")
        raw = await files.with_raw_response.download("f")
        for response in (plain, raw):
            assert type(response) is AsyncBinaryAPIResponse
            assert response.is_closed and response.http_response.content == b"onetwo"
            assert await response.read() == b"onetwo"
            await response.write_to_file(tmp_path / "async")
            assert (tmp_path / "async").read_bytes() == b"onetwo"
        async with files.with_streaming_response.download("f") as streamed:
            assert type(streamed) is AsyncStreamedBinaryAPIResponse
            assert not streamed.http_response.is_stream_consumed
            await streamed.stream_to_file(tmp_path / "streamed")
        assert (tmp_path / "streamed").read_bytes() == b"onetwo"
    assert wanted(server) == [None, "raw", "stream"]


VIEWS = {
    "messages": ({"create", "count_tokens"}, {"create", "count_tokens"}),
    "beta.messages": ({"create", "parse", "count_tokens"}, {"create", "count_tokens"}),
    "completions": ({"create"}, {"create"}),
    "models": ({"list", "retrieve"}, {"list", "retrieve"}),
    "messages.batches": (
        {"create", "retrieve", "list", "delete", "cancel"},
        {"create", "retrieve", "list", "delete", "cancel"},
    ),
}


@pytest.mark.parametrize("class_", [Anthropic, AsyncAnthropic])
@pytest.mark.parametrize("path", VIEWS)
def test_which_methods_have_views(class_: Any, path: str) -> None:
    resource: Any = class_(api_key="k")
    for part in path.split("."):
        resource = getattr(resource, part)
    raw, streamed = VIEWS[path]
    for view, methods in (
        (resource.with_raw_response, raw),
        (resource.with_streaming_response, streamed),
    ):
        assert {name for name in vars(view) if callable(vars(view)[name])} == methods
    assert resource.with_raw_response is resource.with_raw_response


async def test_the_request_id_is_on_the_answer_alone() -> None:
    http_client = httpx.Client(
        transport=httpx.MockTransport(
            lambda request: httpx.Response(200, json=MESSAGE, headers={"request-id": "req_7"})
        )
    )
    message = Anthropic(api_key="k", http_client=http_client).messages.create(**QUESTION)
    assert message._request_id == "req_7"
    with pytest.raises(AttributeError):
        message.usage._request_id  # noqa: B018
    assert "request_id" not in repr(message) and "_request_id" not in message.to_dict()
