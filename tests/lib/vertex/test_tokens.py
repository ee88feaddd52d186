"""Tokens: where they come from, when they are asked for, and how often."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import Any, Dict, List

import google.auth
import httpx
import pytest
import trio
from google.auth.exceptions import RefreshError
from google.oauth2.service_account import Credentials

from anthropic import AnthropicError, AuthenticationError
from anthropic.lib._extras import MissingDependencyError, google_auth
from anthropic.lib.vertex import AnthropicVertex, AsyncAnthropicVertex
from tests.lib.clouds import MESSAGE, QUESTION, Cloud, settled
from tests.lib.vertex.google import TokenServer

SCOPE = "https://www.googleapis.com/auth/cloud-platform"

both = pytest.mark.parametrize("client_class", [AnthropicVertex, AsyncAnthropicVertex])


def client_of(client_class: Any, cloud: Cloud, **options: Any) -> Any:
    return client_class(region="us-east5", http_client=cloud.http_client(client_class), **options)


def ask(client: Any) -> Any:
    return client.messages.create(model="claude-test", **QUESTION)


def tokens_sent(cloud: Cloud) -> Any:
    return [request.headers["authorization"] for request in cloud.requests]


@pytest.fixture()
def credentials(service_account: Dict[str, str]) -> Credentials:
    return Credentials.from_service_account_info(service_account, scopes=[SCOPE])


@both
async def test_default_credentials_and_their_project(
    client_class: Any, default_credentials: None, token_server: TokenServer
) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud)
    assert client.credentials is None
    for _ in range(3):
        await settled(ask(client))
    assert "/projects/account-project/" in cloud.requests[0].url.path
    assert tokens_sent(cloud) == ["Bearer token1"] * 3
    assert len(token_server.asked) == 1
    assert client.project_id == "account-project"
    counting = Cloud(httpx.Response(200, json={"input_tokens": 12}))
    question = {"model": "claude-test", "messages": QUESTION["messages"]}
    await settled(client_of(client_class, counting).messages.count_tokens(**question))
    assert "/projects/account-project/" in counting.request.url.path


@both
@pytest.mark.parametrize("project", [{}, {"project_id": "mine"}], ids=["found", "given"])
async def test_how_default_credentials_are_loaded(
    client_class: Any, project: Any, default_credentials: None, token_server: TokenServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    loaded: List[Any] = []
    default = google.auth.default

    def recording(*args: Any, **options: Any) -> Any:
        loaded.append((options, threading.get_ident()))
        return default(*args, **options)

    monkeypatch.setattr(google.auth, "default", recording)
    client = client_of(client_class, Cloud(), **project)
    await settled(ask(client))
    await settled(ask(client.copy()))
    ((options, thread),) = loaded
    assert options == {"scopes": [SCOPE]}
    # Loading reads files and may ask the network: nothing that an event loop can wait for.
    assert (thread == threading.get_ident()) == (client_class is AnthropicVertex)


@both
async def test_a_given_project_wins(client_class: Any, default_credentials: None) -> None:
    cloud = Cloud()
    await settled(ask(client_of(client_class, cloud, project_id="mine")))
    assert "/projects/mine/" in cloud.request.url.path


@both
async def test_explicit_credentials(
    client_class: Any, credentials: Credentials, token_server: TokenServer
) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud, credentials=credentials)
    await settled(ask(client))
    assert tokens_sent(cloud) == ["Bearer token1"]
    assert "/projects/account-project/" in cloud.request.url.path
    assert client.credentials is credentials


@both
async def test_tokens_are_refreshed_ahead_of_their_end(
    client_class: Any, credentials: Credentials, token_server: TokenServer
) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud, credentials=credentials)
    await settled(ask(client))
    now = datetime.now(timezone.utc).replace(tzinfo=None)
    credentials.expiry = now + timedelta(minutes=30)
    await settled(ask(client))
    credentials.expiry = now + timedelta(minutes=1)
    await settled(ask(client))
    await settled(ask(client))
    assert tokens_sent(cloud) == ["Bearer token1"] * 2 + ["Bearer token2"] * 2


@both
async def test_who_brings_a_token_asks_for_none(
    client_class: Any, credentials: Credentials, token_server: TokenServer
) -> None:
    cloud = Cloud()
    client = client_of(
        client_class, cloud, credentials=credentials, access_token="mine", project_id="p"
    )
    await settled(ask(client))
    client.access_token = None
    authorized = client.with_options(default_headers={"Authorization": "Basic x"})
    await settled(ask(authorized))
    assert tokens_sent(cloud) == ["Bearer mine", "Basic x"]
    assert not token_server.asked


async def test_ten_first_requests_cause_one_refresh(
    default_credentials: None, token_server: TokenServer
) -> None:
    token_server.delay = 0.1
    cloud = Cloud()
    client = client_of(AsyncAnthropicVertex, cloud)
    await asyncio.gather(*(ask(client.with_options(timeout=i + 1)) for i in range(10)))
    assert tokens_sent(cloud) == ["Bearer token1"] * 10
    assert len(token_server.asked) == 1


def test_ten_threads_cause_one_refresh(credentials: Credentials, token_server: TokenServer) -> None:
    token_server.delay = 0.1
    cloud = Cloud()
    client = client_of(AnthropicVertex, cloud, credentials=credentials)
    with ThreadPoolExecutor(10) as threads:
        list(threads.map(lambda _: ask(client.with_options()), range(10)))
    assert tokens_sent(cloud) == ["Bearer token1"] * 10
    assert len(token_server.asked) == 1


@both
async def test_a_refresh_that_fails_is_not_the_last(
    client_class: Any, credentials: Credentials, token_server: TokenServer
) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud, credentials=credentials)
    token_server.answer = {"error": "invalid_grant", "error_description": "account disabled"}
    for _ in range(2):
        with pytest.raises(RefreshError, match="account disabled"):
            await settled(ask(client))
    assert not cloud.requests
    token_server.answer = {}
    await settled(ask(client))
    assert len(cloud.requests) == 1
    # Once there is a token, an end of it that cannot be helped is told as well.
    credentials.expiry = datetime.now(timezone.utc).replace(tzinfo=None)
    token_server.answer = {"error": "invalid_grant", "error_description": "account disabled"}
    with pytest.raises(RefreshError, match="account disabled"):
        await settled(ask(client))
    assert len(cloud.requests) == 1


def test_a_refresh_that_fails_does_so_for_each_thread(
    credentials: Credentials, token_server: TokenServer
) -> None:
    token_server.answer = {"error": "invalid_grant"}
    token_server.delay = 0.01
    cloud = Cloud()
    client = client_of(AnthropicVertex, cloud, credentials=credentials)
    with ThreadPoolExecutor(5) as threads:
        asked = [threads.submit(ask, client) for _ in range(5)]
    assert {type(call.exception()) for call in asked} == {RefreshError}
    assert not cloud.requests
    token_server.answer = {}
    ask(client)
    assert len(cloud.requests) == 1


@both
async def test_credentials_that_know_no_token_yet(client_class: Any) -> None:
    class Fresh:
        token: Any = None
        expired = False

        def refresh(self, request: Any) -> None:
            self.token = "fresh"

    cloud = Cloud()
    client = client_of(client_class, cloud, credentials=Fresh(), project_id="p")
    await settled(ask(client))
    assert tokens_sent(cloud) == ["Bearer fresh"]


@both
async def test_a_refresh_that_brings_the_same_token_again(
    client_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_class, "_calculate_retry_timeout", lambda *_: 0.0)

    class Cached:
        token = "same"
        expired = False
        refreshed = 0

        def refresh(self, request: Any) -> None:
            self.refreshed += 1

    credentials = Cached()
    refused = httpx.Response(401, json={"error": {"message": "no"}})
    cloud = Cloud(refused, refused, httpx.Response(200, json=MESSAGE))
    client = client_of(client_class, cloud, credentials=credentials, project_id="p", max_retries=5)
    with pytest.raises(AuthenticationError):
        await settled(ask(client))
    assert (len(cloud.requests), credentials.refreshed) == (2, 1)
    for _ in range(3):
        await settled(ask(client))
    # It is sent as it is: there is no sense in asking for it before each request.
    assert (len(cloud.requests), credentials.refreshed) == (5, 1)


async def test_a_refresh_leaves_the_event_loop_alone(
    credentials: Credentials, token_server: TokenServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []
    refresh = Credentials.refresh

    def recording(self: Any, request: Any) -> None:
        threads.append(threading.get_ident())
        refresh(self, request)

    monkeypatch.setattr(Credentials, "refresh", recording)
    await ask(client_of(AsyncAnthropicVertex, Cloud(), credentials=credentials))
    assert len(threads) == 1
    assert threads != [threading.get_ident()]


def test_trio(credentials: Credentials, token_server: TokenServer) -> None:
    cloud = Cloud()
    client = client_of(AsyncAnthropicVertex, cloud, credentials=credentials)

    async def run() -> None:
        await ask(client)

    trio.run(run)
    assert tokens_sent(cloud) == ["Bearer token1"]


@pytest.mark.parametrize("credentials", ["/path/key.json", {"type": "service_account"}])
def test_credentials_of_another_kind(credentials: Any) -> None:
    with pytest.raises(TypeError, match="`credentials` must be credentials of google-auth, not"):
        AnthropicVertex(region="r", credentials=credentials)


@both
async def test_credentials_without_a_token(client_class: Any) -> None:
    class Empty:
        token = None
        expired = False

        def refresh(self, request: Any) -> None:
            """Refreshes nothing."""

    client = client_of(client_class, Cloud(), credentials=Empty(), project_id="p")
    with pytest.raises(RuntimeError, match="Could not resolve an API token"):
        await settled(ask(client))


def test_copies_share_credentials(credentials: Credentials) -> None:
    client = client_of(AnthropicVertex, Cloud(), credentials=credentials, access_token="t")
    assert client.copy().credentials is credentials
    other: Any = object()
    copy = client.copy(credentials=other)
    assert copy.credentials is other
    assert copy.access_token is None
    assert copy._tokens is not client._tokens
    client.credentials = other
    assert client.credentials is other


# -- the extra ------------------------------------------------------------------------------------


@both
async def test_without_google_auth(client_class: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "google.auth", None)
    client = client_of(client_class, Cloud(), project_id="p")
    with pytest.raises(MissingDependencyError, match=r"`google\.auth`.*'anthropic\[vertex\]'"):
        await settled(ask(client))
    assert issubclass(MissingDependencyError, AnthropicError)


@both
async def test_without_the_transport_of_google_auth(
    client_class: Any, credentials: Credentials, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "google.auth.transport.requests", None)
    client = client_of(client_class, Cloud(), credentials=credentials)
    with pytest.raises(RuntimeError, match=r"pip install 'anthropic\[vertex\]'"):
        await settled(ask(client))


def test_the_proxy_is_the_module() -> None:
    import google.auth

    proxied: Any = google_auth
    assert proxied.default is google.auth.default


def test_clients_do_not_load_google_auth() -> None:
    program = (
        "import sys, anthropic, anthropic.lib.vertex as v\n"
        "v.AnthropicVertex(region='x').messages\n"
        "v.AsyncAnthropicVertex(region='x').beta.messages\n"
        "print({'google.auth', 'requests', 'boto3', 'aiohttp'} & set(sys.modules))"
    )
    shown = subprocess.check_output([sys.executable, "-c", program], text=True)
    assert shown.strip() == "set()"
