"""Credentials that no header can hold: named, never shown, never sent."""

from __future__ import annotations

import inspect
import logging
import traceback
from typing import Any, Callable, Dict, List, Tuple

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
)
from tests.lib.clouds import QUESTION, Cloud

SECRET = "sk-ant-SECRET123"
BEDROCK: Dict[str, Any] = {"aws_region": "us-east-1"}
SIGNED: Dict[str, Any] = {**BEDROCK, "aws_access_key": "id", "aws_secret_key": "key"}
VERTEX: Dict[str, Any] = {"region": "global", "project_id": "p"}
FOUNDRY: Dict[str, Any] = {"resource": "r"}

CLIENTS = [
    (Anthropic, "api_key", {}),
    (Anthropic, "auth_token", {}),
    (AsyncAnthropic, "api_key", {}),
    (AnthropicBedrock, "api_key", BEDROCK),
    (AsyncAnthropicBedrock, "api_key", BEDROCK),
    (AnthropicBedrock, "aws_session_token", SIGNED),
    (AnthropicVertex, "access_token", VERTEX),
    (AsyncAnthropicVertex, "access_token", VERTEX),
    (AnthropicFoundry, "api_key", FOUNDRY),
    (AsyncAnthropicFoundry, "api_key", FOUNDRY),
]


async def failure(make: Callable[..., Any], **options: Any) -> Tuple[Exception, Cloud]:
    cloud = Cloud()
    client = make(http_client=cloud.http_client(make), **options)
    with pytest.raises((TypeError, ValueError)) as caught:
        answer = client.messages.create(model="claude-test", **QUESTION)
        if inspect.isawaitable(answer):
            await answer
    return caught.value, cloud


@pytest.mark.parametrize(("make", "argument", "options"), CLIENTS)
@pytest.mark.parametrize("ending", ["\n", "\r\nX-More: 1", "\x00", " ", "\u00e9", "\udc80"])
async def test_a_key_with_a_line_break_is_neither_sent_nor_shown(
    make: Any,
    argument: str,
    options: Dict[str, Any],
    ending: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    error, cloud = await failure(make, **{**options, argument: SECRET + ending})
    shown: List[str] = traceback.format_exception(type(error), error, error.__traceback__)
    assert "SECRET123" not in "".join(shown)
    assert "SECRET123" not in repr(error)
    assert "SECRET123" not in caplog.text
    assert "The value of the header" in str(error)
    assert not cloud.requests


class Hidden:
    """A secret that other libraries wrap, so that it is not shown by accident."""

    def __str__(self) -> str:
        return "**********"


@pytest.mark.parametrize(
    ("makes", "argument", "options"),
    [
        ((Anthropic, AsyncAnthropic), "auth_token", {}),
        ((AnthropicBedrock, AsyncAnthropicBedrock), "api_key", BEDROCK),
        ((AnthropicBedrock, AsyncAnthropicBedrock), "aws_access_key", SIGNED),
        ((AnthropicBedrock, AsyncAnthropicBedrock), "aws_secret_key", SIGNED),
        ((AnthropicBedrock, AsyncAnthropicBedrock), "aws_session_token", SIGNED),
        ((AnthropicVertex, AsyncAnthropicVertex), "access_token", VERTEX),
    ],
)
@pytest.mark.parametrize("value", [Hidden(), SECRET.encode(), 123], ids=["wrapped", "bytes", "int"])
async def test_credentials_that_are_no_text_are_named(
    makes: Any, argument: str, options: Dict[str, Any], value: Any
) -> None:
    for make in makes:
        error, cloud = await failure(make, **{**options, argument: value})
        assert isinstance(error, TypeError)
        assert f"`{argument}`" in str(error)
        assert f"not `{type(value).__name__}`" in str(error)
        assert "SECRET123" not in str(error)
        assert not cloud.requests


async def test_a_key_that_is_no_text_is_named() -> None:
    error, _ = await failure(Anthropic, api_key=123)
    assert isinstance(error, TypeError)
    assert str(error) == (
        "The value of the header `X-Api-Key` must be a `str`, not `int`: check `api_key`"
    )


async def test_a_header_of_the_caller_is_named_alone() -> None:
    error, _ = await failure(Anthropic, api_key="k", default_headers={"X-Mine": "a\nb"})
    assert "`X-Mine`" in str(error)
    assert "check" not in str(error)


def test_what_headers_may_hold_is_sent() -> None:
    cloud = Cloud()
    headers = {"X-Tab": "a\tb", "X-Empty": "", "Authorization": "Bearer "}
    client = Anthropic(
        api_key="k", default_headers=headers, http_client=cloud.http_client(Anthropic)
    )
    client.messages.create(model="claude-test", **QUESTION)
    assert isinstance(cloud.request, httpx.Request)
    assert {name: cloud.request.headers[name] for name in headers} == headers
