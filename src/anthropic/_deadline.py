"""How long a call may take in all: its retries, the waiting between them, and the body included.

The timeouts of httpx are for one operation each, and a body that arrives byte by byte never meets
them.
"""

from __future__ import annotations

import socket
import threading
import time
from typing import Any, AsyncIterator, Dict, Iterator, Mapping, Optional

import httpx
from typing_extensions import override

from ._sockets import cut_off, socket_of
from ._timed_reads import TimeLeft


class Deadline:
    """A point in time; ``total_timeout`` seconds after its creation."""

    __slots__ = ("_at", "_seconds")

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._at = time.monotonic() + seconds

    def remaining(self) -> float:
        """Seconds until then; never less than 0."""
        return max(self._at - time.monotonic(), 0.0)

    def has_passed(self) -> bool:
        return not self.remaining()

    def error(self, request: httpx.Request) -> httpx.ReadTimeout:
        """What a transport would raise if it knew of this deadline."""
        return httpx.ReadTimeout(self.verdict(), request=request)

    def verdict(self) -> str:
        return f"The call took longer than the {self._seconds:g} seconds of its `total_timeout`"

    def shorten(self, request: httpx.Request) -> None:
        """Let no operation of the transport last longer than until then."""
        timeouts: Mapping[str, Optional[float]] = request.extensions.get("timeout") or {}
        request.extensions = {**request.extensions, "timeout": _Timeouts(timeouts, self)}

    def bind(self, response: httpx.Response) -> None:
        """Let the body, if it is still to be read, raise when the time is over."""
        if response.is_stream_consumed or response.is_closed:
            return
        stream = response.stream
        if isinstance(stream, httpx.AsyncByteStream):
            response.stream = _AsyncBody(stream, response.request, self)
        else:
            response.stream = _SyncBody(stream, socket_of(response), response.request, self)


class _Timeouts(Dict[str, Any]):
    """Timeouts as a transport looks them up, when it begins an operation."""

    def __init__(self, given: Mapping[str, Optional[float]], deadline: Deadline) -> None:
        super().__init__({"connect": None, "read": None, "write": None, "pool": None, **given})
        self._deadline = deadline

    @override
    def get(self, key: str, default: Any = None) -> Any:
        given = super().get(key, default)
        return TimeLeft(given, self._deadline)

    @override
    def __getitem__(self, key: str) -> Any:
        return self.get(key)


class _SyncBody(httpx.SyncByteStream):
    """A body that a thread cuts off in time: a blocked read cannot look at the clock."""

    def __init__(
        self,
        stream: httpx.SyncByteStream,
        connected: Optional[socket.socket],
        request: httpx.Request,
        deadline: Deadline,
    ) -> None:
        self._stream = stream
        self._connected = connected
        self._request = request
        self._deadline = deadline
        self._timer: Optional[threading.Timer] = None

    @override
    def __iter__(self) -> Iterator[bytes]:
        self._start()
        try:
            for chunk in self._stream:
                self._check()
                yield chunk
            self._check()
        except Exception:
            self._check()
            raise
        finally:
            self._stop()

    def _check(self) -> None:
        if self._deadline.has_passed():
            raise self._deadline.error(self._request)

    def _start(self) -> None:
        if self._connected is not None:
            self._timer = threading.Timer(self._deadline.remaining(), self._cut_off)
            self._timer.daemon = True
            self._timer.start()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _cut_off(self) -> None:
        if self._timer is not None and self._connected is not None:
            cut_off(self._connected)

    @override
    def close(self) -> None:
        self._stop()
        self._stream.close()


class _AsyncBody(httpx.AsyncByteStream):
    """A body whose reading is cancelled in time."""

    def __init__(
        self, stream: httpx.AsyncByteStream, request: httpx.Request, deadline: Deadline
    ) -> None:
        self._stream = stream
        self._request = request
        self._deadline = deadline

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        import anyio

        chunks = self._stream.__aiter__()
        while True:
            chunk: Optional[bytes] = None
            with anyio.move_on_after(self._deadline.remaining()) as scope:
                try:
                    chunk = await chunks.__anext__()
                except StopAsyncIteration:
                    return
            if chunk is None or scope.cancelled_caught:
                raise self._deadline.error(self._request)
            yield chunk

    @override
    async def aclose(self) -> None:
        await self._stream.aclose()
