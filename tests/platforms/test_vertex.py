"""Vertex AI over real sockets: tokens from fakes that google-auth's own code talks to."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Dict, List

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from google.auth.exceptions import RefreshError
from google.oauth2.credentials import Credentials as UserCredentials
from google.oauth2.service_account import Credentials

import anthropic
from anthropic import AnthropicVertex, AsyncAnthropicVertex
from anthropic.testing import LocalVertex
from tests.lib.clouds import settled
from tests.platforms.accounts import account_file, known_account, new_key

SCOPES = ["https://www.googleapis.com/auth/cloud-platform"]
QUESTION: Dict[str, Any] = {
    "model": "claude-sonnet-4-5@20250929",
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Hello"}],
}

both = pytest.mark.parametrize("client_class", [AnthropicVertex, AsyncAnthropicVertex])


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    return new_key()


@pytest.fixture()
def account(vertex: LocalVertex, key: rsa.RSAPrivateKey) -> Dict[str, str]:
    """The file of a service account that the token endpoint knows."""
    return known_account(vertex, key)


@pytest.fixture()
def defaults(account: Dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's default credentials are those of the service account."""
    path = tmp_path / "account.json"
    path.write_text(json.dumps(account))
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(path))


def client_of(client_class: Any, server: LocalVertex, **options: Any) -> Any:
    """A client that has to find its token, and its project, by itself."""
    given = {"base_url": f"{server.url}/v1", "region": server.region, "max_retries": 0}
    return client_class(**{**given, **options})


def tokens_of(server: LocalVertex) -> List[str]:
    """The tokens that messages were asked for with, in order."""
    sent = (item for item in server.requests if item.path.startswith("/v1/"))
    return [item.headers["authorization"].partition(" ")[2] for item in sent]


def ask(client: Any) -> Any:
    return client.messages.create(**QUESTION)


@both
async def test_default_credentials(client_class: Any, vertex: LocalVertex, defaults: None) -> None:
    client = client_of(client_class, vertex)
    for _ in range(3):
        assert (await settled(ask(client))).content
    assert tokens_of(vertex) == ["token1"] * 3
    assert vertex.tokens.given == ["token1"]
    assert client.project_id == vertex.project_id


@both
async def test_an_unknown_key_gets_no_token(
    client_class: Any, vertex: LocalVertex, account: Dict[str, str]
) -> None:
    other = account_file(vertex, new_key())
    credentials = Credentials.from_service_account_info(other, scopes=SCOPES)
    with pytest.raises(RefreshError):
        await settled(ask(client_of(client_class, vertex, credentials=credentials)))
    without_scope = Credentials.from_service_account_info(account, scopes=["email"])
    with pytest.raises(RefreshError, match="invalid_scope"):
        await settled(ask(client_of(client_class, vertex, credentials=without_scope)))
    assert not vertex.tokens.given


@both
async def test_a_token_that_nobody_gave_out_is_refused(
    client_class: Any, vertex: LocalVertex
) -> None:
    client = client_of(client_class, vertex, project_id=vertex.project_id, access_token="mine")
    with pytest.raises(anthropic.AuthenticationError):
        await settled(ask(client.with_options(max_retries=2)))
    assert tokens_of(vertex) == ["mine"]
    client.access_token = vertex.api_key
    assert (await settled(ask(client))).content


@both
async def test_another_project_or_region_is_refused(client_class: Any, vertex: LocalVertex) -> None:
    for name, value in (("project_id", "other"), ("region", "europe-west1")):
        client = client_of(client_class, vertex, **{**vertex.client_options, name: value})
        with pytest.raises(anthropic.PermissionDeniedError, match=value):
            await settled(ask(client))


async def test_ten_concurrent_first_requests_cause_one_refresh(
    vertex: LocalVertex, defaults: None
) -> None:
    vertex.tokens.delay = 0.1
    client = client_of(AsyncAnthropicVertex, vertex)
    await asyncio.gather(*(ask(client.with_options(timeout=9)) for _ in range(10)))
    assert tokens_of(vertex) == ["token1"] * 10
    assert vertex.tokens.given == ["token1"]


