"""The clients that users make: credentials, headers, copies, and their end."""

from __future__ import annotations

import asyncio
import gc
import math
import re
from functools import partial
from typing import Any, Dict

import httpx
import pytest

import anthropic
from anthropic import Anthropic, AsyncAnthropic, Omit

BOTH = [Anthropic, AsyncAnthropic]
NO_CREDENTIALS = re.escape(
    "Could not resolve authentication method. Expected either api_key or auth_token to be set. "
    "Or for one of the `X-Api-Key` or `Authorization` headers to be explicitly omitted"
)
VARIABLES = ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_BASE_URL")


@pytest.fixture(autouse=True)
def nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def http_client_for(class_: Any, served: Any) -> Any:
    if class_ is Anthropic:
        return httpx.Client(transport=httpx.MockTransport(served))
    return httpx.AsyncClient(transport=httpx.MockTransport(served.answer))


async def ask(client: Any, **options: Any) -> Any:
    answer = client.get("/v1/x", cast_to=object, options=options)
    return await answer if isinstance(client, AsyncAnthropic) else answer


async def headers_of(class_: Any, server: Any, /, **kwargs: Any) -> httpx.Headers:
    served = server()
    options = kwargs.pop("options", {})
    await ask(class_(http_client=http_client_for(class_, served), **kwargs), **options)
    return served.last.headers


# -- credentials ----------------------------------------------------------------------------------


