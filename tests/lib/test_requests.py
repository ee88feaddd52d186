"""What `stream`, `parse` and the prepared methods send, against a resource that records it."""

from __future__ import annotations

import inspect
import re
import warnings
from typing import Any, Dict, List, Optional

import httpx
import pydantic
import pytest

from anthropic._base_client import BaseClient
from anthropic._compat import PYDANTIC_V1
from anthropic._constants import DEFAULT_TIMEOUT
from anthropic._exceptions import AnthropicError
from anthropic._types import not_given, omit
from anthropic.lib import _prepare
from anthropic.lib._parse._calls import (
    async_parse_beta_message,
    async_parse_message,
    parse_beta_message,
    parse_message,
)
from anthropic.lib.streaming._calls import (
    async_stream_beta_message,
    async_stream_message,
    stream_beta_message,
    stream_message,
)
from anthropic.types.beta.beta_message import BetaMessage
from anthropic.types.beta.parsed_beta_message import ParsedBetaMessage
from anthropic.types.message import Message
from anthropic.types.parsed_message import ParsedMessage, ParsedTextBlock


class Client:
    """The part of a client that preparing looks at."""

    def __init__(self, timeout: Any = DEFAULT_TIMEOUT, long_requests: str = "error") -> None:
        self.timeout = timeout
        self.long_requests = long_requests

    _calculate_nonstreaming_timeout: Any = BaseClient._calculate_nonstreaming_timeout


class Resource:
    def __init__(self, timeout: Any = DEFAULT_TIMEOUT) -> None:
        self._client = Client(timeout)
        self.sent: List[Dict[str, Any]] = []

    def _post(self, path: str, **request: Any) -> Any:
        self.sent.append({"path": path, **request})
        return "posted"

    @property
    def body(self) -> Any:
        return self.sent[-1]["body"]

    @property
    def headers(self) -> Any:
        return self.sent[-1]["options"]["headers"]


class AsyncResource(Resource):
    async def _post(self, path: str, **request: Any) -> Any:
        return super()._post(path, **request)


async def send(asynchronous: bool, sync_call: Any, async_call: Any, **params: Any) -> Resource:
    """Calls one of the twins and sends its request."""
    params = {"max_tokens": 10, "messages": [], "model": "claude-test", **params}
    options = {name: params.pop(name) for name in list(params) if name in OPTIONS}
    if asynchronous:
        resource = AsyncResource()
        result = async_call(resource, params, **options)
        if inspect.isawaitable(result):
            await result
        else:
            async with _opened(result):
                pass
    else:
        resource = Resource()
        result = sync_call(resource, params, **options)
        if hasattr(result, "__enter__"):
            assert resource.sent == []
            result.__enter__()
    return resource


OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout")


class _opened:
    """Enters a stream manager, whose stream is no stream here, without leaving it."""

    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def __aenter__(self) -> None:
        await self.manager.__aenter__()

    async def __aexit__(self, *exc: object) -> None:
        return None


CALLS = {
    "stream": (stream_message, async_stream_message),
    "beta.stream": (stream_beta_message, async_stream_beta_message),
    "parse": (parse_message, async_parse_message),
    "beta.parse": (parse_beta_message, async_parse_beta_message),
}

both = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])


class Order(pydantic.BaseModel):
    city: str


ORDER_FORMAT = {
    "schema": {
        "type": "object",
        "title": "Order",
        "properties": {"city": {"type": "string", "title": "City"}},
        "additionalProperties": False,
        "required": ["city"],
    },
    "type": "json_schema",
}


@both
async def test_stream(asynchronous: bool) -> None:
    resource = await send(
        asynchronous,
        *CALLS["stream"],
        top_k=omit,
        extra_headers={"x-stainless-helper-method": "mine"},
        timeout=3,
    )
    (request,) = resource.sent
    assert request["path"] == "/v1/messages"
    assert request["stream"] is True
    assert resource.body == {
        "max_tokens": 10,
        "messages": [],
        "model": "claude-test",
        "stream": True,
    }
    assert resource.headers == {
        "x-stainless-helper-method": "mine",
        "X-Stainless-Stream-Helper": "messages",
    }
    assert request["options"]["timeout"] == 3


