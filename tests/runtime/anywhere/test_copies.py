"""Clients can be copied and pickled: settings go along, connections and credentials do not."""

from __future__ import annotations

import copy
import pickle
import threading
from typing import Any, List, Set

import httpx
import pytest

from anthropic import (
    Anthropic,
    AnthropicBedrock,
    AnthropicFoundry,
    AnthropicVertex,
    AsyncAnthropic,
    AsyncAnthropicBedrock,
    AsyncAnthropicFoundry,
    AsyncAnthropicVertex,
    Omit,
    RetryPolicy,
    omit,
)

SETTINGS: Any = {
    "base_url": "https://api.example.test/root",
    "timeout": httpx.Timeout(7, connect=2),
    "max_retries": 5,
    "default_headers": {"X-Team": "blue", "authorization": "Bearer secret-h"},
    "default_query": {"page": 3},
}
CLIENTS = {
    Anthropic: {"api_key": "secret-1", "auth_token": "secret-2"},
    AsyncAnthropic: {"api_key": "secret-1", "auth_token": "secret-2"},
    AnthropicBedrock: {"aws_region": "r", "aws_access_key": "secret-1", "aws_secret_key": "secret"},
    AsyncAnthropicBedrock: {"aws_region": "r", "api_key": "secret-1"},
    AnthropicVertex: {"region": "r", "project_id": "p", "access_token": "secret-1"},
    AsyncAnthropicVertex: {"region": "r", "project_id": "p", "access_token": "secret-1"},
    AnthropicFoundry: {"api_key": "secret-1"},
    AsyncAnthropicFoundry: {"api_key": "secret-1"},
}


@pytest.fixture(params=CLIENTS)
def client(request: Any) -> Any:
    made = request.param(**CLIENTS[request.param], **SETTINGS).with_options(total_timeout=9)
    assert made.messages is made.messages
    return made


def check_settings(copied: Any, original: Any) -> None:
    assert type(copied) is type(original) and copied is not original
    assert copied.base_url == original.base_url
    assert copied.timeout == httpx.Timeout(7, connect=2)
    assert (copied.max_retries, copied.total_timeout) == (5, 9)
    assert copied.retry_policy == original.retry_policy
    assert copied._custom_headers["X-Team"] == "blue"
    assert copied._custom_query == {"page": 3}
    assert copied.messages._client is copied


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
def test_copies_share_the_connections(client: Any, duplicate: Any) -> None:
    copied = duplicate(client)
    check_settings(copied, client)
    assert copied._client is client._client
    for name in CLIENTS[type(client)]:
        if name != "project_id":
            assert getattr(copied, name) == getattr(client, name)


def test_a_deep_copy_can_be_changed_apart(client: Any) -> None:
    copied = copy.deepcopy({"client": client})["client"]
    copied._custom_headers["X-Team"] = "red"
    assert client._custom_headers["X-Team"] == "blue"


def test_pickles_hold_no_credentials(client: Any) -> None:
    pickled = pickle.dumps(client)
    assert b"secret" not in pickled
    loaded = pickle.loads(pickled)
    check_settings(loaded, client)
    assert loaded._client is not client._client and not loaded.is_closed()
    for name in CLIENTS[type(client)]:
        if "key" in name or "token" in name:
            assert getattr(loaded, name) is None


def test_credentials_go_along_if_they_shall(client: Any) -> None:
    client.pickle_credentials = True
    loaded = pickle.loads(pickle.dumps(client.with_options(timeout=SETTINGS["timeout"])))
    check_settings(loaded, client)
    for name in CLIENTS[type(client)]:
        assert getattr(loaded, name) == getattr(client, name)
    assert loaded._custom_headers == client._custom_headers


# What holds a secret, by where it is; the last item is what a loaded client says of it.
SECRETS: Any = {
    "user": (
        {"base_url": "https://me:hush-hush@h.test/root"},
        "user and password of the `base_url`",
    ),
    "token": ({"base_url": "https://hush-hush@h.test"}, "user and password of the `base_url`"),
    "query": ({"default_query": {"sig": "hush-hush", "v": 2}}, "The query parameter `sig`"),
    "nested": ({"default_query": {"a": {"token": "hush-hush"}}}, "The query parameter `token`"),
    "gateway": ({"default_headers": {"X-Gateway-Token": "hush-hush"}}, "header `X-Gateway-Token`"),
    "other": ({"default_headers": {"cf-aig-authorization": "hush-hush"}}, "`cf-aig-authorization`"),
    "auth": ({"default_headers": {"Authorization": "hush-hush"}}, "The header `Authorization`"),
}


