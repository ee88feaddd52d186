"""Foundry over real sockets: both styles of key, and tokens."""

from __future__ import annotations

from typing import Any, Dict, List

import pytest

import anthropic
from anthropic import AnthropicFoundry, AsyncAnthropicFoundry
from anthropic.testing import LocalFoundry
from tests.lib.clouds import settled
from tests.platforms.wires import send

QUESTION: Dict[str, Any] = {
    "model": "claude-sonnet-4-5",
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Hello"}],
}

both = pytest.mark.parametrize("client_class", [AnthropicFoundry, AsyncAnthropicFoundry])


def ask(client: Any) -> Any:
    return client.messages.create(**QUESTION)


@both
async def test_both_styles_of_key(client_class: Any, foundry: LocalFoundry) -> None:
    assert (await settled(ask(client_class(**foundry.client_options)))).content
    (request,) = foundry.requests
    assert request.headers["api-key"] == request.headers["x-api-key"] == foundry.api_key
    assert "authorization" not in request.headers
    without = {
        name: value for name, value in request.headers.items() if not name.endswith("api-key")
    }
    right, wrong = foundry.api_key, f"{foundry.api_key}0"
    for given, status in (
        ({"api-key": right}, 200),
        ({"x-api-key": right}, 200),
        ({"api-key": wrong}, 401),
        ({"x-api-key": wrong}, 401),
        ({"api-key": right, "x-api-key": wrong}, 401),
        ({"api-key": wrong, "x-api-key": right}, 401),
        ({}, 401),
    ):
        assert send(foundry, request, headers={**without, **given})[0] == status, given


@both
async def test_tokens(client_class: Any, foundry: LocalFoundry) -> None:
    given: List[str] = []

    def provider() -> str:
        given.append("x")
        return foundry.tokens[-1]

    base_url = foundry.client_options["base_url"]
    client = client_class(base_url=base_url, azure_ad_token_provider=provider, max_retries=0)
    await settled(ask(client))
    # Another token in mid-run is no trouble: each attempt asks for one.
    foundry.tokens[:] = ["another"]
    await settled(ask(client.copy()))
    assert len(given) == 2
    for request in foundry.requests:
        assert not {"api-key", "x-api-key"} & set(request.headers)
    foundry.tokens.clear()
    wrong = client_class(base_url=base_url, azure_ad_token_provider=lambda: "old", max_retries=0)
    with pytest.raises(anthropic.AuthenticationError, match="Access denied"):
        await settled(ask(wrong))


async def test_a_provider_that_is_awaited(foundry: LocalFoundry) -> None:
    async def provider() -> str:
        return foundry.tokens[0]

    client = AsyncAnthropicFoundry(
        base_url=foundry.client_options["base_url"], azure_ad_token_provider=provider
    )
    assert (await ask(client)).content


@both
async def test_no_key_of_the_first_party_leaks(
    client_class: Any, foundry: LocalFoundry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "first-party-key")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "first-party-token")
    base_url = foundry.client_options["base_url"]
    token = foundry.tokens[0]
    for client in (
        client_class(base_url=base_url, azure_ad_token_provider=lambda: token),
        client_class(base_url=base_url, api_key=foundry.api_key),
    ):
        await settled(ask(client))
        await settled(ask(client.with_options(timeout=9)))
    for request in foundry.requests:
        assert not [value for value in request.headers.values() if "first-party" in value]


@both
async def test_what_foundry_does_not_have(client_class: Any, foundry: LocalFoundry) -> None:
    client = client_class(**foundry.client_options, max_retries=0)
    assert client.models is None
    assert client.messages.batches is None
    assert client.beta.messages.batches is None
    with pytest.raises(anthropic.NotFoundError, match="Resource not found"):
        await settled(client.get("/v1/models", cast_to=object))
