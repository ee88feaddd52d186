"""Failures on demand: those that a test queued, and those that a request asks for itself."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Iterator, List, Mapping, Optional

from ._errors import ApiError, error_body, invalid
from ._events import server_sent_event

__all__ = ["FAIL_HEADER", "Fault", "Faults", "interrupted"]

FAIL_HEADER = "x-local-server-fail"


@dataclass
class Fault:
    """One kind of failure, and how many more requests it hits."""

    error: ApiError
    times: int
    after_events: Optional[int] = None


class Faults:
    """A queue of failures; the oldest one is used up first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queue: List[Fault] = []

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._queue.append(fault)

    def clear(self) -> None:
        with self._lock:
            self._queue.clear()

    def next_for(self, headers: Mapping[str, str]) -> Optional[Fault]:
        """The failure that this request meets: what its header asks for, else the queue's."""
        asked = headers.get(FAIL_HEADER)
        if asked is not None:
            return Fault(ApiError(_status(asked)), 1)
        with self._lock:
            while self._queue and self._queue[0].times <= 0:
                self._queue.pop(0)
            if not self._queue:
                return None
            self._queue[0].times -= 1
            return self._queue[0]


def _status(text: str) -> int:
    if not (text.isdigit() and 400 <= int(text) <= 599):
        raise invalid(f"{FAIL_HEADER}: expected an error status from 400 to 599, such as 529")
    return int(text)


def interrupted(events: Iterator[str], fault: Fault, request_id: str) -> Iterator[str]:
    """The first events of a stream, then an `error` event in place of the rest."""
    for index, event in enumerate(events):
        if index >= (fault.after_events or 0):
            break
        yield event
    yield server_sent_event("error", error_body(fault.error, request_id))