@pytest.mark.parametrize("place", SECRETS)
@pytest.mark.parametrize("kind", [Anthropic, AnthropicVertex])
def test_a_secret_that_stayed_behind_is_missed_before_anything_is_sent(
    kind: Any, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "k")
    options, told = SECRETS[place]
    own = {name: value for name, value in CLIENTS[kind].items() if "secret" not in value}
    client = kind(**own, max_retries=0, **options)
    pickled = pickle.dumps(client)
    assert b"hush" not in pickled
    loaded = pickle.loads(pickle.dumps(pickle.loads(pickled)))
    with pytest.raises(TypeError, match="stayed behind .* `pickle_credentials=True`") as caught:
        ask(loaded)
    assert told in str(caught.value) and "hush" not in repr(loaded.__dict__)
    token = {"access_token": "t"} if kind is AnthropicVertex else {}
    given = loaded.with_options(**options, **token, http_client=answering(httpx.Client))
    assert ask(given).content == []
    told_all = kind(**own, pickle_credentials=True, **options)
    whole = pickle.loads(pickle.dumps(told_all))
    assert whole.base_url == told_all.base_url
    assert whole._custom_headers == told_all._custom_headers
    assert whole._custom_query == told_all._custom_query


def test_a_header_that_the_environment_knows_the_value_of(monkeypatch: pytest.MonkeyPatch) -> None:
    pickled = pickle.dumps(Anthropic(default_headers={"x-api-key": "hush"}))
    monkeypatch.setenv("ANTHROPIC_API_KEY", "of-the-environment")
    loaded = pickle.loads(pickled)
    assert ask(loaded.with_options(http_client=answering(httpx.Client))).content == []
    assert loaded.default_headers["X-Api-Key"] == "of-the-environment"


def test_settings_that_resemble_secrets_travel() -> None:
    headers: Any = {"X-Author": "me", "X-Max-Tokens": "3", "X-Api-Key": omit}
    client = Anthropic(api_key="k", default_headers=headers, default_query={"max_tokens": "5"})
    loaded = pickle.loads(pickle.dumps(client))
    assert loaded._custom_query == {"max_tokens": "5"}
    assert {**loaded._custom_headers, "X-Api-Key": omit} == headers
    assert isinstance(loaded._custom_headers["X-Api-Key"], Omit)


def answering(kind: Any) -> Any:
    message = {"type": "message", "role": "assistant", "content": []}
    return kind(transport=httpx.MockTransport(lambda request: httpx.Response(200, json=message)))


def ask(client: Any) -> Any:
    question = {"role": "user", "content": "hi"}
    return client.messages.create(model="m", max_tokens=8, messages=[question])


@pytest.mark.parametrize(
    ("kind", "variables", "expected"),
    [
        (Anthropic, {"ANTHROPIC_API_KEY": "k", "ANTHROPIC_AUTH_TOKEN": "t"}, ("k", "t")),
        (AnthropicFoundry, {"ANTHROPIC_FOUNDRY_API_KEY": "f", "ANTHROPIC_AUTH_TOKEN": "t"}, ("f",)),
        (AsyncAnthropicBedrock, {"AWS_BEARER_TOKEN_BEDROCK": "b"}, ("b",)),
    ],
)
def test_credentials_of_the_environment_where_it_is_loaded(
    kind: Any, variables: Any, expected: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    pickled = pickle.dumps(kind(**CLIENTS[kind], **SETTINGS))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    loaded = pickle.loads(pickled)
    assert loaded.api_key == expected[0]
    if len(expected) > 1:
        assert loaded.auth_token == expected[1]
    elif kind is AnthropicFoundry:
        assert loaded.auth_token is None


def test_the_option_of_the_constructor() -> None:
    client = Anthropic(api_key="k", pickle_credentials=True, retry_policy=RetryPolicy(jitter=0))
    loaded = pickle.loads(pickle.dumps(client))
    assert loaded.api_key == "k" and loaded.retry_policy == RetryPolicy(jitter=0)
    assert loaded.pickle_credentials


def test_an_http_client_of_the_callers_own_is_shared_but_not_pickled() -> None:
    own = httpx.Client()
    client = Anthropic(api_key="k", http_client=own)
    assert copy.deepcopy(client)._client is own
    with pytest.raises(TypeError, match="http_client"):
        pickle.dumps(client)


def test_a_client_in_another_process(run: Any, server: Any) -> None:
    printed = run(
        """
        import multiprocessing

        def work(client):
            return client.api_key, connection(ask(client))

        client = Anthropic(api_key="of the parent")
        first = connection(ask(client))
        with multiprocessing.get_context("fork").Pool(1) as pool:
            key, used = pool.apply(work, (client,))
        print(key, first, used)
        client.close()
        """
    )
    assert printed.split() == ["key-of-the-environment", "1", "2"]


def test_one_client_serves_many_threads(server: Any) -> None:
    used: Set[str] = set()
    failures: List[Exception] = []

    def work() -> None:
        try:
            for _ in range(5):
                message = client.messages.create(
                    model="m", max_tokens=8, messages=[{"role": "user", "content": "hi"}]
                )
                used.add(message.id)
        except Exception as error:
            failures.append(error)

    with Anthropic(api_key="k", base_url=server.url, max_retries=0) as client:
        threads = [threading.Thread(target=work) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failures and len(server.requests) == 80
    assert len(used) <= 16
