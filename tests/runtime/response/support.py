"""A client without a network, and models like those of the API."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any, AsyncIterator, Dict, Iterator, List, Optional, Union

import httpx
from typing_extensions import Annotated, Literal, TypeAlias

from anthropic._exceptions import APIStatusError
from anthropic._models import BaseModel, FinalRequestOptions
from anthropic._parsing import parse_data
from anthropic._streaming import SSEDecoder
from anthropic._utils import PropertyInfo


class Text(BaseModel):
    type: Literal["text"]
    text: str


class Thinking(BaseModel):
    type: Literal["thinking"]
    thinking: str
    signature: Optional[str] = None


class Tool(BaseModel):
    type: Literal["tool_use"]
    id: str
    input: Dict[str, object]


Block: TypeAlias = Annotated[Union[Text, Thinking, Tool], PropertyInfo(discriminator="type")]


class Usage(BaseModel):
    input_tokens: int
    output_tokens: Optional[int] = None


class Message(BaseModel):
    id: str
    type: Literal["message"]
    content: List[Block]
    usage: Usage
    model: Union[Literal["small", "large"], str]
    stop_reason: Optional[Literal["end_turn", "max_tokens"]] = None
    labels: Dict[str, str]


class Measured(BaseModel):
    """A model of which strict validation and loose construction think differently."""

    ratio: float
    at: datetime
    day: Optional[date] = None
    note: Optional[str] = "none"


class StartEvent(BaseModel):
    type: Literal["message_start"]
    message: Message


class DeltaEvent(BaseModel):
    type: Literal["content_block_delta"]
    text: str


Event: TypeAlias = Annotated[Union[StartEvent, DeltaEvent], PropertyInfo(discriminator="type")]

MESSAGE: Dict[str, Any] = {
    "id": "msg_1",
    "type": "message",
    "content": [
        {"type": "text", "text": "Hello"},
        {"type": "tool_use", "id": "t", "input": {"a": [1]}},
    ],
    "usage": {"input_tokens": 3, "output_tokens": 4},
    "model": "small",
    "stop_reason": "end_turn",
    "labels": {"k": "v"},
}


class Client:
    """What the response layer asks of a client."""

    _default_stream_cls: Any = None

    def __init__(self, *, strict: bool = False) -> None:
        self._strict_response_validation = strict

    def _process_response_data(self, *, data: object, cast_to: Any, response: Any) -> Any:
        strict = self._strict_response_validation
        return parse_data(data=data, cast_to=cast_to, response=response, strict=strict)

    def _reads_plainly(self, response: httpx.Response) -> bool:
        return not self._strict_response_validation

    def _make_sse_decoder(self) -> SSEDecoder:
        return SSEDecoder()

    def _make_status_error(self, message: str, *, body: object, response: Any) -> APIStatusError:
        return APIStatusError(message, response=response, body=body)


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in the pieces given, which can be read once."""

    def __init__(self, *pieces: bytes) -> None:
        self.pieces = pieces
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield from self.pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def http_response(
    *pieces: bytes, content_type: str = "application/json", status: int = 200
) -> httpx.Response:
    """A response whose body is still to be read."""
    return httpx.Response(
        status,
        headers={"content-type": content_type, "request-id": "req_1"},
        stream=Body(*pieces),
        request=httpx.Request("POST", "https://api.test/v1/messages"),
    )


def wrap(
    response_cls: Any,
    raw: httpx.Response,
    cast_to: Any = Message,
    *,
    client: Optional[Client] = None,
    stream: bool = False,
    stream_cls: Any = None,
    **options: Any,
) -> Any:
    """`raw` in one of the response classes, as the client wraps it."""
    return response_cls(
        raw=raw,
        cast_to=cast_to,
        client=client or Client(),
        stream=stream,
        stream_cls=stream_cls,
        options=FinalRequestOptions.construct(method="post", url="/v1/messages", **options),
        retries_taken=2,
    )


def same(one: Any, other: Any) -> bool:
    """Equal to the last field, its type, what counts as set, and how it is shown."""
    if type(one) is not type(other):
        return False
    if isinstance(one, BaseModel):
        return one.model_fields_set == other.model_fields_set and same(
            dict(one.__dict__, **(getattr(one, "model_extra", None) or {})),
            dict(other.__dict__, **(getattr(other, "model_extra", None) or {})),
        )
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    # Not by equality, which NaN fails, and which time zones of other classes pass.
    return repr(one) == repr(other)


def encoded(value: object) -> bytes:
    return json.dumps(value).encode()


def split_at(data: bytes, cuts: List[int]) -> List[bytes]:
    """`data` cut into pieces at the positions given."""
    edges = [0, *sorted({min(cut, len(data)) for cut in cuts}), len(data)]
    return [data[start:end] for start, end in zip(edges, edges[1:])]
