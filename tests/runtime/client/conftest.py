"""Two small clients of the runtime's own, and a server that is a function."""

from __future__ import annotations

from typing import Any, Callable, Dict, List

import httpx
import pytest

from anthropic._base_client import AsyncAPIClient, SyncAPIClient
from anthropic._exceptions import status_error_class
from anthropic._headers import combine_headers, require_credentials
from anthropic._qs import Querystring

BASE_URL = "https://api.example.test/root"

CREDENTIALS = {"api_key": "X-Api-Key", "auth_token": "Authorization"}


class _Shared:
    """What a generated client adds to the runtime."""

    api_key: Any = "key"

    @property
    def qs(self) -> Querystring:
        return Querystring(array_format="comma")

    @property
    def auth_headers(self) -> Dict[str, str]:
        return {} if self.api_key is None else {"X-Api-Key": self.api_key}

    @property
    def default_headers(self) -> Any:
        return combine_headers(
            super().default_headers,  # type: ignore[misc]
            {"anthropic-version": "2023-06-01"},
            self._custom_headers,  # type: ignore[attr-defined]
        )

    def _validate_headers(self, headers: Any, custom_headers: Any) -> None:
        require_credentials(headers, custom_headers, CREDENTIALS)

    def _make_status_error(self, err_msg: str, *, body: object, response: httpx.Response) -> Any:
        return status_error_class(response.status_code)(err_msg, body=body, response=response)


class Client(_Shared, SyncAPIClient):
    pass


class AsyncClient(_Shared, AsyncAPIClient):
    pass


class Server:
    """Answers from a script, the last entry again and again, and remembers what it was asked."""

    def __init__(self, *script: Any) -> None:
        self.script: List[Any] = list(script) or [httpx.Response(200, json={})]
        self.requests: List[httpx.Request] = []
        self.bodies: List[bytes] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        self.bodies.append(request.read())
        return self._answer(request)

    async def answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        self.bodies.append(await request.aread())
        return self._answer(request)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        entry = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if isinstance(entry, Exception):
            raise entry
        if callable(entry):
            return entry(request)
        return httpx.Response(entry.status_code, headers=entry.headers, content=entry.content)

    @property
    def last(self) -> httpx.Request:
        return self.requests[-1]


def client_for(server: Server, **kwargs: Any) -> Client:
    kwargs.setdefault("http_client", httpx.Client(transport=httpx.MockTransport(server)))
    kwargs.setdefault("base_url", BASE_URL)
    return Client(version="1.2.3", _strict_response_validation=False, **kwargs)


def async_client_for(server: Server, **kwargs: Any) -> AsyncClient:
    transport = httpx.MockTransport(server.answer)
    kwargs.setdefault("http_client", httpx.AsyncClient(transport=transport))
    kwargs.setdefault("base_url", BASE_URL)
    return AsyncClient(version="1.2.3", _strict_response_validation=False, **kwargs)


@pytest.fixture
def server() -> Callable[..., Server]:
    return Server


@pytest.fixture
def connect() -> Callable[..., Client]:
    return client_for


@pytest.fixture
def async_connect() -> Callable[..., AsyncClient]:
    return async_client_for


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> List[float]:
    """Retries come at once; the list holds how long they would have waited."""
    waits: List[float] = []

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("time.sleep", waits.append)
    monkeypatch.setattr("anyio.sleep", wait)
    return waits
