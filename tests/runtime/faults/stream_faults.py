"""Faults of calls whose answer arrives bit by bit: streams of events, and results of a batch."""

from __future__ import annotations

import gzip
from typing import Any, Dict, List

import httpx

import anthropic
from anthropic import _exceptions
from tests.runtime.faults.answers import BATCH, EVENTS, MESSAGE, RESULT, RESULTS, STOPS, STREAM
from tests.runtime.faults.answers import event as sse
from tests.runtime.faults.matrix import (
    EVENTS_THEMSELVES,
    RESULTS_THEMSELVES,
    Connection,
    Fault,
    Seen,
    Timeout,
    breaks,
    invalid,
    no_json,
)
from tests.runtime.faults.server import LAST_CHUNK, Script, answer, chunk, hang, head, pause, reset

_SSE = {"content_type": "text/event-stream"}
_FLOWING = head(transfer_encoding="chunked", **_SSE)
_FIRST = sse(EVENTS[0])
_PING = chunk(b'event: ping\ndata: {"type": "ping"}\n\n')
_SOON = pause(0.05)


def stream(body: bytes, **headers: object) -> Script:
    """A whole answer, all of it at once."""
    given: Dict[str, Any] = {**_SSE, **headers}
    return [answer(body, **given)]


def second_event(data: bytes) -> Script:
    return stream(_FIRST + b"event: content_block_start\ndata: " + data + b"\n\n")


def broken(also: Any) -> Seen:
    return Seen(Connection, arrived=1, says="connection broke", also=also)


def too_late(says: str) -> Seen:
    return Seen(Timeout, arrived=1, says=says, also=httpx.ReadTimeout)


def incomplete(**details: Any) -> Seen:
    return Seen(anthropic.IncompleteStreamError, says="ended", **details)


def reported(kind: str) -> bytes:
    error = {"type": "error", "error": {"type": kind, "message": "no"}}
    return sse(error)


