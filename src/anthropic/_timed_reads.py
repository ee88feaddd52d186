"""Reads that end with the call, for headers that arrive byte by byte.

httpcore looks up the timeout once and then gives it to each read of an answer's headers, so that
any number of reads may follow each other.  The connections that pass through here ask it anew.
They also write as `_joined_writes` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

import httpx

from ._forks import Forks, foreign_read
from ._joined_writes import Outbox

if TYPE_CHECKING:
    from ._deadline import Deadline


def timed_transport(**arguments: Any) -> httpx.HTTPTransport:
    """An ``httpx.HTTPTransport`` whose reads keep to the deadline of the call."""
    transport = httpx.HTTPTransport(**arguments)
    # httpx offers no other way to the sockets; without it, only the reads of a body are bounded.
    pool: Any = getattr(transport, "_pool", None)
    backend: Any = getattr(pool, "_network_backend", None)
    if backend is not None:
        pool._network_backend = _Backend(backend, joins=not arguments.get("http2"))
    return transport


class TimeLeft(float):
    """The timeout of one operation; one of many reads may ask for it anew."""

    _given: Optional[float]
    _deadline: Deadline

    def __new__(cls, given: Optional[float], deadline: Deadline) -> TimeLeft:
        # Zero would mean not to wait at all, where some transports take it for no limit.
        remaining = max(deadline.remaining(), 0.001)
        self = super().__new__(cls, remaining if given is None else min(given, remaining))
        self._given = given
        self._deadline = deadline
        return self

    def now(self) -> TimeLeft:
        """The timeout of a read that begins now."""
        return TimeLeft(self._given, self._deadline)

    def over(self) -> bool:
        """Whether the call has taken too long."""
        return self._deadline.has_passed()

    def verdict(self) -> str:
        """What is to be said then."""
        return self._deadline.verdict()


class _Backend:
    """Makes connections as the backend within does."""

    def __init__(self, backend: Any, joins: bool) -> None:
        self._backend = backend
        self._joins = joins

    def connect_tcp(self, *arguments: Any, **settings: Any) -> _Connection:
        return _Connection(self._backend.connect_tcp(*arguments, **settings), self._joins)

    def connect_unix_socket(self, *arguments: Any, **settings: Any) -> _Connection:
        return _Connection(self._backend.connect_unix_socket(*arguments, **settings), self._joins)

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


class _Connection:
    """What httpcore reads from and writes to."""

    def __init__(self, stream: Any, joins: bool) -> None:
        self._stream = stream
        self._joins = joins
        self._outbox = Outbox()
        self._forks = Forks.count
        self.close = stream.close
        self.get_extra_info = stream.get_extra_info

    def write(self, buffer: bytes, timeout: Optional[float] = None) -> None:
        if self._joins and self._outbox.holds(buffer):
            return
        for piece in self._outbox.release(buffer):
            self._stream.write(piece, timeout)

    def read(self, max_bytes: int, timeout: Optional[float] = None) -> bytes:
        if self._outbox.headers:
            self.write(b"", timeout)
        if self._forks != Forks.count:
            raise foreign_read()
        if not isinstance(timeout, TimeLeft):
            data: bytes = self._stream.read(max_bytes, timeout)
            return data
        import httpcore

        try:
            if not timeout.over():
                data = self._stream.read(max_bytes, timeout.now())
                return data
        except httpcore.ReadTimeout:
            if not timeout.over():
                raise
        raise httpcore.ReadTimeout(timeout.verdict())

    def start_tls(self, *arguments: Any, **settings: Any) -> _Connection:
        return _Connection(self._stream.start_tls(*arguments, **settings), self._joins)
