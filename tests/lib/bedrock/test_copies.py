"""What copies of Bedrock's clients keep, and what goes along when one is pickled."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import boto3
import pytest

from anthropic.lib.bedrock import AnthropicBedrock, AsyncAnthropicBedrock
from tests.lib.bedrock.aws import KEYS, Bedrock
from tests.lib.clouds import QUESTION, settled

both = pytest.mark.parametrize("client_class", [AnthropicBedrock, AsyncAnthropicBedrock])


@both
def test_a_copy_keeps_everything(client_class: Any) -> None:
    cloud = Bedrock()
    client = client_class(
        aws_region="eu-west-1",
        aws_profile="north",
        base_url="https://gateway.example/x/",
        timeout=7,
        max_retries=9,
        default_headers={"a": "1"},
        default_query={"b": "2"},
        http_client=cloud.http_client(client_class),
        _strict_response_validation=True,
    )
    copy = client.copy()
    assert type(copy) is client_class
    assert copy._client is client._client
    for name in ("aws_region", "aws_profile", "aws_access_key", "base_url", "timeout",
                 "max_retries", "_custom_headers", "_custom_query",
                 "_strict_response_validation"):  # fmt: skip
        assert getattr(copy, name) == getattr(client, name), name
    changed = client.with_options(
        timeout=None, max_retries=0, default_headers={"c": "3"}, set_default_query={}
    )
    assert changed.timeout is None
    assert changed.max_retries == 0
    assert changed._custom_headers == {"a": "1", "c": "3"}
    assert changed._custom_query == {}
    other = cloud.http_client(client_class)
    assert client.copy(http_client=other)._client is other


@both
async def test_copies_sign_with_the_same_keys(client_class: Any) -> None:
    cloud = Bedrock(token="temporary")
    http_client = cloud.http_client(client_class)
    client = client_class(**KEYS, aws_session_token="temporary", http_client=http_client)
    for copied in (
        client.copy(),
        client.with_options(timeout=3).with_options(max_retries=0),
        copy.copy(client),
        copy.deepcopy(client),
        client.copy(_extra_kwargs={"aws_region": KEYS["aws_region"]}),
    ):
        await settled(copied.messages.create(model="m", **QUESTION))
    assert len(cloud.requests) == 5


@both
def test_more_arguments_of_a_copy(client_class: Any) -> None:
    client = client_class(**KEYS)
    changed = client.copy(_extra_kwargs={"aws_region": "us-west-2", "max_retries": 7})
    assert (changed.aws_region, changed.max_retries) == ("us-west-2", 7)


@both
def test_a_session_stays_behind_when_a_client_is_pickled(client_class: Any) -> None:
    session = boto3.Session("key", "secret", region_name="eu-west-1")
    client = client_class(aws_session=session)
    loaded = pickle.loads(pickle.dumps(client))
    assert loaded.aws_session is None
    assert (loaded.aws_region, loaded.base_url) == ("eu-west-1", client.base_url)
    assert copy.deepcopy(client).aws_session is session
    telling = client.copy(pickle_credentials=True)
    with pytest.raises(TypeError, match="Cannot pickle .* `aws_session`: .* `aws_access_key`"):
        pickle.dumps(telling)


def test_a_copy_refuses_to_merge_and_replace() -> None:
    client = AnthropicBedrock(**KEYS)
    with pytest.raises(ValueError, match="`default_headers` and `set_default_headers`"):
        client.copy(default_headers={}, set_default_headers={})
    with pytest.raises(ValueError, match="`default_query` and `set_default_query`"):
        client.copy(default_query={}, set_default_query={})


def test_another_identity_replaces_all_of_the_old_one() -> None:
    client = AnthropicBedrock(aws_session_token="token", **KEYS)
    by_profile = client.copy(aws_profile="north")
    assert by_profile.aws_profile == "north"
    assert by_profile.aws_access_key is None
    assert by_profile.aws_secret_key is None
    assert by_profile.aws_session_token is None
    by_key = by_profile.copy(aws_access_key="k", aws_secret_key="s")
    assert by_key.aws_profile is None
    assert (by_key.aws_access_key, by_key.aws_secret_key) == ("k", "s")
    renewed = client.copy(aws_session_token="newer")
    assert renewed.aws_access_key == client.aws_access_key
    assert renewed.aws_session_token == "newer"


def test_another_region_moves_the_client() -> None:
    client = AnthropicBedrock(**KEYS)
    moved = client.copy(aws_region="us-west-2")
    assert str(moved.base_url) == "https://bedrock-runtime.us-west-2.amazonaws.com"
    fixed = AnthropicBedrock(**KEYS, base_url="https://gateway.example").copy(aws_region="x")
    assert str(fixed.base_url) == "https://gateway.example"


def test_subclasses_may_replace_a_resource() -> None:
    class Custom(AnthropicBedrock):
        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            self.messages = "mine"  # type: ignore[assignment]

    assert Custom(**KEYS).messages == "mine"
    assert Custom(**KEYS).copy().messages == "mine"
