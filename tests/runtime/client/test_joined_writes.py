"""A small request goes out in one piece, and is the same request however it goes out."""

from __future__ import annotations

from typing import Any, AsyncIterator, Iterator, List

import httpcore
import httpx
import pytest

from anthropic._joined_writes import joined_transport
from anthropic._timed_reads import timed_transport

URL = "http://127.0.0.1/x"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


class Recorder(httpcore.MockStream):
    """A connection that answers, and notes what it is given between two reads."""

    def __init__(self, log: List[Any]) -> None:
        super().__init__([ANSWER, ANSWER])
        self._log = log

    def write(self, buffer: bytes, timeout: Any = None) -> None:
        if buffer:
            self._log.append(buffer)

    def read(self, max_bytes: int, timeout: Any = None) -> bytes:
        self._log.append("read")
        return super().read(max_bytes, timeout)


class AsyncRecorder(httpcore.AsyncMockStream):
    def __init__(self, log: List[Any]) -> None:
        super().__init__([ANSWER, ANSWER])
        self._sync = Recorder(log)

    async def write(self, buffer: bytes, timeout: Any = None) -> None:
        self._sync.write(buffer)

    async def read(self, max_bytes: int, timeout: Any = None) -> bytes:
        return self._sync.read(max_bytes)


class Backend(httpcore.MockBackend):
    def __init__(self, log: List[Any]) -> None:
        super().__init__([])
        self._log = log

    def connect_tcp(self, *arguments: Any, **settings: Any) -> Any:
        return Recorder(self._log)


class AsyncBackend(httpcore.AsyncMockBackend):
    def __init__(self, log: List[Any]) -> None:
        super().__init__([])
        self._log = log

    async def connect_tcp(self, *arguments: Any, **settings: Any) -> Any:
        return AsyncRecorder(self._log)


def pieces() -> Iterator[bytes]:
    yield b"first"
    yield b"second"


async def async_pieces() -> AsyncIterator[bytes]:
    for piece in pieces():
        yield piece


def sent(method: str, times: int = 2, **arguments: Any) -> List[Any]:
    """What requests over one connection write, and when they read."""
    log: List[Any] = []
    transport: Any = timed_transport()
    transport._pool._network_backend._backend = Backend(log)
    with httpx.Client(transport=transport) as client:
        for _ in range(times):
            assert client.request(method, URL, **arguments).text == "ok"
    return log


async def sent_async(method: str, times: int = 2, **arguments: Any) -> List[Any]:
    log: List[Any] = []
    transport: Any = joined_transport()
    transport._pool._network_backend._backend = AsyncBackend(log)
    async with httpx.AsyncClient(transport=transport) as client:
        for _ in range(times):
            assert (await client.request(method, URL, **arguments)).text == "ok"
    return log


def shape(log: List[Any]) -> List[Any]:
    """Whether each write has headers in it, and what it has of a body; reads as they are."""
    return [
        entry if entry == "read" else (entry.startswith((b"POST", b"GET")), entry[-6:])
        for entry in log
    ]


LARGE = b"x" * 70_000
CASES = [
    ("POST", b"{}body", [(True, b"{}body")]),
    ("POST", b"text\r\ncontent-length: 5\r\n\r\n", [(True, b" 5\r\n\r\n")]),
    ("POST", LARGE, [(True, b"00\r\n\r\n"), (False, b"xxxxxx")]),
]


@pytest.mark.parametrize(("method", "content", "writes"), CASES)
async def test_headers_and_a_small_body_are_one_write(
    method: str, content: bytes, writes: List[Any]
) -> None:
    once = [*writes, "read"]
    assert shape(sent(method, content=content)) == once * 2
    assert shape(await sent_async(method, content=content)) == once * 2


async def test_a_request_without_a_body_does_not_wait() -> None:
    log = sent("GET")
    assert [entry == "read" for entry in log] == [False, True] * 2
    assert log == await sent_async("GET")


async def test_a_body_without_a_length_goes_out_as_it_comes() -> None:
    log = sent("POST", 1, content=pieces())
    assert [b"first" in entry for entry in log[:2]] == [False, True]
    assert log == await sent_async("POST", 1, content=async_pieces())


async def test_a_body_of_known_length_takes_the_headers_along_with_its_first_piece() -> None:
    headers = {"Content-Length": "11"}
    expected = [(True, b"\nfirst"), (False, b"second"), "read"]
    assert shape(sent("POST", 1, content=pieces(), headers=headers)) == expected
    assert shape(await sent_async("POST", 1, content=async_pieces(), headers=headers)) == expected
