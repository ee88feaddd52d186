"""The helpers through real clients: from the published methods to the wire and back."""

from __future__ import annotations

import json
import pickle
import warnings
from typing import Any, Dict, List, Optional, Tuple

import httpx
import pydantic
import pytest

from anthropic import Anthropic, AsyncAnthropic, AsyncStream, Stream
from anthropic.lib.tools import BetaAsyncBuiltinFunctionTool, BetaBuiltinFunctionTool

from . import wire


class Answer(pydantic.BaseModel):
    x: int


class Tool(BetaBuiltinFunctionTool):
    def to_dict(self) -> Any:
        return {"name": "double", "input_schema": {"type": "object"}}

    def call(self, input: Any) -> str:
        return str(2 * input["x"])


class AsyncTool(BetaAsyncBuiltinFunctionTool):
    to_dict = Tool.to_dict

    async def call(self, input: Any) -> str:
        return str(2 * input["x"])


class Api:
    """Answers with a tool call to a first message that brings tools, else with JSON text."""

    def __init__(self) -> None:
        self.requests: List[httpx.Request] = []
        self.bodies: List[Any] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        self.requests.append(request)
        self.bodies.append(body)
        headers = {"request-id": "req_1"}
        if request.url.path.endswith("count_tokens"):
            return httpx.Response(200, json={"input_tokens": 3}, headers=headers)
        calls_tool = "tools" in body and len(body["messages"]) == 1
        content, events = self._tool_call() if calls_tool else self._text()
        if body.get("stream"):
            data = wire.sse(wire.start(), *events, *wire.end())
            headers["content-type"] = "text/event-stream"
            return httpx.Response(200, content=data, headers=headers)
        message = {**wire.start()["message"], "content": [content]}
        return httpx.Response(200, json=message, headers=headers)

    def _tool_call(self) -> Tuple[Any, List[Any]]:
        call: Dict[str, Any] = {"type": "tool_use", "id": "t", "name": "double"}
        delta = {"type": "input_json_delta", "partial_json": '{"x": 4}'}
        return {**call, "input": {"x": 4}}, wire.block(0, {**call, "input": {}}, delta)

    def _text(self) -> Tuple[Any, List[Any]]:
        delta = {"type": "text_delta", "text": '{"x": 3}'}
        return {"type": "text", "text": '{"x": 3}'}, wire.block(
            0, {"type": "text", "text": ""}, delta
        )


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
def client(api: Api) -> Anthropic:
    transport = httpx.MockTransport(api)
    return Anthropic(api_key="key", http_client=httpx.Client(transport=transport))


@pytest.fixture
def async_client(api: Api) -> AsyncAnthropic:
    transport = httpx.MockTransport(api)
    return AsyncAnthropic(api_key="key", http_client=httpx.AsyncClient(transport=transport))


PARAMS: Any = {
    "max_tokens": 5,
    "messages": [{"role": "user", "content": "hi"}],
    "model": "claude-sonnet-4-5",
}


def test_stream_and_parse(api: Api, client: Anthropic) -> None:
    for messages in (client.messages, client.beta.messages):
        resource: Any = messages
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with resource.stream(**PARAMS, output_format=Answer) as stream:
                streamed = stream.get_final_message()
            assert not hasattr(streamed, "_request_id")
            parsed = resource.parse(**PARAMS, output_format=Answer)
        assert streamed.parsed_output == parsed.parsed_output == Answer(x=3)
        assert parsed._request_id == "req_1"
        assert stream.request_id == "req_1"
        assert pickle.loads(pickle.dumps(parsed)) == parsed
        client.messages.create(
            **{**PARAMS, "messages": [{"role": "assistant", "content": parsed.content}]}
        )
        assert api.bodies[-1]["messages"][0]["content"] == [{"type": "text", "text": '{"x": 3}'}]


async def test_async_stream_and_parse(async_client: AsyncAnthropic) -> None:
    for messages in (async_client.messages, async_client.beta.messages):
        resource: Any = messages
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            async with resource.stream(**PARAMS, output_format=Answer) as stream:
                assert [text async for text in stream.text_stream] == ['{"x": 3}']
            parsed = await resource.parse(**PARAMS, output_format=Answer)
        assert (await stream.get_final_message()).parsed_output == Answer(x=3)
        assert parsed.parsed_output == Answer(x=3)


def test_raw_parse(api: Api, client: Anthropic) -> None:
    raw = client.beta.messages.with_raw_response.parse(**PARAMS, betas=["b"])
    assert type(raw.parse()).__name__ == "ParsedBetaMessage"
    assert api.requests[-1].headers["anthropic-beta"] == "b,structured-outputs-2025-12-15"
    assert api.requests[-1].headers["x-stainless-helper"] == "beta.messages.parse"