@pytest.mark.parametrize("class_", BOTH)
async def test_arguments_count_for_more_than_the_environment(
    class_: Any, server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in VARIABLES:
        monkeypatch.setenv(name, "https://env.test")
    client = class_(api_key="mine", auth_token="token", base_url="https://mine.test/v9")
    assert (client.api_key, client.auth_token) == ("mine", "token")
    assert str(client.base_url) == "https://mine.test/v9/"


@pytest.mark.parametrize("class_", BOTH)
async def test_key_and_token_are_both_sent(class_: Any, server: Any) -> None:
    headers = await headers_of(class_, server, api_key="k", auth_token="t")
    assert (headers["x-api-key"], headers["authorization"]) == ("k", "Bearer t")
    headers = await headers_of(class_, server, auth_token="t")
    assert "x-api-key" not in headers and headers["authorization"] == "Bearer t"


@pytest.mark.parametrize("class_", BOTH)
def test_options_have_names(class_: Any) -> None:
    with pytest.raises(TypeError, match="positional argument"):
        class_("k")
    with pytest.raises(TypeError, match="positional argument"):
        class_(api_key="k").copy("another")


@pytest.mark.parametrize("class_", BOTH)
def test_whose_timeout_counts(class_: Any) -> None:
    kind = httpx.Client if class_ is Anthropic else httpx.AsyncClient
    assert class_().timeout == anthropic.DEFAULT_TIMEOUT
    assert class_(http_client=kind(timeout=9)).timeout == httpx.Timeout(9)
    # What httpx sets by itself is nobody's choice.
    assert class_(http_client=kind()).timeout == anthropic.DEFAULT_TIMEOUT
    assert class_(http_client=kind(timeout=9), timeout=3).timeout == 3
    assert class_(http_client=kind(timeout=9), timeout=None).timeout is None


@pytest.mark.parametrize("class_", BOTH)
def test_resources_are_made_once(class_: Any) -> None:
    client = class_(api_key="k")
    for name in ("completions", "messages", "models", "beta"):
        assert getattr(client, name) is getattr(client, name)
    for owner in (client, client.messages, client.beta, client.beta.messages.batches):
        for name in ("with_raw_response", "with_streaming_response"):
            assert getattr(owner, name) is getattr(owner, name)


@pytest.mark.parametrize("class_", BOTH)
async def test_missing_credentials_show_with_the_first_request(class_: Any, server: Any) -> None:
    served = server()
    client = class_(http_client=http_client_for(class_, served))
    assert str(client.base_url).rstrip("/") == "https://api.anthropic.com"
    with pytest.raises(TypeError, match=NO_CREDENTIALS):
        await ask(client)
    client.api_key = ""
    with pytest.raises(TypeError, match=NO_CREDENTIALS):
        await ask(client)
    assert not served.requests
    await ask(client, headers={"X-Api-Key": Omit()})
    await ask(client, headers={"Authorization": "Basic abc"})
    client.api_key = "later"
    await ask(client)
    assert served.last.headers["x-api-key"] == "later"
    client.api_key, client.auth_token = None, "later token"
    await ask(client)
    assert served.last.headers["authorization"] == "Bearer later token"
    assert "x-api-key" not in served.last.headers


# -- headers --------------------------------------------------------------------------------------


@pytest.mark.parametrize("class_", BOTH)
async def test_what_every_request_says(class_: Any, server: Any) -> None:
    headers = await headers_of(class_, server, api_key="k")
    asynchronous = "async:asyncio" if class_ is AsyncAnthropic else "false"
    assert headers["x-stainless-async"] == asynchronous
    assert headers["anthropic-version"] == "2023-06-01"
    assert headers["user-agent"] == f"{class_.__name__}/Python {anthropic.__version__}"
    assert headers["x-stainless-package-version"] == anthropic.__version__
    assert "idempotency-key" not in headers


def test_asynchronous_clients_name_the_library_of_their_loop(server: Any) -> None:
    import trio

    async def send() -> Any:
        return await headers_of(AsyncAnthropic, server, api_key="k")

    assert trio.run(send)["x-stainless-async"] == "async:trio"
    assert asyncio.run(send())["x-stainless-async"] == "async:asyncio"
    assert AsyncAnthropic(api_key="k").default_headers["X-Stainless-Async"] == "async:false"


@pytest.mark.parametrize("class_", BOTH)
async def test_headers_of_the_user_win(class_: Any, server: Any) -> None:
    mine = {"X-Stainless-Async": "mine", "Anthropic-Version": "mine", "x-api-key": "mine"}
    headers = await headers_of(class_, server, default_headers=mine)
    for name in mine:
        assert headers.get_list(name) == ["mine"]
    options = {"headers": {"anthropic-version": "yours", "X-API-KEY": "yours"}}
    headers = await headers_of(class_, server, default_headers=mine, options=options)
    assert headers.get_list("anthropic-version") == headers.get_list("x-api-key") == ["yours"]


# -- copies ---------------------------------------------------------------------------------------

OPTIONS: Dict[str, Any] = {
    "api_key": "k",
    "auth_token": "t",
    "base_url": "https://h.test/root",
    "timeout": 7.0,
    "max_retries": 5,
    "default_headers": {"a": "1", "b": "2"},
    "default_query": {"c": 3},
    "_strict_response_validation": True,
}


@pytest.mark.parametrize("class_", BOTH)
@pytest.mark.parametrize("method", ["copy", "with_options"])
def test_a_copy_has_the_options_of_its_original(class_: Any, method: str) -> None:
    client = class_(**OPTIONS)
    copied = getattr(client, method)()
    assert type(copied) is class_ and copied is not client
    assert copied._client is client._client
    for name in ("api_key", "auth_token", "base_url", "timeout", "max_retries"):
        assert getattr(copied, name) == getattr(client, name)
    assert copied._custom_headers == {"a": "1", "b": "2"}
    assert copied._custom_query == {"c": 3}
    assert copied._strict_response_validation is True


@pytest.mark.parametrize("class_", BOTH)
def test_options_of_a_copy(class_: Any) -> None:
    client = class_(**OPTIONS)
    copied = client.copy(
        api_key="k2", auth_token="", base_url="https://other.test", timeout=None, max_retries=0
    )
    same = client.copy(api_key="", base_url="")
    assert (same.api_key, same.base_url) == ("k", client.base_url)
    assert class_.with_options is class_.copy
    assert (copied.api_key, copied.auth_token) == ("k2", "t")
    assert (copied.base_url, copied.timeout, copied.max_retries) == ("https://other.test", None, 0)
    assert (client.api_key, client.timeout, client.max_retries) == ("k", 7.0, 5)
    http_client = httpx.Client() if class_ is Anthropic else httpx.AsyncClient()
    assert client.copy(http_client=http_client)._client is http_client
    extra = {"_strict_response_validation": False}
    assert client.copy(_extra_kwargs=extra)._strict_response_validation is False


@pytest.mark.parametrize("class_", BOTH)
def test_headers_and_query_of_a_copy(class_: Any) -> None:
    client = class_(**OPTIONS)
    merged = client.copy(default_headers={"b": "3", "d": "4"}, default_query={"e": 5})
    assert merged._custom_headers == {"a": "1", "b": "3", "d": "4"}
    assert merged._custom_query == {"c": 3, "e": 5}
    first = class_(api_key="k").copy(default_headers={"b": "3"}, default_query={"e": 5})
    assert (first._custom_headers, first._custom_query) == ({"b": "3"}, {"e": 5})
    replaced = client.copy(set_default_headers={"z": "1"}, set_default_query={})
    assert replaced._custom_headers == {"z": "1"} and replaced._custom_query == {}
    assert client._custom_headers == {"a": "1", "b": "2"} and client._custom_query == {"c": 3}


@pytest.mark.parametrize("class_", BOTH)
@pytest.mark.parametrize("kind", ["headers", "query"])
def test_adding_and_replacing_exclude_each_other(class_: Any, kind: str) -> None:
    text = f"The `default_{kind}` and `set_default_{kind}` arguments are mutually exclusive"
    with pytest.raises(ValueError, match=re.escape(text)):
        class_(**OPTIONS).copy(**{f"default_{kind}": {}, f"set_default_{kind}": {}})


async def test_a_request_of_a_copy(server: Any) -> None:
    served = server()
    client = Anthropic(api_key="k", http_client=http_client_for(Anthropic, served))
    client.with_options(default_headers={"x": "y"}, default_query={"q": 1}).get(
        "/v1/x", cast_to=object
    )
    assert served.last.headers["x"] == "y" and served.last.url.query == b"q=1"


# -- the end --------------------------------------------------------------------------------------


@pytest.mark.parametrize("class_", BOTH)
async def test_closing_one_closes_all_that_share(class_: Any, server: Any) -> None:
    client = class_(api_key="k", http_client=http_client_for(class_, server()))
    copied = client.copy()
    assert not client.is_closed()
    if class_ is Anthropic:
        copied.close()
    else:
        await copied.close()
    assert client.is_closed() and copied.is_closed()
    with pytest.raises(anthropic.APIConnectionError):
        await ask(client)


async def test_context_managers(server: Any) -> None:
    with Anthropic(api_key="k") as client:
        assert not client.is_closed()
    assert client.is_closed()
    async with AsyncAnthropic(api_key="k") as async_client:
        assert not async_client.is_closed()
    assert async_client.is_closed()


@pytest.mark.parametrize("class_", BOTH)
def test_a_client_itself_has_no_finaliser(class_: Any) -> None:
    assert not hasattr(class_, "__del__")


def test_a_copy_outlives_its_original() -> None:
    client = Anthropic(api_key="k")
    copied = client.copy()
    del client
    gc.collect()
    assert not copied.is_closed()


@pytest.mark.parametrize("class_", BOTH)
def test_wrong_arguments(class_: Any) -> None:
    with pytest.raises(TypeError, match="max_retries cannot be None") as caught:
        class_(api_key="k", max_retries=None)
    for advice in ("0 to disable", "a very high number", "`anthropic.DEFAULT_MAX_RETRIES`"):
        assert advice in str(caught.value)
    other: Any = httpx.AsyncClient() if class_ is Anthropic else httpx.Client()
    with pytest.raises(TypeError, match="Invalid `http_client` arg"):
        class_(api_key="k", http_client=other)


# -- options that cannot be meant -----------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["total_timeout", "stream_idle_timeout", "stream_progress_timeout"]
)
@pytest.mark.parametrize("class_", BOTH)
def test_times_are_positive_numbers(class_: Any, name: str) -> None:
    client = class_(api_key="k")
    for given, error in ((0, ValueError), (-1.0, ValueError), ("5", TypeError), (True, TypeError)):
        for make in (partial(class_, api_key="k"), client.with_options):
            with pytest.raises(error, match=f"`{name}` must be .* or None"):
                make(**{name: given})
    assert getattr(client.with_options(**{name: 2}).with_options(**{name: None}), name) is None


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"timeout": -5}, ValueError),
        ({"timeout": math.nan}, ValueError),
        ({"timeout": httpx.Timeout(5, connect=-1)}, ValueError),
        ({"timeout": (3, -1)}, ValueError),
        ({"timeout": "5"}, TypeError),
        ({"timeout": [5]}, TypeError),
        ({"timeout": {"read": 5}}, TypeError),
        ({"max_retries": -1}, ValueError),
        ({"max_retries": "3"}, TypeError),
        ({"max_retries": 2.5}, TypeError),
    ],
)
@pytest.mark.parametrize("class_", BOTH)
def test_waiting_and_trying_again_take_numbers(class_: Any, options: Any, error: Any) -> None:
    name = next(iter(options))
    for make in (partial(class_, api_key="k"), class_(api_key="k").with_options):
        with pytest.raises(error, match=f"`{name}` must .*(not|is) ") as caught:
            make(**options)
        assert repr(options[name]) in str(caught.value)