def test_ten_threads_cause_one_refresh(vertex: LocalVertex, defaults: None) -> None:
    vertex.tokens.delay = 0.1
    client = client_of(AnthropicVertex, vertex)
    with ThreadPoolExecutor(10) as threads:
        list(threads.map(lambda _: ask(client), range(10)))
    assert tokens_of(vertex) == ["token1"] * 10
    assert vertex.tokens.given == ["token1"]


@both
async def test_tokens_are_refreshed_ahead_of_their_end(
    client_class: Any, vertex: LocalVertex, defaults: None
) -> None:
    vertex.tokens.lifetime = 60
    client = client_of(client_class, vertex)
    await settled(ask(client))
    # Still good for a minute, which may be too short for the next request.
    assert vertex.tokens.accepts("token1")
    vertex.tokens.lifetime = 3600
    await settled(ask(client))
    await settled(ask(client))
    assert tokens_of(vertex) == ["token1", "token2", "token2"]


@both
async def test_tokens_withdrawn_in_mid_run_are_replaced(
    client_class: Any, vertex: LocalVertex, defaults: None
) -> None:
    client = client_of(client_class, vertex, max_retries=2)
    await settled(ask(client))
    vertex.tokens.revoke()
    events = await settled(client.messages.create(stream=True, **QUESTION))
    await settled(events.close())
    await settled(ask(client))
    assert tokens_of(vertex) == ["token1", "token1", "token2", "token2"]


async def test_ten_requests_with_a_withdrawn_token_cause_one_refresh(
    vertex: LocalVertex, defaults: None
) -> None:
    client = client_of(AsyncAnthropicVertex, vertex, max_retries=2)
    await ask(client)
    vertex.tokens.revoke()
    await asyncio.gather(*(ask(client) for _ in range(10)))
    assert vertex.tokens.given == ["token1", "token2"]


@both
async def test_credentials_that_are_refused_for_good(
    client_class: Any, vertex: LocalVertex, defaults: None
) -> None:
    client = client_of(client_class, vertex, max_retries=5)
    vertex.tokens.lifetime = -1
    with pytest.raises(anthropic.AuthenticationError):
        await settled(ask(client))
    # Asked for once more, then given up.
    assert tokens_of(vertex) == ["token1", "token2"]
    fixed = client_of(
        client_class, vertex, credentials=UserCredentials("ended"), project_id=vertex.project_id
    )
    with pytest.raises(anthropic.AuthenticationError):
        await settled(ask(fixed.with_options(max_retries=5)))
    assert tokens_of(vertex)[-1] == "ended"


METADATA = """
import asyncio, sys
from anthropic import AnthropicVertex, AsyncAnthropicVertex

question = {"model": "claude-sonnet-4-5", "max_tokens": 50,
            "messages": [{"role": "user", "content": "Hello"}]}
client = AnthropicVertex(base_url=sys.argv[1], region="us-east5", max_retries=0)
print(client.messages.create(**question).stop_reason, client.project_id)


async def main():
    async with AsyncAnthropicVertex(base_url=sys.argv[1], region="us-east5") as client:
        answers = await asyncio.gather(*(client.messages.create(**question) for _ in range(10)))
        print(len(answers), client.project_id)


asyncio.run(main())
"""


def test_the_metadata_server_of_a_machine(vertex: LocalVertex, tmp_path: Path) -> None:
    """In a process of its own: google-auth reads where it is when it is imported."""
    environment = {name: value for name, value in os.environ.items() if name != "NO_GCE_CHECK"}
    for name in ("GCE_METADATA_HOST", "GCE_METADATA_IP", "GCE_METADATA_ROOT"):
        environment[name] = vertex.address
    command = [sys.executable, "-c", METADATA, f"{vertex.url}/v1"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == ["end_turn", "local-project", "10", "local-project"]
    assert vertex.tokens.given == ["token1", "token2"]
    asked = [item for item in vertex.requests if item.path.startswith("/computeMetadata/")]
    assert asked
    assert all(item.headers["metadata-flavor"] == "Google" for item in asked)
