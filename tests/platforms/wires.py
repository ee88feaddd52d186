"""Requests sent once more as they were, but for what a test changes; streams cut into pieces."""

from __future__ import annotations

import http.client
from dataclasses import replace
from typing import Any, Callable, Dict, Iterable, List, Tuple

import anthropic
from anthropic.testing import ReceivedRequest

Pieces = Callable[[bytes], Iterable[bytes]]


def send(server: Any, request: ReceivedRequest, **changes: Any) -> Tuple[int, Dict[str, str]]:
    """Status and headers of the answer to a request that was received before."""
    parts: Dict[str, Any] = {
        "method": request.method,
        "target": request.path,
        "headers": request.headers,
        "body": request.body,
        **changes,
    }
    connection = http.client.HTTPConnection(server.url.partition("://")[2], timeout=10)
    try:
        connection.putrequest(
            parts["method"], parts["target"], skip_host=True, skip_accept_encoding=True
        )
        for name, value in parts["headers"].items():
            connection.putheader(name, value)
        connection.endheaders(parts["body"])
        answer = connection.getresponse()
        answer.read()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}
    finally:
        connection.close()


def rewrite_streams(server: Any, pieces: Pieces) -> None:
    """From now on the bytes of a streamed answer arrive as `pieces` makes them."""
    application = server._application
    translated = type(application).translated

    def changed(raw: Any, answer: Any) -> Any:
        answer = translated(application, raw, answer)
        if answer.events is None:
            return answer
        data = b"".join(answer.encoding(event) for event in answer.events)
        events = (piece.decode("latin-1") for piece in pieces(data))
        return replace(answer, events=events, encoding=lambda text: text.encode("latin-1"))

    application.translated = changed


async def read(stream: Any) -> Any:
    """The events of a stream, and the error that it ends with."""
    seen: List[Any] = []
    try:
        if hasattr(stream, "__aiter__"):
            async for event in stream:
                seen.append(event)
        else:
            for event in stream:
                seen.append(event)
    except anthropic.AnthropicError as error:
        return seen, error
    return seen, None
