"""Foundry: the first-party API at another address, with Azure's ways to say who asks."""

from __future__ import annotations

import warnings
from typing import Any, List

import httpx
import pytest

from anthropic import Anthropic, AnthropicError, AsyncAnthropic
from anthropic import _exceptions as errors
from anthropic.lib.foundry import (
    AnthropicFoundry,
    AsyncAnthropicFoundry,
    MutuallyExclusiveAuthError,
)
from tests.lib.clouds import (
    EVENTS,
    MESSAGE,
    QUESTION,
    Cloud,
    Entered,
    is_async,
    items,
    settled,
    types_of,
)
from tests.lib.wire import sse

URL = "https://my-resource.services.ai.azure.com/anthropic"
STREAM = httpx.Response(200, headers={"content-type": "text/event-stream"}, content=sse(*EVENTS))

both = pytest.mark.parametrize("client_class", [AnthropicFoundry, AsyncAnthropicFoundry])


def client_of(client_class: Any, cloud: Cloud, **options: Any) -> Any:
    if "base_url" not in options:
        options = {"resource": "my-resource", **options}
    return client_class(**{"http_client": cloud.http_client(client_class), **options})


def ask(client: Any) -> Any:
    return client.messages.create(model="claude-test", **QUESTION)


def numbered() -> Any:
    """A provider that returns another token each time."""
    calls: List[int] = []

    def provider() -> str:
        calls.append(1)
        return f"token{len(calls)}"

    return provider


@pytest.fixture()
def first_party_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "first-party-key")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "first-party-token")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "https://first-party.example")


# -- what is sent ---------------------------------------------------------------------------------


@both
async def test_messages(client_class: Any) -> None:
    cloud = Cloud()
    message = await settled(ask(client_of(client_class, cloud, api_key="k")))
    assert message.content[0].text == "Hello"
    assert str(cloud.request.url) == f"{URL}/v1/messages"
    assert cloud.body() == {**QUESTION, "model": "claude-test"}
    headers = cloud.request.headers
    assert headers["user-agent"].startswith(f"{client_class.__name__}/Python ")
    assert headers["anthropic-version"] == "2023-06-01"
    assert headers["x-stainless-async"] == ("async:asyncio" if is_async(client_class) else "false")


@both
async def test_streams(client_class: Any) -> None:
    cloud = Cloud(STREAM)
    client = client_of(client_class, cloud, api_key="k")
    stream = await settled(client.messages.create(model="claude-test", stream=True, **QUESTION))
    assert types_of(await items(stream)) == [event["type"] for event in EVENTS]
    for messages in (client.messages, client.beta.messages):
        async with Entered(messages.stream(model="claude-test", **QUESTION)) as helper:
            message = await settled(helper.get_final_message())
        assert message.content[0].text == "Hello – “world”"


@both
async def test_every_other_endpoint(client_class: Any) -> None:
    cloud = Cloud(httpx.Response(200, json={"input_tokens": 12, "data": [], "completion": ""}))
    client = client_of(client_class, cloud, azure_ad_token_provider=lambda: "token")
    question = {"model": "claude-test", "messages": QUESTION["messages"]}
    await settled(client.messages.count_tokens(**question))
    await settled(client.beta.messages.count_tokens(**question))
    await settled(client.beta.messages.create(model="claude-test", betas=["b"], **QUESTION))
    await settled(client.completions.create(model="m", max_tokens_to_sample=1, prompt="p"))
    await settled(client.beta.files.list())
    await settled(client.beta.skills.list())
    await settled(client.beta.models.list())
    assert [str(request.url).replace(URL, "") for request in cloud.requests] == [
        "/v1/messages/count_tokens",
        "/v1/messages/count_tokens?beta=true",
        "/v1/messages?beta=true",
        "/v1/complete",
        "/v1/files?beta=true",
        "/v1/skills?beta=true",
        "/v1/models?beta=true",
    ]
    assert {request.headers["authorization"] for request in cloud.requests} == {"Bearer token"}


@both
def test_what_foundry_does_not_have(client_class: Any) -> None:
    client = client_of(client_class, Cloud(), api_key="k")
    assert client.models is None
    assert client.messages.batches is None
    assert client.beta.messages.batches is None


@both
def test_is_a_first_party_client(client_class: Any) -> None:
    client = client_of(client_class, Cloud(), api_key="k")
    assert isinstance(client, AsyncAnthropic if is_async(client_class) else Anthropic)


# -- who asks -------------------------------------------------------------------------------------


