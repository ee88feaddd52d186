"""Answers that are streamed behind the scenes, for callers who want them as a whole.

A connection over which nothing comes for many minutes is cut by whatever is on the way. So a
request whose answer may take that long can be sent as a streaming one; here its events become the
response that would have come without streaming, and all that follows knows no difference.
"""

from __future__ import annotations

from typing import Any, Callable, Optional

import httpx
from typing_extensions import Protocol

from ._exceptions import IncompleteStreamError
from ._resending import sent_request

# Headers that describe the body of a response, which the new one has another of.
_OF_THE_BODY = ("content-type", "content-length", "content-encoding", "transfer-encoding")


class Collector(Protocol):
    """Puts an answer together; knows what its events mean, where this layer does not."""

    event_type: Any
    """What the events are read as"""

    def feed(self, raw_event: Any) -> object:
        """Take the next event."""
        ...

    def follow(self, stream: Any) -> None:
        """Have errors of the stream that the events come from tell what has arrived."""
        ...

    def answer(self) -> Optional[str]:
        """The answer as JSON; None if nothing has arrived."""
        ...


Collectors = Callable[[], Collector]


def is_whole(response: httpx.Response) -> bool:
    """Whether an answer came as a whole, although a stream was asked for."""
    media_type = response.headers.get("content-type", "").partition(";")[0].strip()
    return bool(media_type.endswith("json"))


def collected_response(collector: Collector, response: httpx.Response) -> httpx.Response:
    """The response that would have come without streaming, out of the one that was streamed.

    Raises ``IncompleteStreamError`` if nothing has arrived.
    """
    text = collector.answer()
    if text is None:
        raise IncompleteStreamError(
            message="The stream of an answer ended before the answer had begun.",
            request=response.request,
        )
    headers = [
        (name, value)
        for name, value in response.headers.multi_items()
        if name.lower() not in _OF_THE_BODY
    ]
    whole = httpx.Response(
        response.status_code,
        headers=[*headers, ("content-type", "application/json")],
        content=text.encode("utf-8"),
        request=response.request,
        extensions=response.extensions,
        history=response.history,
    )
    whole.elapsed = response.elapsed
    sent = sent_request(response)
    if sent is not None:
        # The call has ended only now.
        sent.clock.stop(whole)
    return whole


def attempts_before(response: httpx.Response) -> int:
    """How many attempts there were before the one that a streamed response answers."""
    sent = sent_request(response)
    return 0 if sent is None else sent.retries_taken
