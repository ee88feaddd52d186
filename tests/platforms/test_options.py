"""Every client takes the same options, and does the same with them."""

from __future__ import annotations

import copy
import pickle
from typing import Any, Dict

import httpx
import pytest

from anthropic import RetryPolicy
from anthropic._client_options import ClientOptions
from anthropic.types import Message
from tests.lib.clouds import settled
from tests.platforms.doors import DOORS, options_for

OPTIONS: Dict[str, Any] = {
    "retry_policy": RetryPolicy(max_retries=7, initial_delay=0.25),
    "total_timeout": 90.0,
    "require_complete_streams": False,
    "stream_idle_timeout": 20.0,
    "stream_progress_timeout": 30.0,
    "long_requests": "stream",
    "pickle_credentials": True,
}
DEFAULTS: Dict[str, Any] = {
    "retry_policy": RetryPolicy(),
    "total_timeout": None,
    "require_complete_streams": True,
    "stream_idle_timeout": None,
    "stream_progress_timeout": None,
    "long_requests": "error",
    "pickle_credentials": False,
}
ACCOUNTS: Dict[str, Dict[str, Any]] = {
    "first party": {"api_key": "k"},
    "bedrock": {"aws_region": "r", "api_key": "k"},
    "vertex": {"region": "r", "project_id": "p", "access_token": "k"},
    "foundry": {"resource": "r", "api_key": "k"},
}

everywhere = pytest.mark.parametrize("flavour", ["sync", "asynchronous"])
platforms = pytest.mark.parametrize("platform", DOORS)


def settings_of(client: Any) -> Dict[str, Any]:
    return {name: getattr(client, name) for name in OPTIONS}


def test_no_option_is_forgotten_here() -> None:
    assert set(OPTIONS) == set(DEFAULTS) == set(ClientOptions.__annotations__)


@everywhere
@platforms
def test_constructors_and_copies(platform: str, flavour: str) -> None:
    kind: Any = getattr(DOORS[platform], flavour)
    plain = kind(**ACCOUNTS[platform])
    assert settings_of(plain) == DEFAULTS
    client = kind(**ACCOUNTS[platform], **OPTIONS)
    assert settings_of(client) == OPTIONS
    assert client.max_retries == 7
    for copied in (
        client.copy(),
        client.with_options(timeout=3),
        copy.copy(client),
        copy.deepcopy(client),
        pickle.loads(pickle.dumps(client)),
        plain.copy(**OPTIONS),
    ):
        assert type(copied) is kind
        assert settings_of(copied) == OPTIONS
    for name, value in DEFAULTS.items():
        given = None if name == "retry_policy" else value
        assert settings_of(client.with_options(**{name: given})) == {**OPTIONS, name: value}
        assert settings_of(client) == OPTIONS


@everywhere
@platforms
def test_other_keywords_are_refused(platform: str, flavour: str) -> None:
    kind: Any = getattr(DOORS[platform], flavour)
    with pytest.raises(TypeError, match="unexpected keyword argument 'retries'"):
        kind(**ACCOUNTS[platform], retries=3)
    with pytest.raises(TypeError, match="unexpected keyword argument 'retries'"):
        kind(**ACCOUNTS[platform]).copy(retries=3)
    with pytest.raises(ValueError, match="`long_requests` must be 'error' or 'stream'"):
        kind(**ACCOUNTS[platform], long_requests=True)


@everywhere
@platforms
@pytest.mark.parametrize("beta", [False, True])
async def test_long_requests(platform: str, flavour: str, beta: bool) -> None:
    door = DOORS[platform]
    question: Dict[str, Any] = {
        "model": door.model,
        "max_tokens": 60_000,
        "messages": [{"role": "user", "content": "Hello – “world”"}],
    }
    with door.server() as server:
        client = getattr(door, flavour)(**options_for(server), long_requests="stream")
        messages = client.beta.messages if beta else client.messages
        with pytest.raises(ValueError, match="Streaming is required"):
            await settled(client.with_options(long_requests="error").messages.create(**question))
        streamed = await settled(messages.create(**question))
        streaming_path = server.requests[-1].path
        whole = await settled(messages.create(**{**question, "max_tokens": 600}))
        assert (server.requests[-1].path == streaming_path) == (platform in DOORS_BY_BODY)
    assert beta or type(streamed) is Message
    assert type(streamed) is type(whole)
    assert "Hello – “world”" in streamed.content[0].text
    assert streamed.content[0].text == whole.content[0].text
    assert streamed.stop_reason == whole.stop_reason
    assert isinstance(streamed._response.headers, httpx.Headers)


# Where the path is the same with and without streaming, the body tells.
DOORS_BY_BODY = ("first party", "foundry")
