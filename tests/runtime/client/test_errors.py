"""Errors: which class, which message, which body."""

from __future__ import annotations

import json
from typing import Any, List

import httpx
import pytest

import anthropic
from anthropic import Anthropic, APIStatusError, AsyncAnthropic, _exceptions
from anthropic._exceptions import status_error_class
from tests.runtime.streams import scripted

STATUSES = {
    400: "BadRequestError",
    401: "AuthenticationError",
    402: "APIStatusError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    408: "APIStatusError",
    409: "ConflictError",
    413: "RequestTooLargeError",
    418: "APIStatusError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    499: "APIStatusError",
    500: "InternalServerError",
    503: "InternalServerError",
    504: "InternalServerError",
    529: "OverloadedError",
    599: "InternalServerError",
}


@pytest.mark.parametrize(("status", "name"), STATUSES.items())
def test_the_class_of_a_status(status: int, name: str) -> None:
    assert status_error_class(status).__name__ == name


@pytest.mark.parametrize(("status", "name"), STATUSES.items())
async def test_both_clients_raise_the_same_class(server: Any, status: int, name: str) -> None:
    served = server(httpx.Response(status, json={}))
    client = Anthropic(
        api_key="k", max_retries=0, http_client=httpx.Client(transport=httpx.MockTransport(served))
    )
    async_client = AsyncAnthropic(
        api_key="k",
        max_retries=0,
        http_client=httpx.AsyncClient(transport=httpx.MockTransport(served.answer)),
    )
    with pytest.raises(APIStatusError) as caught:
        client.models.retrieve("m")
    with pytest.raises(APIStatusError) as async_caught:
        await async_client.models.retrieve("m")
    assert type(caught.value).__name__ == type(async_caught.value).__name__ == name
    assert caught.value.status_code == async_caught.value.status_code == status


def test_each_class_knows_its_status() -> None:
    for status, name in STATUSES.items():
        if name not in ("APIStatusError", "InternalServerError"):
            assert getattr(_exceptions, name).status_code == status
    assert _exceptions.ServiceUnavailableError.status_code == 503
    assert _exceptions.DeadlineExceededError.status_code == 504
    assert not hasattr(_exceptions.InternalServerError, "status_code")


def test_four_classes_are_not_published() -> None:
    for name in (
        "RequestTooLargeError",
        "ServiceUnavailableError",
        "OverloadedError",
        "DeadlineExceededError",
    ):
        # Nobody who catches `InternalServerError` catches them.
        assert getattr(_exceptions, name).__bases__ == (APIStatusError,)
        assert name not in anthropic.__all__ and not hasattr(anthropic, name)


def failure(connect: Any, server: Any, response: httpx.Response) -> Any:
    with pytest.raises(_exceptions.APIStatusError) as caught:
        connect(server(response), max_retries=0).get("/x", cast_to=object)
    return caught.value


def test_a_json_answer(connect: Any, server: Any) -> None:
    body = {"type": "error", "error": {"type": "invalid_request_error", "message": "no"}}
    response = httpx.Response(400, json=body, headers={"request-id": "req_1"})
    error = failure(connect, server, response)
    assert error.body == body
    assert str(error) == error.message == f"Error code: 400 - {body}"
    assert error.request_id == "req_1"
    assert error.status_code == 400
    assert error.response.status_code == 400
    assert error.request.url.path == "/root/x"


# More levels than JSON readers take.
DEEP = "[" * 100_000 + "]" * 100_000


@pytest.mark.parametrize(
    ("text", "message", "body"),
    [
        ("  <html>nope</html>\n", "<html>nope</html>", "<html>nope</html>"),
        ("", "Error code: 502", ""),
        ("null", "Error code: 502 - None", None),
        (json.dumps("text"), "Error code: 502 - text", "text"),
        (DEEP, DEEP, DEEP),
    ],
)
def test_other_answers(connect: Any, server: Any, text: str, message: str, body: Any) -> None:
    error = failure(connect, server, httpx.Response(502, text=text))
    assert error.message == message
    assert error.body == body
    assert error.request_id is None


