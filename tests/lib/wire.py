"""Streams over bytes as they come from the API, without a client or a connection."""

from __future__ import annotations

import json
from typing import Any, AsyncIterator, Dict, Iterator, List, Optional, Tuple

import httpx

from anthropic._models import construct_type
from anthropic._streaming import AsyncStream, SSEDecoder, Stream

Event = Dict[str, Any]


def sse(*events: Event) -> bytes:
    """The events as they go over the wire, with a ping between the first and the second."""
    blocks = [f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in events]
    blocks.insert(1, 'event: ping\ndata: {"type": "ping"}\n\n')
    return "".join(blocks).encode()


def start(**message: Any) -> Event:
    return {
        "type": "message_start",
        "message": {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "claude-test",
            "content": [],
            "stop_reason": None,
            "stop_sequence": None,
            "usage": {"input_tokens": 11, "output_tokens": 1},
            **message,
        },
    }


def block(index: int, content_block: Event, *deltas: Event) -> List[Event]:
    """The events of one whole content block."""
    return [
        {"type": "content_block_start", "index": index, "content_block": content_block},
        *({"type": "content_block_delta", "index": index, "delta": delta} for delta in deltas),
        {"type": "content_block_stop", "index": index},
    ]


def end(**usage: Any) -> List[Event]:
    return [
        {
            "type": "message_delta",
            "delta": {"stop_reason": "end_turn", "stop_sequence": None},
            "usage": {"output_tokens": 7, **usage},
        },
        {"type": "message_stop"},
    ]


class _Bytes(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in pieces that end anywhere."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def _pieces(self) -> Iterator[bytes]:
        for position in range(0, len(self._data), 37):
            yield self._data[position : position + 37]

    def __iter__(self) -> Iterator[bytes]:
        yield from self._pieces()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces():
            yield piece


class _Client:
    """The part of a client that streams use."""

    def _make_sse_decoder(self) -> SSEDecoder:
        return SSEDecoder()

    def _process_response_data(self, *, data: object, cast_to: Any, response: Any) -> Any:
        return construct_type(value=data, type_=cast_to)


def response(data: bytes, request_headers: Optional[Dict[str, str]] = None) -> httpx.Response:
    request = httpx.Request("POST", "http://testserver", headers=request_headers)
    return httpx.Response(
        200, headers={"request-id": "req_1"}, stream=_Bytes(data), request=request
    )


def streams(cast_to: Any, data: bytes, **options: Any) -> Tuple[Any, Any]:
    """A sync and an async stream over the same bytes."""
    client: Any = _Client()
    return (
        Stream(cast_to=cast_to, response=response(data, **options), client=client),
        AsyncStream(cast_to=cast_to, response=response(data, **options), client=client),
    )
