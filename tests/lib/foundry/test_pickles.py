"""Clients of Foundry that go to another process, with what gets them their tokens."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from anthropic.lib.foundry import AnthropicFoundry, AsyncAnthropicFoundry
from tests.lib.clouds import QUESTION, Cloud, settled

both = pytest.mark.parametrize("client_class", [AnthropicFoundry, AsyncAnthropicFoundry])


def token_of_the_process() -> str:
    """A provider that every process finds under its name."""
    return "token"


@both
async def test_a_provider_travels_by_its_name(client_class: Any) -> None:
    client = client_class(resource="r", azure_ad_token_provider=token_of_the_process)
    loaded = pickle.loads(pickle.dumps(client))
    cloud = Cloud()
    asking = loaded.copy(http_client=cloud.http_client(client_class))
    await settled(asking.messages.create(model="m", **QUESTION))
    assert cloud.request.headers["authorization"] == "Bearer token"
    assert loaded.base_url == client.base_url


@both
def test_a_provider_that_has_no_name_cannot_travel(client_class: Any) -> None:
    """As those that azure-identity makes."""
    client = client_class(resource="r", azure_ad_token_provider=lambda: "token")
    with pytest.raises(TypeError, match="Cannot pickle .* `azure_ad_token_provider`: .* module"):
        pickle.dumps(client)
    assert copy.deepcopy(client)._azure_ad_token_provider is client._azure_ad_token_provider