@both
async def test_beta_streams_ask_for_no_beta_of_their_own(asynchronous: bool) -> None:
    with pytest.warns(DeprecationWarning):
        resource = await send(asynchronous, *CALLS["beta.stream"], output_format=Order)
    assert "anthropic-beta" not in resource.headers


@both
async def test_beta_stream(asynchronous: bool) -> None:
    resource = await send(asynchronous, *CALLS["beta.stream"], betas=["a", "b"], max_tokens=10**6)
    assert resource.sent[0]["path"] == "/v1/messages?beta=true"
    assert resource.headers == {
        "X-Stainless-Helper-Method": "stream",
        "X-Stainless-Stream-Helper": "beta.messages",
        "anthropic-beta": "a,b",
    }
    assert "betas" not in resource.body
    assert "timeout" not in resource.sent[0]["options"]


@both
async def test_parse(asynchronous: bool) -> None:
    resource = await send(
        asynchronous,
        *CALLS["parse"],
        output_format=Order,
        output_config={"effort": "low", "format": {"type": "json_schema", "schema": {}}},
    )
    (request,) = resource.sent
    assert request["path"] == "/v1/messages"
    assert resource.headers == {"X-Stainless-Helper": "messages.parse"}
    assert resource.body["output_config"] == {"effort": "low", "format": ORDER_FORMAT}
    assert "output_format" not in resource.body
    assert request["options"]["timeout"] == httpx.Timeout(600, connect=5.0)

    message = Message.construct(
        id="m", type="message", role="assistant", content=[{"type": "text", "text": '{"city":"B"}'}]
    )
    parsed = request["options"]["post_parser"](message)
    assert isinstance(parsed, ParsedMessage)
    assert isinstance(parsed.content[0], ParsedTextBlock)
    assert parsed.parsed_output == Order(city="B")
    assert parsed.id == "m"
    assert "stop_reason" not in parsed.model_fields_set


@both
async def test_beta_parse(asynchronous: bool) -> None:
    resource = await send(asynchronous, *CALLS["beta.parse"], betas=["a"])
    assert resource.sent[0]["path"] == "/v1/messages?beta=true"
    assert resource.headers == {
        "X-Stainless-Helper": "beta.messages.parse",
        "anthropic-beta": "a,structured-outputs-2025-12-15",
    }
    assert "output_config" not in resource.body

    tool = {"type": "tool_use", "id": "t", "name": "n", "input": {}}
    message = BetaMessage.construct(
        id="m",
        type="message",
        role="assistant",
        content=[tool, {"type": "text", "text": "no JSON"}],
    )
    parsed = resource.sent[0]["options"]["post_parser"](message)
    assert isinstance(parsed, ParsedBetaMessage)
    assert parsed.content[0] == message.content[0]
    assert parsed.content[1].text == "no JSON"
    assert parsed.parsed_output is None


STRUCTURED = "structured-outputs-2025-12-15"


@both
@pytest.mark.parametrize(
    ("betas", "sent"),
    [
        (omit, STRUCTURED),
        (None, STRUCTURED),
        ([], STRUCTURED),
        (("b", "a"), f"b,a,{STRUCTURED}"),
        (["b", STRUCTURED, "a"], f"b,{STRUCTURED},a"),
        ((STRUCTURED,), STRUCTURED),
    ],
)
async def test_beta_parse_asks_for_its_beta_once(betas: Any, sent: str, asynchronous: bool) -> None:
    resource = await send(asynchronous, *CALLS["beta.parse"], betas=betas)
    assert resource.headers["anthropic-beta"] == sent