@both
async def test_a_key_goes_under_both_names(
    client_class: Any, first_party_environment: None
) -> None:
    cloud = Cloud()
    await settled(ask(client_of(client_class, cloud, api_key="foundry-key")))
    assert cloud.request.headers["api-key"] == "foundry-key"
    assert cloud.request.headers["x-api-key"] == "foundry-key"
    assert "authorization" not in cloud.request.headers


@both
async def test_a_token_goes_alone(client_class: Any, first_party_environment: None) -> None:
    cloud = Cloud()
    await settled(ask(client_of(client_class, cloud, azure_ad_token_provider=lambda: "token")))
    assert cloud.request.headers["authorization"] == "Bearer token"
    assert "api-key" not in cloud.request.headers
    assert "x-api-key" not in cloud.request.headers
    assert "first-party" not in str(cloud.request.headers.raw)


@both
async def test_credentials_of_the_environment(
    client_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_FOUNDRY_API_KEY", "env-key")
    monkeypatch.setenv("ANTHROPIC_FOUNDRY_RESOURCE", "env-resource")
    cloud = Cloud()
    client = client_class(http_client=cloud.http_client(client_class))
    await settled(ask(client))
    assert cloud.request.headers["api-key"] == "env-key"
    assert cloud.request.url.host == "env-resource.services.ai.azure.com"


@both
async def test_a_provider_wins_over_a_key(client_class: Any) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud, api_key="k", azure_ad_token_provider=lambda: "token")
    await settled(ask(client))
    assert cloud.request.headers["authorization"] == "Bearer token"
    assert "api-key" not in cloud.request.headers


@both
async def test_each_attempt_asks_the_provider(
    client_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_class, "_calculate_retry_timeout", lambda *_: 0.0)
    cloud = Cloud(httpx.Response(500), httpx.Response(200, json=MESSAGE))
    await settled(ask(client_of(client_class, cloud, azure_ad_token_provider=numbered())))
    assert [request.headers["authorization"] for request in cloud.requests] == [
        "Bearer token1",
        "Bearer token2",
    ]


async def test_a_provider_that_is_awaited() -> None:
    async def provider() -> str:
        return "awaited"

    cloud = Cloud()
    await ask(client_of(AsyncAnthropicFoundry, cloud, azure_ad_token_provider=provider))
    assert cloud.request.headers["authorization"] == "Bearer awaited"


@both
@pytest.mark.parametrize("token", ["", None, 7])
async def test_a_provider_must_return_text(client_class: Any, token: Any) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud, azure_ad_token_provider=lambda: token)
    with pytest.raises(ValueError, match="azure_ad_token_provider"):
        await settled(ask(client))
    assert not cloud.requests


@both
async def test_a_provider_that_fails(client_class: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_class, "_calculate_retry_timeout", lambda *_: 0.0)
    outcomes: List[Any] = [LookupError("no login"), "t1", LookupError("login ended"), "t2"]

    def provider() -> str:
        outcome = outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return str(outcome)

    cloud = Cloud(httpx.Response(500), httpx.Response(200, json=MESSAGE))
    client = client_of(client_class, cloud, api_key="k", azure_ad_token_provider=provider)
    # The error reaches the caller as it is, neither hidden behind the key nor tried once more.
    with pytest.raises(LookupError, match="no login"):
        await settled(ask(client))
    assert not cloud.requests
    with pytest.raises(LookupError, match="login ended"):
        await settled(ask(client))
    await settled(ask(client))
    sent = [request.headers["authorization"] for request in cloud.requests]
    assert sent == ["Bearer t1", "Bearer t2"]


async def test_a_provider_that_fails_when_it_is_awaited() -> None:
    async def provider() -> str:
        raise LookupError("no login")

    cloud = Cloud()
    with pytest.raises(LookupError, match="no login"):
        await ask(client_of(AsyncAnthropicFoundry, cloud, azure_ad_token_provider=provider))
    assert not cloud.requests


def test_a_provider_that_has_to_be_awaited_needs_the_asynchronous_client() -> None:
    async def provider() -> str:
        return "token"

    cloud = Cloud()
    awaited: Any = provider
    client = client_of(AnthropicFoundry, cloud, azure_ad_token_provider=awaited)
    with warnings.catch_warnings():
        # Such as that about a coroutine that was never awaited.
        warnings.simplefilter("error")
        with pytest.raises(
            ValueError, match="`azure_ad_token_provider` .* awaited: use `AsyncAnthropicFoundry`"
        ):
            ask(client)
    assert not cloud.requests


