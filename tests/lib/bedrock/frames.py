"""Events of a model as the frames in which Bedrock streams them, and failures among them."""

from __future__ import annotations

import base64
import json

from anthropic.testing._event_stream import error_frame as error
from anthropic.testing._event_stream import exception_frame as exception
from anthropic.testing._event_stream import frame
from tests.lib.wire import Event

__all__ = ["chunk", "chunks", "error", "exception", "frame"]


def chunk(event: Event) -> bytes:
    """An event of the model, with headers of several types."""
    inner = base64.b64encode(json.dumps(event).encode()).decode()
    return frame(
        {
            ":event-type": "chunk",
            ":content-type": "application/json",
            ":message-type": "event",
            "a-number": 7,
            "a-flag": True,
            "some-bytes": b"\x00\xff",
        },
        json.dumps({"bytes": inner, "p": "abcdef"}).encode(),
    )


def chunks(*events: Event) -> bytes:
    return b"".join(map(chunk, events))