@both
@pytest.mark.parametrize("name", ["stream", "beta.stream"])
async def test_streams_wait_as_long_as_the_client_does(name: str, asynchronous: bool) -> None:
    resource = await send(asynchronous, *CALLS[name], max_tokens=10**6)
    assert "timeout" not in resource.sent[0]["options"]


@both
@pytest.mark.parametrize("name", ["parse", "beta.parse"])
async def test_long_answers_cannot_be_parsed(name: str, asynchronous: bool) -> None:
    for params in ({"max_tokens": 21_334}, {"max_tokens": 8_193, "model": CAPPED[0]}):
        with pytest.raises(ValueError, match="Streaming is required for operations that may take"):
            await send(asynchronous, *CALLS[name], **params)
        resource = await send(asynchronous, *CALLS[name], **params, timeout=30)
        assert resource.sent[0]["options"]["timeout"] == 30


@both
@pytest.mark.parametrize("name", ["stream", "beta.stream", "parse", "beta.parse"])
async def test_output_format(name: str, asynchronous: bool) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        typed = await send(asynchronous, *CALLS[name], output_format=Order)
        plain = await send(asynchronous, *CALLS[name], output_format=ORDER_FORMAT)
        none = await send(asynchronous, *CALLS[name], output_format=None)

    assert typed.body["output_config"] == {"format": ORDER_FORMAT}
    assert plain.body["output_config"] == {"format": ORDER_FORMAT}
    assert not {"output_config", "output_format"} & set(none.body)
    # Python may collect what an earlier test left open right now, and warn of that too.
    deprecations = [each for each in caught if issubclass(each.category, DeprecationWarning)]
    messages = [str(warning.message) for warning in deprecations]
    assert len(messages) == (2 if name.startswith("beta.") else 0)
    assert all("The 'output_format' parameter is deprecated" in text for text in messages)


TWO_FORMATS = "^Both output_format and output_config.format were provided"


@both
@pytest.mark.parametrize("name", ["beta.stream", "beta.parse"])
async def test_beta_refuses_two_formats(name: str, asynchronous: bool) -> None:
    two: Dict[str, Any] = {"output_format": Order, "output_config": {"format": ORDER_FORMAT}}
    with pytest.raises(AnthropicError, match=TWO_FORMATS):
        await send(asynchronous, *CALLS[name], **two)


@pytest.mark.parametrize(
    "prepare", [_prepare.prepare_beta_message, _prepare.prepare_beta_count_tokens]
)
def test_beta_refuses_two_formats_elsewhere(prepare: Any) -> None:
    body = {"model": "claude-test", "max_tokens": 1, "output_format": ORDER_FORMAT}
    with pytest.raises(AnthropicError, match=TWO_FORMATS):
        prepare(Client(), {**body, "output_config": {"format": ORDER_FORMAT}}, timeout=not_given)


class NoSchema(pydantic.BaseModel):
    if PYDANTIC_V1:

        class Config:
            arbitrary_types_allowed = True

    else:
        model_config = pydantic.ConfigDict(arbitrary_types_allowed=True)

    client: Client


@both
@pytest.mark.parametrize("name", CALLS)
@pytest.mark.filterwarnings("ignore:The 'output_format' parameter:DeprecationWarning")
async def test_types_that_json_cannot_express(name: str, asynchronous: bool) -> None:
    says = "Could not generate JSON schema for the given type .*NoSchema.*Use types that JSON"
    for type_ in (NoSchema, List[NoSchema]):
        with pytest.raises(TypeError, match=says):
            await send(asynchronous, *CALLS[name], output_format=type_)
    # Pydantic itself says what it needs to know of a class.
    with pytest.raises((RuntimeError, TypeError), match="arbitrary_types_allowed") as caught:
        await send(asynchronous, *CALLS[name], output_format=Client)
    if not PYDANTIC_V1:
        assert type(caught.value) is pydantic.errors.PydanticSchemaGenerationError


# -- prepared methods


