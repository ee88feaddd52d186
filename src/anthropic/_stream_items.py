"""What the caller of a stream gets, drawn out of its answer, or out of another one in its place.

The generators do not hold the stream that they belong to, only what it knows of its answer: so a
stream that nobody has any more is gone at once.
"""

from __future__ import annotations

import sys
import time
from typing import Any, AsyncGenerator, AsyncIterator, Iterator

import httpx

from ._decode_errors import FrameError, Undecodable
from ._exceptions import APIError
from ._resending import sent_request
from ._stream_reading import SKIPPED, Events, StreamReading

_FAILURES = (APIError, httpx.RequestError, FrameError, *Undecodable)


def read_items(reading: StreamReading, own_events: Events = None) -> Iterator[Any]:
    """What the caller of a stream gets, one after the other."""
    read, watchdog = reading.read, reading.watchdog
    try:
        while True:
            try:
                source, events_in = reading.source(own_events)
                for piece in source:
                    if type(piece) is bytes:
                        watchdog.last_activity = time.monotonic()
                    for event in events_in(piece):
                        value = read(event)
                        if value is not SKIPPED:
                            yield value
                reading.check_end()
                reading.is_done = True
                return
            except _FAILURES as error:
                seconds = reading.delay_after(error)
            if seconds is None:
                return
            sent = sent_request(reading.response)
            assert sent is not None, "there is no delay for what was not sent"
            reading.response.close()
            time.sleep(seconds)
            reading.check_open()
            response, _, _ = reading.client._send_with_retries(
                sent.options, stream=True, earlier=sent
            )
            reading.begin_again(response)
    except BaseException as reason:
        _note_end(reading, reason)
        raise
    finally:
        # Also when the caller stops early or an event cannot be read: nobody else will.
        reading.response.close()


def _note_end(reading: StreamReading, reason: BaseException) -> None:
    """Note what has ended the generator of a stream that has not come to its end."""
    if isinstance(reason, GeneratorExit):
        reading.warn_if_abandoned()
    reading.was_interrupted = not isinstance(reason, Exception)


def async_items(reading: StreamReading, own_events: Events = None) -> AsyncIterator[Any]:
    """What the caller of a stream gets, one after the other."""
    if sys.get_asyncgen_hooks().finalizer is None:
        return _read_items_async(reading, own_events, waits=False)
    # An event loop closes the generators that somebody has begun to use and then left. This one is
    # begun here, so that the connection of a stream that nobody ever reads is given back, too.
    items = _read_items_async(reading, own_events, waits=True)
    try:
        items.__anext__().send(None)
    except StopIteration:
        # That it waits now; nothing was awaited on the way there.
        return items
    raise AssertionError("a generator that is to wait has awaited something")


async def _read_items_async(
    reading: StreamReading, own_events: Events, *, waits: bool
) -> AsyncGenerator[Any, None]:
    import anyio

    read, watchdog = reading.read, reading.watchdog
    try:
        if waits:
            yield None
        while True:
            try:
                source, events_in = reading.async_source(own_events)
                async for piece in source:
                    if type(piece) is bytes:
                        watchdog.last_activity = time.monotonic()
                    for event in events_in(piece):
                        value = read(event)
                        if value is not SKIPPED:
                            yield value
                reading.check_end()
                reading.is_done = True
                return
            except _FAILURES as error:
                seconds = reading.delay_after(error)
            if seconds is None:
                return
            sent = sent_request(reading.response)
            assert sent is not None, "there is no delay for what was not sent"
            await reading.response.aclose()
            await anyio.sleep(seconds)
            reading.check_open()
            response, _, _ = await reading.client._send_with_retries(
                sent.options, stream=True, earlier=sent
            )
            reading.begin_again(response)
    except BaseException as reason:
        _note_end(reading, reason)
        raise
    finally:
        # Also when the caller stops early or an event cannot be read: nobody else will.
        await reading.response.aclose()