async def test_a_provider_whose_awaitable_gives_no_text() -> None:
    async def provider() -> Any:
        return None

    cloud = Cloud()
    with pytest.raises(ValueError, match="azure_ad_token_provider"):
        await ask(client_of(AsyncAnthropicFoundry, cloud, azure_ad_token_provider=provider))
    assert not cloud.requests


@both
async def test_another_key_is_sent_under_both_names(client_class: Any) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud, api_key="k")
    client.api_key = "k2"
    await settled(ask(client))
    assert cloud.request.headers["api-key"] == cloud.request.headers["x-api-key"] == "k2"


@both
async def test_headers_of_the_caller_win(client_class: Any) -> None:
    cloud = Cloud()
    provider = numbered()
    client = client_of(client_class, cloud, azure_ad_token_provider=provider)
    await settled(
        client.messages.create(
            model="m", extra_headers={"authorization": "Bearer mine"}, **QUESTION
        )
    )
    await settled(ask(client.copy(default_headers={"Authorization": "Bearer ours"})))
    assert provider() == "token1"
    client = client_of(client_class, cloud, api_key="k", default_headers={"Api-Key": "other"})
    await settled(ask(client))
    assert [request.headers.get("authorization") for request in cloud.requests] == [
        "Bearer mine",
        "Bearer ours",
        None,
    ]
    assert cloud.requests[-1].headers.get_list("api-key") == ["other"]


OWN = {"Authorization": "Bearer own"}


@both
@pytest.mark.parametrize(("has_key", "has_provider"), [(True, False), (False, True), (True, True)])
@pytest.mark.parametrize("own", [{}, OWN, {"api-key": "own"}, {"X-Api-Key": "own"}], ids=str)
async def test_which_of_many_credentials_are_sent(
    client_class: Any, has_key: bool, has_provider: bool, own: Any
) -> None:
    cloud = Cloud()
    given: Any = {"api_key": "key"} if has_key else {}
    if has_provider:
        given["azure_ad_token_provider"] = lambda: "token"
    client = client_of(client_class, cloud, **given)
    await settled(client.messages.create(model="m", extra_headers=own, **QUESTION))
    expected = {"x-api-key": "key"} if has_key else {}
    if has_provider:
        expected["authorization"] = "Bearer token"
    else:
        expected["api-key"] = "key"
    expected.update({name.lower(): value for name, value in own.items()})
    names = ("authorization", "api-key", "x-api-key")
    headers = cloud.request.headers
    assert {name: headers[name] for name in names if name in headers} == expected


@both
def test_no_credentials(client_class: Any, first_party_environment: None) -> None:
    with pytest.raises(AnthropicError, match="Missing credentials"):
        client_class(resource="r")


@both
def test_a_token_is_no_provider_of_tokens(client_class: Any) -> None:
    with pytest.raises(TypeError, match="`azure_ad_token_provider` must be a function"):
        client_class(resource="r", azure_ad_token_provider="token")


# -- where ----------------------------------------------------------------------------------------


@both
def test_where(
    client_class: Any, monkeypatch: pytest.MonkeyPatch, first_party_environment: None
) -> None:
    with pytest.raises(ValueError, match="base_url.*resource"):
        client_class(api_key="k")
    with pytest.raises(ValueError, match="base_url and resource are mutually exclusive"):
        client_class(api_key="k", resource="r", base_url="https://x.example")
    assert str(client_class(api_key="k", resource="my-resource").base_url) == f"{URL}/"
    client = client_class(api_key="k", base_url="https://x.example/a")
    assert str(client.base_url) == "https://x.example/a/"
    monkeypatch.setenv("ANTHROPIC_FOUNDRY_BASE_URL", "https://env.example/b")
    assert str(client_class(api_key="k").base_url) == "https://env.example/b/"
    with pytest.raises(ValueError, match="base_url and resource are mutually exclusive"):
        client_class(api_key="k", resource="r")


@both
def test_arguments_have_names(client_class: Any) -> None:
    with pytest.raises(TypeError, match="positional"):
        client_class("my-resource", api_key="k")


