"""What is known of the call that an object came from, beside the object itself."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional

import httpx

from ._retries import retry_after
from ._values import Value

if TYPE_CHECKING:
    from datetime import datetime

    from ._deadline import Deadline

# Where a response keeps the clock of its call, among the extensions that httpx lets it have.
_CLOCK = "anthropic_clock"
_PREFIX = "anthropic-ratelimit-"


class CallClock:
    """Times one call, from before its first attempt on."""

    __slots__ = ("_attempt_began", "_began", "_duration", "_last_attempt", "deadline", "started_at")

    def __init__(self, total_timeout: Optional[float] = None) -> None:
        self.deadline = None if total_timeout is None else _deadline(total_timeout)
        self.started_at = time.time()
        self._began = self._attempt_began = time.perf_counter()
        self._duration = self._last_attempt = 0.0

    def begin_attempt(self) -> None:
        self._attempt_began = time.perf_counter()

    def elapsed(self) -> float:
        """Seconds since the call began."""
        return time.perf_counter() - self._began

    def left(self, deadline: Optional[float]) -> Optional[float]:
        """Seconds in which another attempt may begin; None where there is no limit.

        ``deadline`` is a limit of its own, in seconds from the beginning of the call.
        """
        limits = [] if deadline is None else [deadline - self.elapsed()]
        if self.deadline is not None:
            limits.append(self.deadline.remaining())
        return min(limits) if limits else None

    def stop(self, response: httpx.Response) -> None:
        """Note that the call ended well; the response keeps the clock."""
        now = time.perf_counter()
        self._duration = now - self._began
        self._last_attempt = now - self._attempt_began
        response.extensions[_CLOCK] = self

    def info(self, response: httpx.Response, retries_taken: int) -> CallInfo:
        """All that is known of the call that the response ends."""
        return CallInfo(
            request_id=response.headers.get("request-id"),
            status_code=response.status_code,
            headers=response.headers,
            retries_taken=retries_taken,
            started_at=self.started_at,
            duration=self._duration,
            attempt_duration=self._last_attempt,
        )


def _deadline(total_timeout: float) -> Deadline:
    from ._deadline import Deadline

    return Deadline(total_timeout)


def call_info(response: httpx.Response, retries_taken: int) -> Optional[CallInfo]:
    """What is known of the call; None for a response that no client asked for."""
    clock = response.extensions.get(_CLOCK)
    return clock.info(response, retries_taken) if isinstance(clock, CallClock) else None


class RateLimit(Value):
    """One of the limits that the API keeps."""

    limit: Optional[int]
    """How much is allowed in each period."""

    remaining: Optional[int]
    """How much of it is left."""

    reset: Optional[str]
    """When all of it is there again: a time in RFC 3339 format."""

    @property
    def resets_at(self) -> Optional[datetime]:
        """The same as a time that can be compared; None where it is not told, or is no time."""
        from ._utils._datetime_parse import parse_datetime

        try:
            return None if self.reset is None else parse_datetime(self.reset)
        except ValueError:
            return None


class CallInfo(Value):
    """The call that an object is the answer to."""

    request_id: Optional[str]
    """The API's id of the request; quote it when you report a problem."""

    status_code: int
    """The HTTP status, such as 200."""

    headers: httpx.Headers
    """The headers of the response."""

    retries_taken: int
    """How many attempts failed before this one."""

    started_at: float
    """When the call began, in seconds since the epoch."""

    duration: float
    """Seconds from there to the answer, with all attempts and the waiting between them.

    To the end of the body, or of the headers if the answer is streamed.
    """

    attempt_duration: float
    """Seconds that the last attempt took."""

    def __repr__(self) -> str:
        return Value.__repr__(self._public())

    def __getstate__(self) -> Dict[str, Any]:
        return vars(self._public())

    def _public(self) -> CallInfo:
        """The same, but for cookies and the like: they are for whoever made the call."""
        from ._travel import public_headers

        return replace(self, headers=public_headers(self.headers))

    @property
    def rate_limits(self) -> Dict[str, RateLimit]:
        """The limits that the response tells of, by name: `requests`, `tokens`, ...

        Parsed anew each time; empty where the response tells of none.
        """
        return rate_limits(self.headers)

    @property
    def retry_after(self) -> Optional[float]:
        """Seconds that the server asks to wait before the next request, if it does."""
        return retry_after(self.headers)


def rate_limits(headers: Mapping[str, str]) -> Dict[str, RateLimit]:
    """The rate limits in the headers of a response, by name."""
    found: Dict[str, Dict[str, str]] = {}
    for header, value in headers.items():
        lowered = header.lower()
        if lowered.startswith(_PREFIX):
            name, _, part = lowered[len(_PREFIX) :].rpartition("-")
            if name:
                found.setdefault(name, {})[part] = value
    return {
        name: RateLimit(
            limit=_integer(parts.get("limit")),
            remaining=_integer(parts.get("remaining")),
            reset=parts.get("reset"),
        )
        for name, parts in found.items()
    }


def _integer(text: Optional[str]) -> Optional[int]:
    try:
        return None if text is None else int(text)
    except ValueError:
        return None