@pytest.mark.parametrize("max_tokens", ["abc", None, [1], omit])
def test_the_api_judges_what_is_no_number_of_tokens(max_tokens: Any) -> None:
    body = {"model": "claude-test", "messages": [], "max_tokens": max_tokens}
    client: Any
    for client in (Client(), Client(long_requests="stream")):
        assert _prepare.prepare_message(client, body, timeout=not_given) == {"timeout": not_given}


# The models whose longest answers are shorter without a stream.
CAPPED = [
    "claude-opus-4-20250514",
    "claude-opus-4-0",
    "claude-4-opus-20250514",
    "anthropic.claude-opus-4-20250514-v1:0",
    "claude-opus-4@20250514",
    "claude-opus-4-1-20250805",
    "anthropic.claude-opus-4-1-20250805-v1:0",
    "claude-opus-4-1@20250805",
]


@pytest.mark.parametrize("model", CAPPED)
def test_models_with_shorter_answers(model: str) -> None:
    client: Any = Client(httpx.Timeout(600, connect=5.0))
    for prepare in (_prepare.prepare_message, _prepare.prepare_beta_message):
        body = {"model": model, "max_tokens": 8_192}
        expected = httpx.Timeout(600, connect=5.0)
        assert prepare(client, body, timeout=not_given)["timeout"] == expected
        with pytest.raises(ValueError, match="Streaming is required for operations that may take"):
            prepare(client, {**body, "max_tokens": 8_193}, timeout=not_given)


@pytest.mark.parametrize("prepare", [_prepare.prepare_message, _prepare.prepare_beta_message])
def test_long_requests_have_to_stream(prepare: Any) -> None:
    def timeout_for(
        max_tokens: int, given: Any = not_given, client: Any = None, **body: Any
    ) -> Any:
        body = {"model": "claude-test", "max_tokens": max_tokens, **body}
        prepared = prepare(client or Client(), body, timeout=given)
        assert list(prepared) == ["timeout"]
        return prepared["timeout"]

    assert timeout_for(21_333) == httpx.Timeout(600, connect=5.0)
    for tokens, model in ((21_334, "claude-test"), (8_193, "claude-opus-4-0")):
        with pytest.raises(ValueError, match="Streaming is required for operations that may take"):
            timeout_for(tokens, model=model)
        assert timeout_for(tokens, model=model, stream=True) is not_given
        assert timeout_for(tokens, 30.0, model=model) == 30.0
        assert timeout_for(tokens, None, model=model) is None
        assert timeout_for(tokens, client=Client(60), model=model) is not_given
    assert timeout_for(8_192, model="claude-opus-4-0") == httpx.Timeout(600, connect=5.0)
    assert timeout_for(10, stream=omit) == httpx.Timeout(600, connect=5.0)


@pytest.mark.parametrize("prepare", [_prepare.prepare_message, _prepare.prepare_beta_message])
@pytest.mark.parametrize("timeout", [not_given, 30.0, None])
def test_long_requests_can_be_streamed_behind_the_scenes(prepare: Any, timeout: Any) -> None:
    client = Client(long_requests="stream")
    for tokens, model in ((21_334, "claude-test"), (8_193, "claude-opus-4-0")):
        body = {"model": model, "max_tokens": tokens, "stream": omit}
        prepared = prepare(client, body, timeout=timeout)
        assert prepared["timeout"] is timeout
        assert prepared["collector"]().answer() is None
        assert body["stream"] is True
        body = {"model": model, "max_tokens": tokens, "stream": True}
        assert prepare(client, body, timeout=timeout) == {"timeout": timeout}
    body = {"model": "claude-test", "max_tokens": 21_333, "stream": False}
    assert "collector" not in prepare(client, body, timeout=timeout)
    assert body["stream"] is False


def test_completions() -> None:
    client: Any = Client()
    assert _prepare.prepare_completion(client, {}, timeout=not_given)["timeout"] == 600
    assert (
        _prepare.prepare_completion(client, {"stream": True}, timeout=not_given)["timeout"] == 600
    )
    assert _prepare.prepare_completion(client, {}, timeout=1)["timeout"] == 1
    client = Client(5)
    assert _prepare.prepare_completion(client, {}, timeout=not_given)["timeout"] is not_given


