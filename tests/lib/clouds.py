"""What the tests of the platform clients share: both flavours of a client, and a cloud to ask."""

from __future__ import annotations

import inspect
import json
from typing import Any, AsyncIterator, Callable, Dict, Iterable, Iterator, List, Union

import httpx

from tests.lib.wire import Event, block, end, start

MESSAGE: Dict[str, Any] = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-test",
    "content": [{"type": "text", "text": "Hello"}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 3, "output_tokens": 5},
}
QUESTION: Dict[str, Any] = {
    "max_tokens": 64,
    "messages": [{"role": "user", "content": "Say hello"}],
}
EVENTS: List[Event] = [
    start(),
    *block(
        0,
        {"type": "text", "text": ""},
        {"type": "text_delta", "text": "Hel"},
        {"type": "text_delta", "text": "lo – “world”"},
    ),
    *end(),
]

Answer = Union[httpx.Response, Callable[[httpx.Request], httpx.Response]]


class Cloud:
    """Answers requests one after the other, the last answer for ever; remembers what was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers) or [httpx.Response(200, json=MESSAGE)]
        self.requests: List[httpx.Request] = []

    @property
    def request(self) -> httpx.Request:
        """The only request there was."""
        (request,) = self.requests
        return request

    def body(self, index: int = -1) -> Dict[str, Any]:
        body: Dict[str, Any] = json.loads(self.requests[index].content)
        return body

    def respond(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if callable(answer):
            return answer(request)
        return httpx.Response(
            answer.status_code, headers=answer.headers, content=answer.content, request=request
        )

    def http_client(self, client_class: type) -> Any:
        """An httpx client of the flavour of a client class, connected to this cloud."""
        flavour = httpx.AsyncClient if is_async(client_class) else httpx.Client
        return flavour(transport=httpx.MockTransport(self.respond))


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in pieces of a size."""

    def __init__(self, data: bytes, size: int) -> None:
        self._pieces = [data[start : start + size] for start in range(0, len(data), size)]

    def __iter__(self) -> Iterator[bytes]:
        yield from self._pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            yield piece


def is_async(client_class: type) -> bool:
    return client_class.__name__.startswith("Async")


async def settled(value: Any) -> Any:
    """What a method of either flavour comes to."""
    return await value if inspect.isawaitable(value) else value


async def items(stream: Any) -> List[Any]:
    """Everything in a stream of either flavour."""
    if hasattr(stream, "__aiter__"):
        return [item async for item in stream]
    return list(stream)


class Entered:
    """A context manager of either flavour, for `async with`."""

    def __init__(self, manager: Any) -> None:
        self._manager = manager

    async def __aenter__(self) -> Any:
        if hasattr(self._manager, "__aenter__"):
            return await self._manager.__aenter__()
        return self._manager.__enter__()

    async def __aexit__(self, *exc_info: Any) -> None:
        if hasattr(self._manager, "__aexit__"):
            await self._manager.__aexit__(*exc_info)
        else:
            self._manager.__exit__(*exc_info)


def types_of(events: Iterable[Any]) -> List[str]:
    return [event.type for event in events]
