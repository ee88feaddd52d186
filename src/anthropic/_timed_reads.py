"""Reads that end with the call, for headers that arrive byte by byte.

httpcore looks up the timeout once and then gives it to each read of an answer's headers, so that
any number of reads may follow each other.  The connections that pass through here ask it anew.
"""

from __future__ import annotations

from typing import Any, Optional

import httpx

from ._deadline import TimeLeft


def timed_transport(**arguments: Any) -> httpx.HTTPTransport:
    """An ``httpx.HTTPTransport`` whose reads keep to the deadline of the call."""
    transport = httpx.HTTPTransport(**arguments)
    # httpx offers no other way to the sockets; without it, only the reads of a body are bounded.
    pool: Any = getattr(transport, "_pool", None)
    backend: Any = getattr(pool, "_network_backend", None)
    if backend is not None:
        pool._network_backend = _Backend(backend)
    return transport


class _Backend:
    """Makes connections as the backend within does."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def connect_tcp(self, *arguments: Any, **settings: Any) -> _Connection:
        return _Connection(self._backend.connect_tcp(*arguments, **settings))

    def connect_unix_socket(self, *arguments: Any, **settings: Any) -> _Connection:
        return _Connection(self._backend.connect_unix_socket(*arguments, **settings))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


class _Connection:
    """What httpcore reads from and writes to."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.write = stream.write
        self.close = stream.close
        self.get_extra_info = stream.get_extra_info

    def read(self, max_bytes: int, timeout: Optional[float] = None) -> bytes:
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
        return _Connection(self._stream.start_tls(*arguments, **settings))
