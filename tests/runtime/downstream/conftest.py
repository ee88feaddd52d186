"""Clients over an API in memory, and the tools of programs that look over their shoulder."""

from __future__ import annotations

import inspect
import json
from typing import Any, Callable, Dict, Iterator, List

import httpx
import pytest

from anthropic import Anthropic, AsyncAnthropic
from tests.lib import wire

QUESTION: Dict[str, Any] = {
    "model": "claude-test",
    "max_tokens": 10,
    "messages": [{"role": "user", "content": "Hi"}],
}
TEXT = "Hello you"


class Api:
    """Answers every message with the same text, streamed if asked to."""

    def __init__(self) -> None:
        self.requests: List[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        body = json.loads(request.content)
        if not body.get("stream"):
            content = [{"type": "text", "text": TEXT}]
            message = {**wire.start()["message"], "content": content, "stop_reason": "end_turn"}
            return httpx.Response(200, json=message, headers={"request-id": "req_1"})
        deltas = ({"type": "text_delta", "text": text} for text in ("Hello", " you"))
        block = wire.block(0, {"type": "text", "text": ""}, *deltas)
        data = wire.sse(wire.start(), *block, *wire.end())
        headers = {"content-type": "text/event-stream", "request-id": "req_1"}
        return httpx.Response(200, content=data, headers=headers)


class Wrapped:
    """A function of a class in the hands of an instrumentation: it sees each call, bound."""

    def __init__(self, function: Any, wrapper: Callable[..., Any]) -> None:
        self.__wrapped__ = function
        self._wrapper = wrapper

    def __get__(self, instance: Any, owner: Any) -> Any:
        bound = self.__wrapped__.__get__(instance, owner)
        return lambda *args, **kwargs: self._wrapper(bound, instance, args, kwargs)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._wrapper(self.__wrapped__, None, args, kwargs)


class Proxy:
    """Stands in front of an object and passes on all that it does not do itself."""

    def __init__(self, wrapped: Any) -> None:
        self.__wrapped__ = wrapped

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__wrapped__, name)

    def __iter__(self) -> Any:
        return iter(self.__wrapped__)

    def __next__(self) -> Any:
        return next(self.__wrapped__)

    def __aiter__(self) -> Any:
        return self.__wrapped__.__aiter__()

    async def __anext__(self) -> Any:
        return await self.__wrapped__.__anext__()


def wrap(monkeypatch: pytest.MonkeyPatch, path: str, wrapper: Callable[..., Any]) -> None:
    """Patches `module:Class.method`, as instrumentations do: by name, keeping the original."""
    module, _, name = path.partition(":")
    owner_name, _, attribute = name.rpartition(".")
    owner: Any = __import__(module, fromlist=["_"])
    for part in owner_name.split("."):
        owner = getattr(owner, part)
    original = inspect.getattr_static(owner, attribute)
    monkeypatch.setattr(owner, attribute, Wrapped(original, wrapper))


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
def client(api: Api) -> Iterator[Anthropic]:
    http_client = httpx.Client(transport=httpx.MockTransport(api))
    with Anthropic(api_key="key", http_client=http_client) as made:
        yield made


@pytest.fixture
def async_client(api: Api) -> AsyncAnthropic:
    http_client = httpx.AsyncClient(transport=httpx.MockTransport(api))
    return AsyncAnthropic(api_key="key", http_client=http_client)