BODY = {"type": "error", "error": {"type": "invalid_request_error", "message": "größer"}}
QUESTION: Any = {"model": "m", "max_tokens": 1, "messages": [{"role": "user", "content": "Hi"}]}
# Each way to ask, as a value to wait for or a context manager to enter.
WAYS: List[Any] = [
    lambda client: client.messages.create(**QUESTION),
    lambda client: client.messages.create(**QUESTION, stream=True),
    lambda client: client.messages.with_raw_response.create(**QUESTION),
    lambda client: client.messages.with_streaming_response.create(**QUESTION),
    lambda client: client.messages.stream(**QUESTION),
    lambda client: client.beta.messages.parse(**QUESTION),
    lambda client: client.beta.files.with_streaming_response.download("f"),
]


@pytest.mark.parametrize("ask", WAYS)
async def test_the_body_is_read_however_the_answer_was_wanted(ask: Any) -> None:
    head = (
        "HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\nrequest-id: req_1\r\n"
        "transfer-encoding: chunked\r\n\r\n"
    )
    body = json.dumps(BODY, ensure_ascii=False).encode()
    errors: List[Any] = []
    with scripted.Server([head.encode(), body[:20], 0.01, body[20:], scripted.END]) as server:
        with Anthropic(api_key="k", base_url=server.url) as client:
            with pytest.raises(_exceptions.BadRequestError) as caught:
                asked = ask(client)
                asked.__enter__()
        errors.append(caught.value)
        async with AsyncAnthropic(api_key="k", base_url=server.url) as async_client:
            with pytest.raises(_exceptions.BadRequestError) as caught:
                asked = ask(async_client)
                await (asked.__aenter__() if hasattr(asked, "__aenter__") else asked)
        errors.append(caught.value)
    for error in errors:
        assert error.body == error.response.json() == BODY
        assert str(error) == error.message == f"Error code: 400 - {BODY}"
        assert (error.request_id, error.status_code) == ("req_1", 400)


REFUSAL = b'HTTP/1.1 403 Forbidden\r\ncontent-length: 8\r\nrequest-id: req_1\r\n\r\n{"a": 1}'


async def test_an_event_hook_that_judges_for_itself() -> None:
    """It closes the answer before anybody has read the body."""

    def hook(response: httpx.Response) -> None:
        response.raise_for_status()

    async def async_hook(response: httpx.Response) -> None:
        response.raise_for_status()

    errors = []
    with scripted.Server([REFUSAL, scripted.CUT]) as server:
        http_client = httpx.Client(event_hooks={"response": [hook]})
        client = Anthropic(api_key="k", base_url=server.url, http_client=http_client)
        with pytest.raises(_exceptions.PermissionDeniedError) as caught:
            client.models.retrieve("m")
        errors.append(caught.value)
        async_http_client = httpx.AsyncClient(event_hooks={"response": [async_hook]})
        async_client = AsyncAnthropic(
            api_key="k", base_url=server.url, http_client=async_http_client
        )
        with pytest.raises(_exceptions.PermissionDeniedError) as caught:
            await async_client.models.retrieve("m")
        errors.append(caught.value)
    for error in errors:
        assert error.response.is_closed
        assert (error.body, error.message) == (None, "Error code: 403")
        assert error.request_id == "req_1"


def test_errors_as_callers_make_them() -> None:
    request = httpx.Request("GET", "https://h.test")
    response = httpx.Response(400, request=request)
    error = _exceptions.BadRequestError("no", response=response, body={"a": 1})
    assert (error.message, error.status_code, error.body) == ("no", 400, {"a": 1})
    assert _exceptions.APIConnectionError(request=request).message == "Connection error."
    assert _exceptions.APIConnectionError(request=request).body is None
    timeout = _exceptions.APITimeoutError(request)
    assert timeout.message.startswith("Request timed out or interrupted")
    assert isinstance(timeout, _exceptions.APIConnectionError)
    invalid = _exceptions.APIResponseValidationError(response, None)
    assert invalid.message == "Data returned by API invalid for expected schema."
    assert (invalid.status_code, invalid.response) == (400, response)
    for other in (error, timeout, invalid):
        assert isinstance(other, _exceptions.AnthropicError)