@pytest.mark.parametrize("name", ["default_headers", "default_query"])
@pytest.mark.parametrize("value", ["a: b", [("a", "b")]])
def test_headers_and_queries_are_mappings(name: str, value: Any) -> None:
    for make in (partial(Anthropic, api_key="k"), Anthropic(api_key="k").with_options):
        with pytest.raises(TypeError, match=f"`{name}` must be a dict of names and values"):
            make(**{name: value})
    ask = partial(Anthropic(api_key="k").messages.count_tokens, model="m", messages=[])
    extra = name.replace("default", "extra")
    with pytest.raises(TypeError, match=f"`{extra}` must be a dict of names and values"):
        ask(**{extra: value})


@pytest.mark.parametrize("class_", BOTH)
async def test_numbers_of_every_kind(class_: Any, server: Any) -> None:
    for timeout in (0.5, 30, True, (3, 5), (3, 5, 5, 5), None):
        headers = await headers_of(
            class_, server, api_key="k", timeout=timeout, max_retries=math.inf
        )
        assert headers["x-api-key"] == "k"
    assert class_(timeout=math.inf).timeout is None


@pytest.mark.parametrize("class_", BOTH)
def test_a_retry_policy_is_one(class_: Any) -> None:
    for make in (partial(class_, api_key="k"), class_(api_key="k").copy):
        with pytest.raises(
            TypeError, match="`retry_policy` must be a `RetryPolicy` or None, not 3"
        ):
            make(retry_policy=3)
    with pytest.raises(ValueError, match=r"such as \{429\}"):
        anthropic.RetryPolicy(statuses=429)  # type: ignore[arg-type]  # the point of it
