"""Long answers that are streamed behind the scenes, for callers who want them as a whole."""

from __future__ import annotations

import json
from typing import Any, Dict, List

import httpx
import pydantic
import pytest

import anthropic
from anthropic import Anthropic, types
from anthropic import _exceptions as errors
from tests.lib import wire
from tests.runtime.streams.conftest import Side
from tests.runtime.streams.scripted import CUT, END, HANG, PING, Server, error_event, event
from tests.runtime.streams.test_ends import BODY, EVENTS

LONG: Dict[str, Any] = {
    "model": "claude-test",
    "max_tokens": 64_000,
    "messages": [{"role": "user", "content": "Hi"}],
}
# The same answer, had it come as a whole.
WHOLE: Dict[str, Any] = {
    **wire.start()["message"],
    "content": [
        {"type": "text", "text": "Hello you"},
        {"type": "tool_use", "id": "toolu_1", "name": "get_weather"}
        | {"input": {"city": "Paris", "days": 3}},
    ],
    "stop_reason": "end_turn",
    "usage": {"input_tokens": 11, "output_tokens": 7},
}


def client_of(side: Side, server: Server, **options: Any) -> Any:
    return side.client(server, **{"long_requests": "stream", **options})


async def ask(side: Side, client: Any, *, beta: bool = False, **params: Any) -> Any:
    messages = client.beta.messages if beta else client.messages
    answer = messages.create(**{**LONG, **params})
    return await answer if side.asynchronous else answer


def head(**headers: str) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n%b\r\n" % lines.encode()


@pytest.mark.parametrize("beta", [False, True])
async def test_the_message_is_the_one_that_would_have_come_whole(side: Side, beta: bool) -> None:
    with Server(
        [BODY, END], [head(**{"content-type": "application/json"}), json.dumps(WHOLE).encode(), END]
    ) as server:
        streamed = await ask(side, client_of(side, server), beta=beta)
        whole = await ask(side, side.client(server, timeout=700), beta=beta)
    kind: Any = types.beta.BetaMessage if beta else types.Message
    assert type(streamed) is type(whole) is kind
    assert [type(block) for block in streamed.content] == [type(block) for block in whole.content]
    assert streamed.to_dict(exclude_none=True) == whole.to_dict(exclude_none=True)
    assert streamed._request_id == "req_wire"
    info = streamed._response
    assert (info.request_id, info.status_code, info.retries_taken) == ("req_wire", 200, 0)
    assert info.headers["content-type"] == "application/json"
    assert info.duration >= info.attempt_duration > 0


async def test_only_long_requests_are_streamed(side: Side) -> None:
    answer = [head(**{"content-type": "application/json"}), json.dumps(WHOLE).encode(), END]
    with Server(answer) as server:
        client = client_of(side, server)
        message = await ask(side, client, max_tokens=100)
        assert message.stop_reason == "end_turn"
        # A gateway that does not stream is none the worse for being asked to.
        assert (await ask(side, client)).to_dict() == message.to_dict()
        with pytest.raises(ValueError, match="long_requests='stream'"):
            await ask(side, client.with_options(long_requests="error"))
    assert [b'"stream":true' in body for body in server.bodies] == [False, True]


async def test_the_default_is_the_error(side: Side) -> None:
    with Server([BODY, END]) as server:
        client = side.client(server)
        assert client.long_requests == "error"
        with pytest.raises(ValueError, match="Streaming is required for operations that may take"):
            await ask(side, client)
        assert (await ask(side, client.copy(long_requests="stream"))).stop_reason == "end_turn"


async def test_raw_responses(side: Side) -> None:
    with Server([BODY, END]) as server:
        client = client_of(side, server)
        raw = client.messages.with_raw_response.create(**LONG)
        raw = await raw if side.asynchronous else raw
    assert raw.http_response.json()["content"][0]["text"] == "Hello you"
    assert raw.headers["request-id"] == raw.request_id == "req_wire"
    assert json.loads(raw.text) == raw.http_response.json()
    message = raw.parse()
    assert type(message) is types.Message
    assert message.content[1].input == {"city": "Paris", "days": 3}
    assert (raw.status_code, raw.is_closed) == (200, True)
    assert raw.elapsed.total_seconds() > 0


def test_streamed_responses() -> None:
    with Server([BODY, END]) as server:
        client = Anthropic(base_url=server.url, api_key="k", long_requests="stream")
        with client.messages.with_streaming_response.create(**LONG) as response:
            assert json.loads(response.text())["stop_reason"] == "end_turn"
            assert response.parse().stop_reason == "end_turn"
        with client.messages.with_streaming_response.create(**LONG) as response:
            assert json.loads(b"".join(response.iter_bytes()))["stop_reason"] == "end_turn"


