"""From the bytes of a streamed Bedrock response to the events that the model sent."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any, AsyncIterator, Dict, Iterator, Optional, cast

from typing_extensions import override

from ..._streaming import ServerSentEvent
from ._errors import FAILURE
from ._event_stream import EventStreamError, Frame, FrameBuffer


class AWSEventStreamDecoder:
    """Decodes one `application/vnd.amazon.eventstream` response.

    Raises `EventStreamError`, which is a `ValueError`, for a stream that reports a failure, is
    damaged, or ends too early.
    """

    def __init__(self) -> None:
        self._frames = FrameBuffer()

    def iter_bytes(self, iterator: Iterator[bytes]) -> Iterator[ServerSentEvent]:
        """The events in the bytes of `iterator`, whose pieces may end anywhere."""
        for chunk in iterator:
            for frame in self._frames.feed(chunk):
                sse = self._decode(frame)
                if sse is not None:
                    yield sse
        self._frames.end()

    async def aiter_bytes(self, iterator: AsyncIterator[bytes]) -> AsyncIterator[ServerSentEvent]:
        """The events in the bytes of `iterator`, whose pieces may end anywhere."""
        async for chunk in iterator:
            for frame in self._frames.feed(chunk):
                sse = self._decode(frame)
                if sse is not None:
                    yield sse
        self._frames.end()

    def _decode(self, frame: Frame) -> Optional[ServerSentEvent]:
        if frame.headers.get(":message-type", "event") != "event":
            return self._decode_failure(frame)
        if frame.headers.get(":event-type") != "chunk":
            # Other events of the operation, should AWS add some, are not the model's.
            return None
        # All events go by this name, so that those which a later API adds reach the caller too.
        return ServerSentEvent(data=_chunk_text(frame.payload), event="completion")

    def _decode_failure(self, frame: Frame) -> Optional[ServerSentEvent]:
        failure = failure_of(frame)
        raise EventStreamError(f"{FAILURE}: {failure['type']}: {failure['message']}")


class ReportingDecoder(AWSEventStreamDecoder):
    """Hands failures over as `error` events, out of which a client makes the errors it raises."""

    @override
    def _decode_failure(self, frame: Frame) -> Optional[ServerSentEvent]:
        return ServerSentEvent(data=json.dumps(failure_of(frame)), event="error")


def failure_of(frame: Frame) -> Dict[str, Any]:
    """What a frame that is no event reports: its `type`, a `message`, and what else it says."""
    headers = frame.headers
    try:
        payload: object = json.loads(frame.payload) if frame.payload else {}
    except ValueError:
        # Not JSON, so all there is to say.
        payload = {"message": frame.payload.decode("utf-8", "replace")}
    details = cast("Dict[str, Any]", payload) if isinstance(payload, dict) else {}
    return {
        **details,
        "type": headers.get(":exception-type") or headers.get(":error-code") or "unknown",
        "message": (
            details.get("message")
            or details.get("Message")
            or headers.get(":error-message")
            or "no reason was given"
        ),
    }


def _chunk_text(payload: bytes) -> str:
    try:
        return base64.b64decode(json.loads(payload)["bytes"]).decode("utf-8")
    except (ValueError, KeyError, TypeError, binascii.Error) as error:
        raise EventStreamError("A chunk of the event stream holds no event of a model") from error