STREAMS: List[Fault] = [
    Fault(
        "The connection breaks before the first event",
        breaks(says="connection broke"),
        [_FLOWING, _SOON, reset],
    ),
    Fault(
        "The connection is reset after the first event",
        broken(httpx.ReadError),
        [_FLOWING + chunk(_FIRST), _SOON, reset],
    ),
    Fault(
        "The connection is closed after the first event",
        broken(httpx.RemoteProtocolError),
        [_FLOWING + chunk(_FIRST), _SOON],
        aiohttp=broken(httpx.ReadError),
    ),
    Fault(
        "The size of a chunk is no number",
        broken(httpx.RemoteProtocolError),
        [_FLOWING + chunk(_FIRST), _SOON, b"zz\r\n"],
        # It waits for ever, whatever the `timeout`.
        aiohttp=too_late("`stream_idle_timeout`"),
        options={"stream_idle_timeout": 0.2},
    ),
    Fault(
        "The compressed stream is corrupt",
        breaks(says="decompressing"),
        stream(_FIRST, content_encoding="gzip"),
    ),
    Fault(
        "The compressed stream is cut off",
        incomplete(arrived=1),
        # Not compressed at all, so that it is known what arrives.
        stream(gzip.compress(STREAM, 0)[: len(_FIRST) + 40], content_encoding="gzip"),
    ),
    Fault(
        "The stream ends in good order, but before the message does",
        incomplete(arrived=1),
        stream(_FIRST),
    ),
    Fault("The stream ends before the first event", incomplete(again=True), stream(b"")),
    Fault(
        "The connection breaks after the `stop_reason`",
        Seen(EVENTS_THEMSELVES),
        [_FLOWING + chunk(STREAM[:STOPS]), _SOON, reset],
    ),
    Fault(
        "Nothing arrives within the `timeout`",
        too_late("ReadTimeout"),
        [_FLOWING + chunk(_FIRST), hang],
        options={"timeout": 0.1},
    ),
    Fault(
        "Nothing arrives within the `stream_idle_timeout`",
        too_late("`stream_idle_timeout`"),
        [_FLOWING + chunk(_FIRST), hang],
        options={"stream_idle_timeout": 0.1},
    ),
    Fault(
        "Nothing but pings arrives within the `stream_progress_timeout`",
        too_late("`stream_progress_timeout`"),
        [_FLOWING + chunk(_FIRST), *(step for _ in range(60) for step in (pause(0.01), _PING))],
        options={"stream_progress_timeout": 0.1},
    ),
    Fault(
        "The stream is not over within the `total_timeout`",
        too_late("`total_timeout`"),
        [_FLOWING + chunk(_FIRST), *(step for _ in range(60) for step in (pause(0.01), _PING))],
        options={"total_timeout": 0.2},
    ),
    Fault(
        "An `error` event before the first event",
        Seen(_exceptions.OverloadedError, again=True, says="overloaded_error"),
        stream(reported("overloaded_error")),
    ),
    Fault(
        "An `error` event later",
        Seen(anthropic.RateLimitError, arrived=1, says="rate_limit_error"),
        stream(_FIRST + reported("rate_limit_error")),
    ),
    Fault(
        "An event that is not JSON",
        no_json("An event", arrived=1),
        second_event(b"{oops"),
    ),
    Fault(
        "An event that is not UTF-8",
        no_json("invalid start byte", arrived=1),
        second_event(b'{"type": "\xff"}'),
    ),
    Fault(
        "An event whose data is no object",
        invalid("content_block_start", arrived=1),
        second_event(b"null"),
    ),
    Fault(
        "A page of HTML instead of a stream",
        invalid("text/html"),
        stream(b"<html>Welcome</html>", content_type="text/html"),
    ),
    Fault(
        "The whole message at once instead of a stream",
        invalid("application/json"),
        stream(MESSAGE, content_type="application/json"),
    ),
    Fault(
        "A stream that is called JSON, or nothing",
        Seen(EVENTS_THEMSELVES),
        stream(STREAM, content_type="application/json"),
    ),
    Fault(
        "A byte order mark before the first event",
        Seen(EVENTS_THEMSELVES),
        stream(b"\xef\xbb\xbf" + STREAM),
    ),
    Fault(
        "A stream in gzip",
        Seen(EVENTS_THEMSELVES),
        stream(gzip.compress(STREAM), content_encoding="gzip"),
    ),
    Fault(
        "429, whose body breaks off",
        Seen(anthropic.RateLimitError, again=True, says="429"),
        [head("429 Some", content_length=50) + b"{}"],
    ),
]

_LINES = head(transfer_encoding="chunked", content_type="application/x-jsonl")


def results(body: bytes, **headers: object) -> Script:
    given: Dict[str, Any] = {"content_type": "application/x-jsonl", **headers}
    return [answer(body, **given)]


# The first request of each asks for the batch, and is answered well.
FOUND: Script = [answer(BATCH)]
RESULTS_OF_BATCHES: List[Fault] = [
    Fault(
        "The connection is reset between two lines",
        broken(httpx.ReadError),
        [_LINES + chunk(RESULT), _SOON, reset],
    ),
    Fault(
        "The last chunk is missing",
        broken(httpx.RemoteProtocolError),
        [_LINES + chunk(RESULT), _SOON],
        aiohttp=broken(httpx.ReadError),
    ),
    Fault(
        "The body ends within a line",
        no_json("A line", arrived=1),
        results(RESULTS[:-20]),
    ),
    Fault("A line that is not JSON", no_json("A line", arrived=1), results(RESULT + b"{oops\n")),
    Fault(
        "A line that is not UTF-8",
        no_json("invalid start byte", arrived=1),
        results(RESULT + b'{"custom_id": "\xff"}\n'),
    ),
    Fault(
        "A page of HTML",
        no_json("text/html"),
        results(b"<html>Welcome</html>", content_type="text/html"),
    ),
    Fault("The last line is not ended", Seen(RESULTS_THEMSELVES), results(RESULTS[:-1])),
    Fault(
        "Results in gzip",
        Seen(RESULTS_THEMSELVES),
        results(gzip.compress(RESULTS), content_encoding="gzip"),
    ),
    Fault(
        "Lines in many small pieces",
        Seen(RESULTS_THEMSELVES),
        [_LINES, *(chunk(RESULTS[i : i + 1]) for i in range(len(RESULTS))), LAST_CHUNK],
    ),
]