@both
def test_the_environment_is_one_of_two_places(
    client_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    base_url = "https://x.example/a"
    monkeypatch.setenv("ANTHROPIC_FOUNDRY_RESOURCE", "env-resource")
    with pytest.raises(ValueError, match="base_url and resource are mutually exclusive"):
        client_class(api_key="k", base_url=base_url)
    # What is empty says nothing.
    monkeypatch.setenv("ANTHROPIC_FOUNDRY_BASE_URL", "")
    assert client_class(api_key="k").base_url.host == "env-resource.services.ai.azure.com"
    assert str(client_class(api_key="k", resource="my-resource").base_url) == f"{URL}/"
    monkeypatch.setenv("ANTHROPIC_FOUNDRY_RESOURCE", "")
    assert str(client_class(api_key="k", base_url=base_url).base_url) == f"{base_url}/"
    with pytest.raises(ValueError, match="base_url.*resource"):
        client_class(api_key="k")


@both
@pytest.mark.parametrize("resource", ["https://my-resource.example", "host.example/#", "a b"])
def test_a_resource_does_not_lead_elsewhere(client_class: Any, resource: str) -> None:
    with pytest.raises(ValueError, match="`resource` must be a name such as 'my-resource'"):
        client_class(api_key="k", resource=resource)


# -- copies ---------------------------------------------------------------------------------------


@both
async def test_a_copy_keeps_everything(
    client_class: Any, monkeypatch: pytest.MonkeyPatch, first_party_environment: None
) -> None:
    cloud = Cloud()
    client = client_of(
        client_class,
        cloud,
        azure_ad_token_provider=lambda: "token",
        timeout=3,
        max_retries=4,
        default_headers={"a": "1"},
        default_query={"b": "2"},
        _strict_response_validation=True,
    )
    monkeypatch.setenv("ANTHROPIC_FOUNDRY_RESOURCE", "another")
    monkeypatch.setenv("ANTHROPIC_FOUNDRY_API_KEY", "another")
    for copy in (client.copy(), client.with_options()):
        assert type(copy) is client_class
        assert copy._client is client._client
        for name in ("base_url", "api_key", "auth_token", "_azure_ad_token_provider", "timeout",
                     "max_retries", "_custom_headers", "_custom_query",
                     "_strict_response_validation"):  # fmt: skip
            assert getattr(copy, name) == getattr(client, name), name
    await settled(ask(client.copy()))
    assert cloud.request.headers["authorization"] == "Bearer token"
    assert "x-api-key" not in cloud.request.headers


@both
async def test_a_copy_of_a_client_with_a_key(client_class: Any) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud, api_key="k")
    await settled(ask(client.copy(api_key="k2", timeout=None, max_retries=0)))
    assert cloud.request.headers["api-key"] == "k2"
    assert client.copy().api_key == "k"
    assert client.copy(timeout=None).timeout is None
    moved = client.copy(base_url=httpx.URL("https://x.example/a"), set_default_query={"q": "1"})
    assert str(moved.base_url) == "https://x.example/a/"
    assert moved._custom_query == {"q": "1"}
    assert client.copy(_extra_kwargs={"max_retries": 7}).max_retries == 7
    other = cloud.http_client(client_class)
    assert client.copy(http_client=other)._client is other
    tokens = client.copy(azure_ad_token_provider=lambda: "token")
    await settled(ask(tokens))
    assert cloud.requests[-1].headers["authorization"] == "Bearer token"


@both
async def test_a_copy_with_a_token_of_its_own(client_class: Any) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud, azure_ad_token_provider=lambda: "token")
    copy = client.copy(auth_token="given")
    await settled(ask(copy))
    await settled(ask(copy.with_options(timeout=1)))
    assert [request.headers["authorization"] for request in cloud.requests] == ["Bearer given"] * 2
    with pytest.raises(ValueError, match="`default_query` and `set_default_query`"):
        client.copy(default_query={}, set_default_query={})


# -- errors ---------------------------------------------------------------------------------------


@both
async def test_errors_are_those_of_the_first_party(client_class: Any) -> None:
    expected = {
        400: errors.BadRequestError,
        401: errors.AuthenticationError,
        403: errors.PermissionDeniedError,
        404: errors.NotFoundError,
        409: errors.ConflictError,
        413: errors.RequestTooLargeError,
        418: errors.APIStatusError,
        422: errors.UnprocessableEntityError,
        429: errors.RateLimitError,
        500: errors.InternalServerError,
        502: errors.InternalServerError,
        503: errors.InternalServerError,
        504: errors.InternalServerError,
        529: errors.OverloadedError,
    }
    for status, error_class in expected.items():
        cloud = Cloud(httpx.Response(status, json={"error": "no"}))
        client = client_of(client_class, cloud, api_key="k", max_retries=0)
        with pytest.raises(error_class) as caught:
            await settled(ask(client))
        assert type(caught.value) is error_class


def test_the_error_that_programs_catch() -> None:
    assert issubclass(MutuallyExclusiveAuthError, AnthropicError)
    assert "mutually exclusive" in str(MutuallyExclusiveAuthError())
