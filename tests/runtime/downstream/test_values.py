"""Errors, sentinels and models as other programs make, compare and print them."""

from __future__ import annotations

import warnings
from typing import Any

import httpx
import pytest

import anthropic
from anthropic import Anthropic, AsyncAnthropic, NotGiven, Omit
from anthropic.types import Message, Usage
from tests.runtime.downstream.conftest import QUESTION

REQUEST = httpx.Request("POST", "https://api.anthropic.com/v1/messages")
BODY = {"type": "error", "error": {"type": "invalid_request_error", "message": "too long"}}


@pytest.mark.parametrize(
    ("class_", "status"),
    [
        (anthropic.BadRequestError, 400),
        (anthropic.AuthenticationError, 401),
        (anthropic.PermissionDeniedError, 403),
        (anthropic.NotFoundError, 404),
        (anthropic.ConflictError, 409),
        (anthropic.UnprocessableEntityError, 422),
        (anthropic.RateLimitError, 429),
        (anthropic.InternalServerError, 500),
        (anthropic.APIStatusError, 529),
    ],
)
def test_errors_made_by_hand(class_: Any, status: int) -> None:
    response = httpx.Response(status, request=REQUEST, headers={"request-id": "req_1"})
    error = class_("too long", response=response, body=BODY)
    assert (str(error), error.message) == ("too long", "too long")
    assert (error.status_code, error.body, error.response) == (status, BODY, response)
    assert (error.request_id, error.request) == ("req_1", REQUEST)
    assert isinstance(error, (anthropic.APIStatusError, anthropic.APIError))
    assert class_("x", response=httpx.Response(status, request=REQUEST), body=None).body is None


def test_connection_errors_made_by_hand() -> None:
    assert anthropic.APIConnectionError(request=REQUEST).message == "Connection error."
    assert anthropic.APIConnectionError(message="m", request=REQUEST).message == "m"
    for error in (anthropic.APITimeoutError(REQUEST), anthropic.APITimeoutError(request=REQUEST)):
        assert isinstance(error, anthropic.APIConnectionError)
        assert error.request is REQUEST


def test_errors_as_they_come() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(400, json=BODY))
    client = Anthropic(api_key="k", http_client=httpx.Client(transport=transport))
    with pytest.raises(anthropic.BadRequestError) as caught:
        client.messages.create(**QUESTION)
    assert str(caught.value) == f"Error code: 400 - {BODY}"
    assert caught.value.message == f"Error code: 400 - {BODY}"
    assert caught.value.body == BODY
    assert caught.value.status_code == caught.value.response.status_code == 400


def test_sentinels() -> None:
    for sentinel in (anthropic.NOT_GIVEN, anthropic.not_given, NotGiven(), Omit(), anthropic.omit):
        assert not sentinel
    assert isinstance(anthropic.NOT_GIVEN, NotGiven) and isinstance(anthropic.omit, Omit)
    assert not isinstance(anthropic.omit, NotGiven)
    assert repr(anthropic.NOT_GIVEN) == repr(anthropic.not_given) == "NOT_GIVEN"


def test_models_print_every_declared_field_in_order() -> None:
    usage = Usage.construct(input_tokens=3, output_tokens=4)
    assert (
        repr(usage)
        == str(usage)
        == (
            "Usage(cache_creation=None, cache_creation_input_tokens=None, "
            "cache_read_input_tokens=None, inference_geo=None, input_tokens=3, output_tokens=4, "
            "server_tool_use=None, service_tier=None)"
        )
    )
    message = Message.construct(id="m", content=[], usage=usage, extra_field="x")
    assert str(message) == (
        "Message(id='m', content=[], model=None, role=None, stop_reason=None, stop_sequence=None, "
        f"type=None, usage={usage}, extra_field='x')"
    )


async def test_warnings_about_models_point_at_the_caller(
    client: Anthropic, async_client: AsyncAnthropic
) -> None:
    old = {**QUESTION, "model": "claude-3-opus-20240229"}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        client.messages.create(**old)
        await async_client.messages.create(**old)
    assert [warning.category for warning in caught] == [DeprecationWarning] * 2
    assert [warning.filename for warning in caught] == [__file__] * 2
