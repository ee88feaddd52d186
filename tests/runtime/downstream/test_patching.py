"""Methods that are wrapped or replaced, on classes and on instances, are the ones that run."""

from __future__ import annotations

import inspect
from typing import Any, List, Tuple
from unittest import mock

import httpx
import pytest

import anthropic
from anthropic import Anthropic, AsyncAnthropic
from anthropic._base_client import AsyncAPIClient, SyncAPIClient
from anthropic._models import FinalRequestOptions
from anthropic.types import Message
from tests.runtime.downstream.conftest import QUESTION, TEXT, Api, wrap

PATHS = [
    ("anthropic.resources.messages:{}Messages.create", "messages"),
    ("anthropic.resources.messages.messages:{}Messages.create", "messages"),
    ("anthropic.resources.beta.messages.messages:{}Messages.create", "beta.messages"),
]


def resource_of(client: Any, path: str) -> Any:
    for part in path.split("."):
        client = getattr(client, part)
    return client


def recorded(monkeypatch: pytest.MonkeyPatch, path: str) -> List[Any]:
    """What the method at `path` returns from now on, call by call."""
    seen: List[Any] = []

    def wrapper(wrapped: Any, instance: Any, args: Any, kwargs: Any) -> Any:
        seen.append(wrapped(*args, **kwargs))
        return seen[-1]

    wrap(monkeypatch, path, wrapper)
    return seen


@pytest.mark.parametrize(("path", "resource"), PATHS)
def test_wrapping_create_reaches_clients_that_exist(
    monkeypatch: pytest.MonkeyPatch, client: Anthropic, path: str, resource: str
) -> None:
    messages = resource_of(client, resource)
    seen: List[Tuple[Any, Any]] = []

    def wrapper(wrapped: Any, instance: Any, args: Any, kwargs: Any) -> Any:
        result = wrapped(*args, **kwargs)
        seen.append((instance, result))
        return result

    wrap(monkeypatch, path.format(""), wrapper)
    message = messages.create(**QUESTION)
    stream = messages.create(**QUESTION, stream=True)
    raw = messages.with_raw_response.create(**QUESTION)
    assert [instance for instance, _ in seen][:2] == [messages, messages]
    assert seen[0][1] is message and message.content[0].text == TEXT
    assert seen[1][1] is stream and isinstance(stream, anthropic.Stream)
    assert raw.parse().content[0].text == TEXT
    assert seen[0][0]._client is client
    stream.close()


@pytest.mark.parametrize(("path", "resource"), PATHS)
async def test_wrapping_create_of_asynchronous_clients(
    monkeypatch: pytest.MonkeyPatch, async_client: AsyncAnthropic, path: str, resource: str
) -> None:
    messages = resource_of(async_client, resource)
    seen: List[Any] = []

    async def wrapper(wrapped: Any, instance: Any, args: Any, kwargs: Any) -> Any:
        result = await wrapped(*args, **kwargs)
        seen.append((instance, result))
        return result

    wrap(monkeypatch, path.format("Async"), wrapper)
    message = await messages.create(**QUESTION)
    assert seen == [(messages, message)]


def test_raw_responses_go_through_what_is_wrapped(
    monkeypatch: pytest.MonkeyPatch, client: Anthropic
) -> None:
    seen = recorded(monkeypatch, "anthropic.resources.messages:Messages.create")
    raw = client.messages.with_raw_response.create(**QUESTION)
    assert seen == [raw]
    assert isinstance(seen[0].parse(), Message)


@pytest.mark.parametrize(("path", "resource"), PATHS)
def test_wrapping_stream(
    monkeypatch: pytest.MonkeyPatch, api: Api, client: Anthropic, path: str, resource: str
) -> None:
    seen = recorded(monkeypatch, path.format("").replace("create", "stream"))
    manager = resource_of(client, resource).stream(**QUESTION)
    assert seen == [manager] and not api.requests
    with manager as stream:
        assert stream.get_final_text() == TEXT