def test_count_tokens() -> None:
    client: Any = Client()
    body: Dict[str, Any] = {"output_format": Order, "output_config": omit, "model": "claude-2.1"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert (
            _prepare.prepare_count_tokens(client, body, timeout=not_given)["timeout"] is not_given
        )
    assert body == {"output_config": {"format": ORDER_FORMAT}, "model": "claude-2.1"}

    body = {"output_format": ORDER_FORMAT}
    with pytest.warns(DeprecationWarning, match="'output_format' parameter is deprecated"):
        assert _prepare.prepare_beta_count_tokens(client, body, timeout=7)["timeout"] == 7
    assert body == {"output_config": {"format": ORDER_FORMAT}}


@pytest.mark.parametrize("given", [Order, int, List[Order], Optional[Order], "json_schema", 3])
@pytest.mark.parametrize(
    "prepare", [_prepare.prepare_beta_message, _prepare.prepare_beta_count_tokens]
)
def test_beta_create_and_count_tokens_take_no_type(prepare: Any, given: Any) -> None:
    client: Any = Client()
    body: Dict[str, Any] = {"model": "claude-test", "max_tokens": 1, "output_format": given}
    name = getattr(given, "__name__", None) if isinstance(given, type) else repr(given)
    with pytest.raises(TypeError, match=rf"not .*`{re.escape(str(name))}`.*`beta.messages.parse"):
        prepare(client, body, timeout=not_given)


def test_formats_that_beta_create_takes() -> None:
    _prepare.validate_output_format(ORDER_FORMAT)
    _prepare.validate_output_format(omit)
    _prepare.validate_output_format(None)


ENDS = {
    "claude-1.3": "November 6th, 2024",
    "claude-1.3-100k": "November 6th, 2024",
    "claude-instant-1.1": "November 6th, 2024",
    "claude-instant-1.1-100k": "November 6th, 2024",
    "claude-instant-1.2": "November 6th, 2024",
    "claude-3-sonnet-20240229": "July 21st, 2025",
    "claude-2.1": "July 21st, 2025",
    "claude-2.0": "July 21st, 2025",
    "claude-3-opus-20240229": "January 5th, 2026",
    "claude-3-7-sonnet-latest": "February 19th, 2026",
    "claude-3-7-sonnet-20250219": "February 19th, 2026",
    "claude-3-5-haiku-latest": "February 19th, 2026",
    "claude-3-5-haiku-20241022": "February 19th, 2026",
}


def test_the_list_of_deprecated_models_is_public() -> None:
    from anthropic.resources.messages import DEPRECATED_MODELS

    assert DEPRECATED_MODELS == ENDS


@pytest.mark.parametrize(("model", "date"), ENDS.items())
async def test_deprecated_models_warn_at_the_callers_line(model: str, date: str) -> None:
    for calls in CALLS.values():
        with pytest.warns(DeprecationWarning) as caught:
            await send(False, *calls, model=model)
            await send(True, *calls, model=model)
        # Python may collect what an earlier test left open right now, and warn of that too.
        found = [each for each in caught if issubclass(each.category, DeprecationWarning)]
        assert len(found) == 2
        for warning in found:
            assert f"The model '{model}' is deprecated" in str(warning.message)
            assert f"will reach end-of-life on {date}" in str(warning.message)
            assert warning.filename == __file__


async def test_enabled_thinking_on_models_that_adapt() -> None:
    with pytest.warns(UserWarning, match="adaptive"):
        await send(False, *CALLS["parse"], model="claude-opus-4-6", thinking={"type": "enabled"})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for thinking in ({"type": "adaptive"}, omit, None):
            await send(False, *CALLS["parse"], model="claude-opus-4-6", thinking=thinking)
