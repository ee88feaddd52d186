"""Clients, resources and HTTP clients as frameworks build on them, and read from them."""

from __future__ import annotations

import importlib.metadata
import logging
from functools import cached_property
from typing import Any, Dict, List

import httpx
import pytest

import anthropic
from anthropic import (
    Anthropic,
    AnthropicBedrock,
    AnthropicVertex,
    AsyncAnthropic,
    AsyncAnthropicBedrock,
    AsyncAnthropicVertex,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
)
from anthropic.resources import AsyncMessages, Messages
from tests.runtime.downstream.conftest import QUESTION, TEXT, Api


def test_the_http_client_is_the_one_that_was_given() -> None:
    http_client = httpx.Client()
    assert Anthropic(api_key="k", http_client=http_client)._client is http_client
    async_http_client = httpx.AsyncClient()
    assert AsyncAnthropic(api_key="k", http_client=async_http_client)._client is async_http_client
    made = Anthropic(api_key="k")._client
    assert isinstance(made, httpx.Client)


def test_default_http_clients_can_be_subclassed(api: Api) -> None:
    class Client(DefaultHttpxClient):  # type: ignore[misc,valid-type]  # a class at run time only
        def __del__(self) -> None:
            closed.append(self.is_closed)

    class AsyncClient(DefaultAsyncHttpxClient):  # type: ignore[misc,valid-type]  # likewise
        note = "mine"

    closed: List[bool] = []
    http_client = Client(transport=httpx.MockTransport(api), headers={"x-mine": "1"}, timeout=7)
    client = Anthropic(api_key="k", http_client=http_client)
    assert client.messages.create(**QUESTION).content[0].to_dict()["text"] == TEXT
    assert api.requests[0].headers["x-mine"] == "1"
    assert client.timeout == httpx.Timeout(7)
    async_http_client = AsyncClient(limits=httpx.Limits(max_connections=3), trust_env=False)
    async_client = AsyncAnthropic(api_key="k", http_client=async_http_client)
    assert async_client._client.note == "mine"  # type: ignore[attr-defined]  # of the subclass


def test_urls_are_httpx_urls() -> None:
    client = Anthropic(api_key="k", base_url="https://proxy.test:8443/api")
    assert client._base_url.netloc == b"proxy.test:8443"
    assert isinstance(client.base_url, httpx.URL)
    assert str(client.messages._client.base_url) == "https://proxy.test:8443/api/"


@pytest.mark.parametrize("class_", [Anthropic, AsyncAnthropic])
def test_resources_know_their_client(class_: Any) -> None:
    client = class_(api_key="k")
    for resource in (
        client.messages,
        client.completions,
        client.models,
        client.beta,
        client.beta.messages,
        client.messages.batches,
    ):
        assert resource._client is client
    for view in (client.with_raw_response, client.with_streaming_response):
        assert view._client is client


class TracedMessages(Messages):
    def create(self, *args: Any, **kwargs: Any) -> Any:
        return "traced", super().create(*args, **kwargs)


class AsyncTracedMessages(AsyncMessages):
    async def create(self, *args: Any, **kwargs: Any) -> Any:
        return "traced", await super().create(*args, **kwargs)


class TracedClient(Anthropic):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.messages = TracedMessages(self)


class LazyClient(AsyncAnthropic):
    @cached_property
    def messages(self) -> AsyncTracedMessages:
        return AsyncTracedMessages(self)


async def test_clients_and_resources_can_be_subclassed(api: Api) -> None:
    http_client = httpx.Client(transport=httpx.MockTransport(api))
    client = TracedClient(api_key="k", http_client=http_client)
    note, message = client.messages.create(**QUESTION)
    assert (note, message.content[0].text) == ("traced", TEXT)
    assert api.requests[-1].headers["user-agent"].startswith("TracedClient/Python ")
    assert type(client.with_options(timeout=3)) is TracedClient
    assert client.with_options(timeout=3).messages.create(**QUESTION)[0] == "traced"

    async_http_client = httpx.AsyncClient(transport=httpx.MockTransport(api))
    async_client = LazyClient(api_key="k", http_client=async_http_client)
    assert (await async_client.messages.create(**QUESTION))[0] == "traced"


@pytest.mark.parametrize(
    ("class_", "options"),
    [
        (AnthropicBedrock, {"aws_region": "r", "api_key": "k"}),
        (AsyncAnthropicBedrock, {"aws_region": "r", "api_key": "k"}),
        (AnthropicVertex, {"region": "r", "project_id": "p", "access_token": "k"}),
        (AsyncAnthropicVertex, {"region": "r", "project_id": "p", "access_token": "k"}),
    ],
)
def test_platform_clients_can_be_subclassed(class_: Any, options: Dict[str, Any]) -> None:
    class Traced(class_):  # type: ignore[misc]  # a class that is a parameter
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.messages = TracedMessages(self)

    client: Any = Traced(**options)
    assert type(client.messages) is TracedMessages
    assert client.messages._client is client


def test_the_environment_is_read_when_a_client_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Anthropic(api_key="mine", base_url="https://mine.test")
    for name, value in {
        "ANTHROPIC_API_KEY": "env-key",
        "ANTHROPIC_AUTH_TOKEN": "env-token",
        "ANTHROPIC_BASE_URL": "https://env.test",
        "ANTHROPIC_VERTEX_BASE_URL": "https://vertex.test",
        "ANTHROPIC_VERTEX_PROJECT_ID": "env-project",
        "CLOUD_ML_REGION": "env-region",
        "ANTHROPIC_BEDROCK_BASE_URL": "https://bedrock.test",
        "AWS_REGION": "env-aws",
    }.items():
        monkeypatch.setenv(name, value)
    assert (before.api_key, before.auth_token) == ("mine", None)
    for class_ in (Anthropic, AsyncAnthropic):
        client: Any = class_()
        assert (client.api_key, client.auth_token) == ("env-key", "env-token")
        assert client.base_url == "https://env.test"
    vertex = AnthropicVertex(access_token="k")
    assert (vertex.region, vertex.project_id) == ("env-region", "env-project")
    assert vertex.base_url == "https://vertex.test"
    bedrock = AnthropicBedrock(api_key="k")
    assert (bedrock.aws_region, bedrock.base_url) == ("env-aws", "https://bedrock.test")


def test_loggers_are_called_after_the_modules(
    caplog: pytest.LogCaptureFixture, client: Anthropic
) -> None:
    with caplog.at_level(logging.DEBUG, logger="anthropic._base_client"):
        client.messages.create(**QUESTION)
    assert any(record.name == "anthropic._base_client" for record in caplog.records)
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="anthropic"):
        silenced = logging.getLogger("anthropic._base_client")
        silenced.setLevel(logging.ERROR)
        try:
            client.messages.create(**QUESTION)
        finally:
            silenced.setLevel(logging.NOTSET)
    assert not [record for record in caplog.records if record.name.startswith("anthropic")]


def test_the_distribution_is_found_by_its_name() -> None:
    version = importlib.metadata.version("anthropic")
    assert version == anthropic.__version__
    assert tuple(map(int, version.split(".")[:2])) >= (0, 78)
