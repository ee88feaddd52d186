"""Errors can be pickled and copied, with what they know, and without credentials."""

from __future__ import annotations

import copy
import pickle
from typing import Any, Callable

import httpx
import pytest

import anthropic
from anthropic import _exceptions

COPIES = [
    pytest.param(lambda error: pickle.loads(pickle.dumps(error)), id="pickle"),
    pytest.param(copy.deepcopy, id="deepcopy"),
    pytest.param(copy.copy, id="copy"),
]
BODY = {"type": "error", "error": {"type": "overloaded_error", "message": "later"}}

REQUEST = httpx.Request(
    "POST",
    "https://api.example.test/v1/messages",
    headers={"X-Api-Key": "secret-1", "Authorization": "Bearer secret-2", "accept": "a/b"},
    json={"max_tokens": 1, "mcp_servers": [{"authorization_token": "secret-4"}]},
)


def response(status: int) -> httpx.Response:
    headers = {"request-id": "req_7", "retry-after": "3", "set-cookie": "secret-3"}
    return httpx.Response(status, request=REQUEST, headers=headers, json=BODY)


STATUS_ERRORS = [
    _exceptions.status_error_class(status)
    for status in (400, 401, 403, 404, 409, 413, 422, 429, 500, 529, 418)
]


@pytest.mark.parametrize("copied", COPIES)
@pytest.mark.parametrize("kind", STATUS_ERRORS)
def test_errors_of_a_status(kind: Any, copied: Callable[[Any], Any]) -> None:
    original = kind("what went wrong", response=response(429), body=BODY)
    error = copied(original)
    assert type(error) is kind and error is not original
    assert str(error) == error.message == "what went wrong"
    assert error.body == BODY
    assert error.request_id == "req_7"
    assert error.status_code == original.status_code
    assert error.response.status_code == 429
    assert error.response.headers["retry-after"] == "3"
    assert error.response.json() == BODY
    assert error.request.url == REQUEST.url
    assert error.response.request.headers["accept"] == "a/b"


@pytest.mark.parametrize("copied", COPIES)
def test_errors_without_an_answer(copied: Callable[[Any], Any]) -> None:
    error = copied(anthropic.APIConnectionError(message="gone", request=REQUEST))
    assert type(error) is anthropic.APIConnectionError
    assert error.message == str(error) == "gone" and error.body is None
    timeout = copied(anthropic.APITimeoutError(REQUEST))
    assert type(timeout) is anthropic.APITimeoutError
    assert "timed out" in timeout.message and timeout.request.method == "POST"


@pytest.mark.parametrize("copied", COPIES)
def test_an_error_of_validation(copied: Callable[[Any], Any]) -> None:
    error = copied(anthropic.APIResponseValidationError(response(200), BODY))
    assert type(error) is anthropic.APIResponseValidationError
    assert (error.status_code, error.body) == (200, BODY)


def test_credentials_do_not_travel() -> None:
    error = anthropic.RateLimitError("slow", response=response(429), body=BODY)
    assert b"secret" not in pickle.dumps(error)
    assert error.request.headers["x-api-key"] == "secret-1"


def test_neither_do_prompts_nor_the_secrets_of_gateways() -> None:
    headers = {
        "X-Gateway-Token": "secret-5",
        "anthropic-beta": "b",
        "proxy-authorization": "secret",
    }
    url = "https://me:secret-6@api.example.test/v1/messages?sig=secret-7&beta=true"
    request = httpx.Request("POST", url, headers=headers, json={"prompt": "secret-8"})
    answer = httpx.Response(429, request=request, headers={"set-cookie": "secret-9"}, json=BODY)
    answer.history = [httpx.Response(307, request=request, headers={"x-auth-token": "secret-10"})]
    pickled = pickle.dumps(anthropic.RateLimitError("slow", response=answer, body=BODY))
    assert b"secret" not in pickled
    error = pickle.loads(pickled)
    for asked in (error.request, error.response.request, error.response.history[0].request):
        assert str(asked.url) == "https://api.example.test/v1/messages?beta=true"
        assert asked.headers["anthropic-beta"] == "b"
        assert asked.headers["x-gateway-token"] == "<redacted>"
        assert (asked.method, asked.content) == ("POST", b"")
        assert asked.headers["content-length"] == str(len(request.content))


def test_an_error_of_a_subclass_with_a_constructor_of_its_own() -> None:
    error = pickle.loads(pickle.dumps(Special(3)))
    assert type(error) is Special and error.number == 3 and error.message == "number 3"


class Special(anthropic.APIError):
    def __init__(self, number: int) -> None:
        super().__init__(f"number {number}", REQUEST, body=None)
        self.number = number


# For pickle, which looks the class up: pytest imports this module under a name of its own.
Special.__module__ = __name__


def test_an_error_that_a_worker_raised(run: Any, server: Any, answer: Any) -> None:
    server.script = [answer(429, {"x-should-retry": "false"}, BODY)]
    printed = run(
        """
        import concurrent.futures

        def work():
            ask(Anthropic())

        if __name__ == "__main__":
            import multiprocessing
            context = multiprocessing.get_context("fork")
            with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
                try:
                    pool.submit(work).result()
                except anthropic.RateLimitError as error:
                    print(error.status_code, error.request_id, error.response.json()["type"])
        """
    )
    assert printed.split() == ["429", "req_1", "error"]