@pytest.mark.parametrize(("path", "resource"), PATHS)
async def test_wrapping_stream_of_asynchronous_clients(
    monkeypatch: pytest.MonkeyPatch,
    api: Api,
    async_client: AsyncAnthropic,
    path: str,
    resource: str,
) -> None:
    seen = recorded(monkeypatch, path.format("Async").replace("create", "stream"))
    manager = resource_of(async_client, resource).stream(**QUESTION)
    assert seen == [manager] and not api.requests
    async with manager as stream:
        assert await stream.get_final_text() == TEXT


def test_plain_assignment(monkeypatch: pytest.MonkeyPatch, client: Anthropic) -> None:
    from anthropic.resources.messages import Messages

    original = Messages.create
    calls: List[Any] = []

    def create(self: Any, *args: Any, **kwargs: Any) -> Any:
        calls.append(self)
        return original(self, *args, **kwargs)

    monkeypatch.setattr(Messages, "create", create)
    client.messages.create(**QUESTION)
    assert calls == [client.messages]


@pytest.mark.parametrize("flavour", ["", "Async"])
def test_completions(monkeypatch: pytest.MonkeyPatch, flavour: str) -> None:
    def wrapper(wrapped: Any, instance: Any, args: Any, kwargs: Any) -> Any:
        return instance, kwargs["prompt"]

    wrap(monkeypatch, f"anthropic.resources.completions:{flavour}Completions.create", wrapper)
    completions: Any = getattr(anthropic, f"{flavour}Anthropic")(api_key="k").completions
    assert completions.create(prompt="p") == (completions, "p")


@pytest.mark.parametrize("flavour", ["", "Async"])
def test_a_patch_for_bedrock_is_for_bedrock_alone(
    monkeypatch: pytest.MonkeyPatch, flavour: str
) -> None:
    def wrapper(wrapped: Any, instance: Any, args: Any, kwargs: Any) -> Any:
        return "patched"

    wrap(monkeypatch, f"anthropic.lib.bedrock._beta_messages:{flavour}Messages.create", wrapper)
    bedrock, vertex, first_party = (
        getattr(anthropic, flavour + name)
        for name in ("AnthropicBedrock", "AnthropicVertex", "Anthropic")
    )
    patched = bedrock(aws_region="r", api_key="k")
    assert patched.beta.messages.create(**QUESTION) == "patched"
    on_vertex = vertex(region="r", project_id="p", access_token="k")
    for other in (on_vertex, first_party(api_key="k")):
        assert inspect.ismethod(other.beta.messages.create)


