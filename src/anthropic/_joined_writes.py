"""Requests that go out at once, headers and body together.

httpcore writes the headers of a request, and then its body.  Each write is a call of the operating
system, and a turn of the event loop where there is one: a twentieth of a small call.  On the
connections that pass through here, headers wait for the body that they announce.
"""

from __future__ import annotations

from typing import Any, Optional, Tuple

import httpx

from ._forks import Forks, foreign_read

# Longer pieces of a body go by themselves: to copy them would cost more.
_LONGEST = 65_536


class Outbox:
    """What waits to be written to one connection of HTTP/1.1, where requests take turns."""

    __slots__ = ("headers",)

    def __init__(self) -> None:
        # What waits; empty most of the time.
        self.headers = b""

    def holds(self, data: bytes) -> bool:
        """Whether the data waits: headers do that announce a body."""
        if not data.endswith(b"\r\n\r\n") or self.headers or len(data) > _LONGEST:
            return False
        if b"\r\ncontent-length:" not in data.lower():
            return False
        self.headers = data
        return True

    def release(self, data: bytes = b"") -> Tuple[bytes, ...]:
        """What is to be written now: the data, and before it what has waited."""
        headers, self.headers = self.headers, b""
        if not headers:
            return (data,) if data else ()
        return (headers, data) if len(data) > _LONGEST else (headers + data,)


def joined_transport(**arguments: Any) -> httpx.AsyncHTTPTransport:
    """An ``httpx.AsyncHTTPTransport`` that sends headers and body together."""
    transport = httpx.AsyncHTTPTransport(**arguments)
    # httpx offers no other way to the sockets; without it, there are two writes instead of one.
    pool: Any = getattr(transport, "_pool", None)
    backend: Any = getattr(pool, "_network_backend", None)
    if backend is not None and not arguments.get("http2"):
        pool._network_backend = _Backend(backend)
    return transport


class _Backend:
    """Makes connections as the backend within does."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend
        self.sleep = backend.sleep

    async def connect_tcp(self, *arguments: Any, **settings: Any) -> _Connection:
        return _Connection(await self._backend.connect_tcp(*arguments, **settings))

    async def connect_unix_socket(self, *arguments: Any, **settings: Any) -> _Connection:
        return _Connection(await self._backend.connect_unix_socket(*arguments, **settings))


class _Connection:
    """What httpcore reads from and writes to."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._outbox = Outbox()
        self._forks = Forks.count
        self.get_extra_info = stream.get_extra_info

    async def write(self, buffer: bytes, timeout: Optional[float] = None) -> None:
        if self._outbox.holds(buffer):
            return
        for piece in self._outbox.release(buffer):
            await self._stream.write(piece, timeout)

    async def read(self, max_bytes: int, timeout: Optional[float] = None) -> bytes:
        if self._outbox.headers:
            await self.write(b"", timeout)
        if self._forks != Forks.count:
            raise foreign_read()
        data: bytes = await self._stream.read(max_bytes, timeout)
        return data

    async def aclose(self) -> None:
        # In a forked process, asyncio would take it out of the selector that the parent waits at.
        if self._forks == Forks.count:
            await self._stream.aclose()

    async def start_tls(self, *arguments: Any, **settings: Any) -> _Connection:
        return _Connection(await self._stream.start_tls(*arguments, **settings))
