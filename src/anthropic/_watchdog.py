"""How long a stream may bring nothing: no bytes at all, or nothing but pings.

Only the time spent waiting counts, not the time that the caller takes for what has arrived.
"""

from __future__ import annotations

import time
from typing import Any, Dict, Optional, cast

import httpx


class Watchdog:
    """The clock of one stream."""

    __slots__ = ("_begun", "_idle", "_progress", "is_armed", "last_activity", "waited")

    def __init__(self, *, idle: Optional[float], progress: Optional[float]) -> None:
        self._idle = idle
        self._progress = progress
        self._begun = 0.0
        self.is_armed = idle is not None or progress is not None
        # By the clock of `time.monotonic()`; None before the first bytes.
        self.last_activity: Optional[float] = None
        # Seconds spent waiting since the last event that was more than a ping.
        self.waited = 0.0

    @classmethod
    def of_client(cls, client: Any) -> Watchdog:
        """A watchdog with the timeouts that a client has."""
        return cls(
            idle=_seconds(getattr(client, "stream_idle_timeout", None)),
            progress=_seconds(getattr(client, "stream_progress_timeout", None)),
        )

    def begin_to_wait(self) -> None:
        """Call before waiting for bytes."""
        self._begun = time.monotonic()

    def note_bytes(self) -> None:
        """Call when bytes have arrived."""
        self.last_activity = time.monotonic()
        if self.is_armed:
            self.waited += self.last_activity - self._begun

    def limit(self) -> Optional[float]:
        """For how many more seconds to wait for bytes; None for as long as it takes."""
        if self._progress is None:
            return self._idle
        left = max(self._progress - self.waited, 0.0)
        return left if self._idle is None else min(left, self._idle)

    def has_run_out(self) -> bool:
        """Whether nothing but pings has arrived for too long."""
        return self._progress is not None and self.waited >= self._progress

    def shorten_reads(self, response: httpx.Response) -> bool:
        """Have the transport wait no longer than this for bytes; whether that is shorter.

        A transport looks its timeouts up when it begins to read a body.
        """
        limit = self.limit()
        found: object = response.request.extensions.get("timeout")
        if limit is None or not isinstance(found, dict):
            return False
        timeouts = cast("Dict[str, Optional[float]]", found)
        present = timeouts.get("read")
        if present is not None and present <= limit:
            return False
        timeouts["read"] = limit
        return True

    def complaint(self) -> str:
        """What to say when the time has run out."""
        if self._progress is not None and (self._idle is None or self.has_run_out()):
            return _NO_PROGRESS.format(self._progress)
        return _IDLE.format(self._idle)


_IDLE = (
    "The stream brought no bytes for {:g} seconds (`stream_idle_timeout`): the connection is "
    "probably dead, though nobody has closed it. Pass a larger value to wait longer."
)
_NO_PROGRESS = (
    "The stream brought nothing but pings for {:g} seconds (`stream_progress_timeout`): the "
    "connection lives, but the answer does not go on. Pass a larger value to wait longer."
)


def _seconds(value: Any) -> Optional[float]:
    return float(value) if isinstance(value, (int, float)) else None
