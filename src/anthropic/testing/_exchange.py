"""What handlers receive and return: a parsed request, an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional

from ._errors import ApiError, error_body
from ._multipart import Part
from ._values import JsonObject, as_object, encode

__all__ = ["Answer", "Request", "error_answer", "json_answer"]


@dataclass
class Request:
    """A request as the handlers see it: routed, authenticated and checked."""

    id: str
    method: str
    path: str
    query: Dict[str, str]
    headers: Mapping[str, str]
    body: bytes
    origin: str
    """Scheme, host and port under which the caller reached the server."""
    beta: bool = False
    path_params: Dict[str, str] = field(default_factory=lambda: {})
    data: Any = None
    """The decoded JSON body, when the operation takes one."""
    parts: List[Part] = field(default_factory=lambda: [])
    """The parts of the form, when the operation takes one."""

    @property
    def json(self) -> JsonObject:
        return as_object(self.data)

    @property
    def seed(self) -> str:
        """What identifiers made for this request depend on."""
        return f"{self.method} {self.path} {self.body.decode('latin-1')}"


def _text(event: str) -> bytes:
    return event.encode("utf-8", "surrogatepass")


@dataclass
class Answer:
    """An answer: a whole `body`, or `events` that are written one by one."""

    status: int = 200
    content_type: str = "application/json"
    body: bytes = b""
    events: Optional[Iterator[str]] = None
    headers: Dict[str, str] = field(default_factory=lambda: {})
    encoding: Callable[[str], bytes] = _text
    """How an event is written."""


def json_answer(value: object) -> Answer:
    return Answer(body=encode(value).encode("utf-8", "surrogatepass"))


def error_answer(error: ApiError, request_id: str) -> Answer:
    answer = json_answer(error_body(error, request_id))
    answer.status = error.status
    answer.headers = dict(error.headers)
    return answer
