"""Credentials of a platform reach the platform alone: no log, no error, pickle or other host."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from typing import Any, Dict, List, Tuple

import httpx
import pytest

import anthropic
from anthropic import (
    AnthropicBedrock,
    AnthropicFoundry,
    AnthropicVertex,
    AsyncAnthropicBedrock,
    AsyncAnthropicFoundry,
    AsyncAnthropicVertex,
)
from tests.lib.clouds import MESSAGE, QUESTION, Cloud, settled

SECRET = "hush-hush-hush"
SIGNED: Dict[str, Any] = {
    "aws_region": "us-east-1",
    "aws_access_key": "AKID",
    "aws_secret_key": f"{SECRET}1",
    "aws_session_token": f"{SECRET}2",
}
VERTEX: Dict[str, Any] = {"region": "us-east5", "project_id": "p"}


class Credentials:
    """Such as google-auth has."""

    token = SECRET
    expired = False


WAYS: Dict[str, Tuple[Any, Any, Dict[str, Any]]] = {
    "signature": (AnthropicBedrock, AsyncAnthropicBedrock, SIGNED),
    "bedrock key": (
        AnthropicBedrock,
        AsyncAnthropicBedrock,
        {"aws_region": "us-east-1", "api_key": SECRET},
    ),
    "access token": (
        AnthropicVertex,
        AsyncAnthropicVertex,
        {**VERTEX, "access_token": SECRET},
    ),
    "credentials": (
        AnthropicVertex,
        AsyncAnthropicVertex,
        {**VERTEX, "credentials": Credentials()},
    ),
    "foundry key": (
        AnthropicFoundry,
        AsyncAnthropicFoundry,
        {"resource": "r", "api_key": SECRET},
    ),
    "provider": (
        AnthropicFoundry,
        AsyncAnthropicFoundry,
        {"resource": "r", "azure_ad_token_provider": lambda: SECRET},
    ),
}


@pytest.fixture(params=WAYS)
def way(request: Any) -> Any:
    return WAYS[request.param]


@pytest.fixture(params=["sync", "asynchronous"])
def flavour(request: Any) -> Any:
    return request.param


def client_of(way: Any, flavour: str, cloud: Cloud, **options: Any) -> Any:
    kind = way[1] if flavour == "asynchronous" else way[0]
    return kind(**{"http_client": cloud.http_client(kind), **way[2], **options})


def ask(client: Any) -> Any:
    return client.messages.create(model="m", **QUESTION)


async def test_logs_do_not_tell(way: Any, flavour: str, caplog: pytest.LogCaptureFixture) -> None:
    """Neither ours nor those of the libraries that sign and send."""
    caplog.set_level(logging.DEBUG)
    await settled(ask(client_of(way, flavour, Cloud())))
    assert "Sending HTTP Request" in caplog.text
    assert SECRET not in caplog.text


def test_what_is_signed_can_still_be_looked_up(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="botocore.auth")
    ask(client_of(WAYS["signature"], "sync", Cloud()))
    assert "POST\n/model/m/invoke\n" in caplog.text
    assert "\nx-amz-security-token:<redacted>\n" in caplog.text


def test_clients_do_not_tell(way: Any, flavour: str) -> None:
    client = client_of(way, flavour, Cloud())
    assert SECRET not in repr(client) + str(client)
    assert SECRET not in repr(copy.deepcopy(client))


async def test_errors_do_not_tell(way: Any, flavour: str) -> None:
    def broken(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError(f"refused with {request.headers}", request=request)

    answers: List[Any] = [httpx.Response(403, json={"message": "no"}), broken]
    for answer in answers:
        client = client_of(way, flavour, Cloud(answer), max_retries=0)
        with pytest.raises(anthropic.APIError) as caught:
            await settled(ask(client))
        error = caught.value
        assert SECRET not in str(error) + repr(error)
        assert SECRET.encode() not in pickle.dumps(error)
        alone = error.with_traceback(None)
        alone.__cause__, alone.__context__ = None, None
        assert SECRET not in "".join(traceback.format_exception(type(alone), alone, None))


async def test_another_host_does_not_get_them(way: Any, flavour: str) -> None:
    elsewhere = httpx.Response(307, headers={"location": "https://other.example/v1/messages"})
    cloud = Cloud(elsewhere, httpx.Response(200, json=MESSAGE))
    client = client_of(way, flavour, cloud)
    client._client.follow_redirects = True
    await settled(ask(client))
    first, second = cloud.requests
    assert second.url.host == "other.example"
    assert any(SECRET in value for value in first.headers.values())
    assert not any(SECRET in value for value in second.headers.values())
    assert not {"authorization", "api-key", "x-api-key"} & set(second.headers)