@pytest.mark.parametrize("count", [1, 3, 7])
async def test_a_cut_answer_is_no_answer(side: Side, count: int) -> None:
    body = b"".join(map(event, EVENTS[:count]))
    with Server([body, END]) as server:
        with pytest.raises(errors.IncompleteStreamError) as caught:
            await ask(side, client_of(side, server))
    assert caught.value.request_id == "req_wire"
    text = {1: None, 3: "Hello", 7: "Hello you"}[count]
    blocks = caught.value.snapshot.content
    assert [block.text for block in blocks] == ([] if text is None else [text])


async def test_nothing_at_all_is_no_answer_even_for_patient_clients(side: Side) -> None:
    with Server([PING, END]) as server:
        client = client_of(side, server, require_complete_streams=False)
        with pytest.raises(errors.IncompleteStreamError, match="before the answer had begun"):
            await ask(side, client)


async def test_an_event_that_does_not_fit(side: Side) -> None:
    stop = {"type": "content_block_stop", "index": 4}
    with Server([event(EVENTS[0]), event(stop), END]) as server:
        with pytest.raises(errors.APIResponseValidationError, match="content block 4") as caught:
            await ask(side, client_of(side, server))
    assert caught.value.body == stop
    assert caught.value.snapshot.content == []


async def test_errors_and_cut_connections(side: Side) -> None:
    with Server([event(EVENTS[0]), error_event("overloaded_error"), END]) as server:
        with pytest.raises(errors.OverloadedError):
            await ask(side, client_of(side, server))
    with Server([event(EVENTS[0]), CUT]) as server:
        with pytest.raises(anthropic.APIConnectionError) as caught:
            await ask(side, client_of(side, server))
        assert isinstance(caught.value, httpx.RemoteProtocolError)


async def test_a_stream_that_brings_nothing_is_asked_for_again(side: Side) -> None:
    with Server([PING, error_event("overloaded_error"), END], [BODY, END]) as server:
        policy = anthropic.RetryPolicy(initial_delay=0.001)
        message = await ask(side, client_of(side, server, max_retries=1, retry_policy=policy))
    assert message.stop_reason == "end_turn"
    assert message._response.retries_taken == 1
    assert server.retry_counts == ["0", "1"]


@pytest.mark.parametrize("option", ["total_timeout", "stream_idle_timeout"])
async def test_limits_of_time_hold(side: Side, option: str) -> None:
    with Server([event(EVENTS[0]), HANG]) as server:
        with pytest.raises(anthropic.APITimeoutError):
            await ask(side, client_of(side, server, **{option: 0.15}))
        assert server.hung_up.wait(10)


async def test_a_whole_answer_that_breaks(side: Side) -> None:
    head_of_json = head(**{"content-type": "application/json"})
    with Server([head_of_json, b'{"id": "m', CUT]) as server:
        with pytest.raises(anthropic.APIConnectionError):
            await ask(side, client_of(side, server))
    with Server([head_of_json, b'{"id": "m', HANG]) as server:
        with pytest.raises(anthropic.APITimeoutError):
            await ask(side, client_of(side, server, total_timeout=0.15))


class Answer(pydantic.BaseModel):
    x: int


@pytest.mark.parametrize("beta", [False, True])
async def test_parsing(side: Side, beta: bool) -> None:
    delta = {"type": "text_delta", "text": '{"x": 3}'}
    answer: List[Any] = [wire.start(), *wire.block(0, {"type": "text", "text": ""}, delta)]
    with Server([b"".join(map(event, [*answer, *wire.end()])), END]) as server:
        client = client_of(side, server)
        messages = client.beta.messages if beta else client.messages
        format = transform(Answer)
        parsed = messages.parse(
            **LONG, **({"output_config": format} if beta else {"output_format": Answer})
        )
        parsed = await parsed if side.asynchronous else parsed
    assert parsed.content[0].text == '{"x": 3}'
    assert beta or parsed.parsed_output == Answer(x=3)


def transform(kind: Any) -> Any:
    return {"format": {"type": "json_schema", "schema": anthropic.transform_schema(kind)}}


def test_other_values_are_refused() -> None:
    with pytest.raises(ValueError, match="`long_requests` must be 'error' or 'stream'"):
        Anthropic(api_key="k", long_requests="yes")  # type: ignore[arg-type]  # the point of it