TOOL_TURN = {
    "role": "user",
    "content": [{"type": "tool_result", "tool_use_id": "t", "content": "8"}],
}


def test_tool_runner(api: Api, client: Anthropic) -> None:
    runner = client.beta.messages.tool_runner(**PARAMS, tools=[Tool()])
    assert [message.content[0].type for message in runner] == ["tool_use", "text"]
    assert api.bodies[-1]["messages"][2] == TOOL_TURN
    assert api.requests[-1].headers["x-stainless-helper"] == "BetaToolRunner"

    streaming = client.beta.messages.tool_runner(**PARAMS, tools=[Tool()], stream=True)
    assert [next(stream).type for stream in streaming] == ["message_start", "message_start"]
    assert api.bodies[-1]["messages"][2] == TOOL_TURN


@pytest.mark.parametrize(
    ("options", "whole", "streamed"),
    [
        ({}, "structured-outputs-2025-12-15", None),
        ({"betas": ["b", "c"]}, "b,c", "b,c"),
        ({"betas": []}, "structured-outputs-2025-12-15", None),
        ({"betas": ["b"], "extra_headers": {"Anthropic-Beta": "mine"}}, "mine", "mine"),
    ],
)
async def test_betas_of_tool_runners(
    api: Api,
    client: Anthropic,
    async_client: AsyncAnthropic,
    options: Any,
    whole: str,
    streamed: Optional[str],
) -> None:
    for more in ({}, {"stream": True}):
        given = {**PARAMS, **options, **more, "tools": [], "messages": 2 * PARAMS["messages"]}
        client.beta.messages.tool_runner(**given).until_done()
        await async_client.beta.messages.tool_runner(**given).until_done()
    betas = [request.headers.get("anthropic-beta") for request in api.requests]
    assert betas == [whole, whole, streamed, streamed]


async def test_async_tool_runner(api: Api, async_client: AsyncAnthropic) -> None:
    resource: Any = async_client.beta.messages
    runner = resource.tool_runner(**PARAMS, tools=[AsyncTool()])
    assert [message.content[0].type async for message in runner] == ["tool_use", "text"]
    assert api.bodies[-1]["messages"][2] == TOOL_TURN

    streaming = resource.tool_runner(**PARAMS, tools=[AsyncTool()], stream=True)
    final = await streaming.until_done()
    assert final.content[0].text == '{"x": 3}'
    assert api.bodies[-1]["messages"][2] == TOOL_TURN


ADAPTIVE = {"model": "claude-opus-4-6", "thinking": {"type": "enabled", "budget_tokens": 1024}}


@pytest.mark.parametrize("beta", [False, True])
@pytest.mark.parametrize(
    ("changes", "category", "text"),
    [
        ({"model": "claude-2.1"}, DeprecationWarning, "'claude-2.1' is deprecated"),
        (ADAPTIVE, UserWarning, "adaptive"),
    ],
)
async def test_model_warnings_point_here(
    client: Anthropic,
    async_client: AsyncAnthropic,
    beta: bool,
    changes: Any,
    category: Any,
    text: str,
) -> None:
    params = {**PARAMS, **changes}
    messages: Any = client.beta.messages if beta else client.messages
    async_messages: Any = async_client.beta.messages if beta else async_client.messages
    with pytest.warns(category, match=text) as caught:
        messages.create(**params)
        messages.parse(**params)
        messages.stream(**params)
        await async_messages.create(**params)
        await async_messages.parse(**params)
        # What is never entered would complain of that.
        async with async_messages.stream(**params):
            pass
        if beta:
            messages.tool_runner(**params, tools=[])
            async_messages.tool_runner(**params, tools=[])
    found = [warning for warning in caught if issubclass(warning.category, category)]
    assert [warning.filename for warning in found] == [__file__] * (8 if beta else 6)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        counted = {name: value for name, value in params.items() if name != "max_tokens"}
        messages.count_tokens(**counted)
        await async_messages.count_tokens(**counted)


async def test_helpers_count_as_streams_for_old_programs(
    client: Anthropic, async_client: AsyncAnthropic
) -> None:
    with client.messages.stream(**PARAMS) as stream:
        with pytest.warns(DeprecationWarning, match="`anthropic.MessageStream`"):
            assert isinstance(stream, Stream)
        assert not isinstance(stream, AsyncStream)
    async with async_client.messages.stream(**PARAMS) as async_stream:
        with pytest.warns(DeprecationWarning, match="`anthropic.AsyncMessageStream`"):
            assert isinstance(async_stream, AsyncStream)
        assert not isinstance(async_stream, Stream)
    with client.beta.messages.stream(**PARAMS) as beta_stream, warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not isinstance(beta_stream, Stream)