@pytest.mark.parametrize("name", ["Anthropic", "AsyncAnthropic"])
def test_constructors_can_be_wrapped(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    made: List[Any] = []

    def wrapper(wrapped: Any, instance: Any, args: Any, kwargs: Any) -> None:
        wrapped(*args, **kwargs)
        made.append(instance)

    wrap(monkeypatch, f"anthropic:{name}.__init__", wrapper)
    client = getattr(anthropic, name)(api_key="k")
    assert made == [client] and client.api_key == "k"


# -- `_post` and `request` ------------------------------------------------------------------------


def test_post_may_be_a_mock(client: Anthropic) -> None:
    answer = client.messages.create(**QUESTION)
    post = mock.Mock(return_value=answer)
    client.messages._post = post
    assert client.messages.create(**QUESTION) is answer
    assert post.call_args.args == ("/v1/messages",)
    assert post.call_args.kwargs["body"]["messages"] == QUESTION["messages"]
    stream = mock.Mock()
    client.messages._post = mock.Mock(return_value=stream)
    assert client.messages.create(**QUESTION, stream=True) is stream


async def test_post_of_an_asynchronous_resource_may_be_a_mock(async_client: AsyncAnthropic) -> None:
    answer = object()
    async_client.messages._post = mock.AsyncMock(return_value=answer)
    result: Any = await async_client.messages.create(**QUESTION)
    assert result is answer


def test_request_may_be_replaced_on_an_instance(client: Anthropic) -> None:
    original: Any = client.request
    seen: List[Any] = []

    def request(*args: Any, **kwargs: Any) -> Any:
        options = kwargs.get("options") or args[1]
        assert isinstance(options, FinalRequestOptions)
        seen.append((options.url, options.json_data["max_tokens"], kwargs.get("stream")))
        return original(*args, **kwargs)

    client.request = request  # type: ignore[method-assign]  # what tracing programs do
    client.messages.create(**QUESTION)
    client.beta.messages.create(**QUESTION)
    client.messages.create(**QUESTION, stream=True).close()
    with client.messages.stream(**QUESTION) as stream:
        stream.until_done()
    assert seen == [
        ("/v1/messages", 10, False),
        ("/v1/messages?beta=true", 10, False),
        ("/v1/messages", 10, True),
        ("/v1/messages", 10, True),
    ]


@pytest.mark.parametrize("class_", [Anthropic, SyncAPIClient])
def test_request_may_be_replaced_on_a_class(
    monkeypatch: pytest.MonkeyPatch, client: Anthropic, class_: Any
) -> None:
    original = class_.request
    seen: List[Any] = []

    def request(self: Any, cast_to: Any, options: Any, **kwargs: Any) -> Any:
        seen.append((cast_to, options.headers, sorted(kwargs)))
        return original(self, cast_to, options, **kwargs)

    monkeypatch.setattr(class_, "request", request)
    message = client.messages.create(**QUESTION, extra_headers={"X-Note": "a"})
    assert message.content[0].to_dict()["text"] == TEXT
    ((cast_to, headers, keywords),) = seen
    assert cast_to is Message and headers["X-Note"] == "a"
    assert keywords == ["stream", "stream_cls"]


async def test_request_of_asynchronous_clients_may_be_replaced(
    monkeypatch: pytest.MonkeyPatch, async_client: AsyncAnthropic
) -> None:
    original = AsyncAPIClient.request
    seen: List[Any] = []

    async def request(
        self: Any, cast_to: Any, options: Any, *, stream: bool = False, stream_cls: Any = None
    ) -> Any:
        seen.append((options.url, options.json_data, dict(options.headers)))
        options.headers = {**options.headers, "x-added": "1"}
        return await original(self, cast_to, options, stream=stream, stream_cls=stream_cls)

    monkeypatch.setattr(AsyncAPIClient, "request", request)
    message = await async_client.messages.create(
        **QUESTION, extra_headers={"X-Gone": anthropic.omit}
    )
    assert message.content[0].to_dict()["text"] == TEXT
    ((url, body, headers),) = seen
    assert (url, body["model"]) == ("/v1/messages", "claude-test")
    assert isinstance(headers["X-Gone"], anthropic.Omit)


def test_event_hooks_take_effect(api: Api, client: Anthropic) -> None:
    seen: List[Any] = []

    def note_request(request: httpx.Request) -> None:
        request.headers["x-hook"] = "yes"
        seen.append(request)

    def note_response(response: httpx.Response) -> None:
        seen.append(response)

    client._client.event_hooks["request"].append(note_request)
    client._client.event_hooks["response"].append(note_response)
    client.messages.create(**QUESTION)
    assert len(seen) == 2
    assert api.requests[0].headers["x-hook"] == "yes"


async def test_event_hooks_of_asynchronous_clients(api: Api, async_client: AsyncAnthropic) -> None:
    seen: List[Any] = []

    async def note_request(request: httpx.Request) -> None:
        request.headers["x-hook"] = "yes"
        seen.append(request)

    async def note_response(response: httpx.Response) -> None:
        seen.append(response)

    async_client._client.event_hooks["request"].append(note_request)
    async_client._client.event_hooks["response"].append(note_response)
    await async_client.messages.create(**QUESTION)
    assert [type(item) for item in seen] == [httpx.Request, httpx.Response]
    assert api.requests[0].headers["x-hook"] == "yes"
