"""AWS event streams: events as the frames in which Bedrock streams them.

A frame is its length (4 bytes), the length of its headers (4), a CRC-32 of those eight bytes, the
headers, the payload, and a CRC-32 of everything before it; numbers are big-endian.
"""

from __future__ import annotations

import base64
import json
import struct
import zlib
from typing import Dict, Mapping, Union

from ._values import as_object, encode

__all__ = ["error_frame", "event_frame", "exception_frame", "frame"]

HeaderValue = Union[str, bytes, int, bool]

# The exception in a stream that stands for an error of the first-party API, by its type.
_EXCEPTIONS: Dict[str, str] = {
    "api_error": "internalServerException",
    "invalid_request_error": "validationException",
    "overloaded_error": "serviceUnavailableException",
    "rate_limit_error": "throttlingException",
    "timeout_error": "modelTimeoutException",
}


def frame(headers: Mapping[str, HeaderValue], payload: bytes) -> bytes:
    """One frame. Of the header types there are text, bytes, 32-bit numbers, true and false."""
    head = b"".join(_header(name, value) for name, value in headers.items())
    prelude = struct.pack("!II", 16 + len(head) + len(payload), len(head))
    message = prelude + struct.pack("!I", zlib.crc32(prelude)) + head + payload
    return message + struct.pack("!I", zlib.crc32(message))


def _header(name: str, value: HeaderValue) -> bytes:
    if isinstance(value, bool):
        encoded = b"\0" if value else b"\1"
    elif isinstance(value, int):
        encoded = struct.pack("!Bi", 4, value)
    elif isinstance(value, bytes):
        encoded = struct.pack("!BH", 6, len(value)) + value
    else:
        encoded = struct.pack("!BH", 7, len(value.encode())) + value.encode()
    return struct.pack("!B", len(name)) + name.encode() + encoded


def event_frame(event: str) -> bytes:
    """The frame for a server-sent event: a chunk, or an exception for an `error` event."""
    data = event.partition("\ndata: ")[2].strip()
    value = as_object(json.loads(data))
    if value.get("type") == "error":
        error = as_object(value.get("error"))
        name = _EXCEPTIONS.get(str(error.get("type")), "modelStreamErrorException")
        return exception_frame(name, str(error.get("message")))
    payload = {"bytes": base64.b64encode(data.encode()).decode(), "p": "abcdefgh"}
    headers: Dict[str, HeaderValue] = {
        ":event-type": "chunk",
        ":content-type": "application/json",
        ":message-type": "event",
    }
    return frame(headers, encode(payload).encode())


def exception_frame(name: str, message: str) -> bytes:
    """A failure that the operation's description names, such as `throttlingException`."""
    headers: Dict[str, HeaderValue] = {
        ":exception-type": name,
        ":content-type": "application/json",
        ":message-type": "exception",
    }
    return frame(headers, encode({"message": message}).encode())


def error_frame(code: str, message: str) -> bytes:
    """A failure of AWS that no description names."""
    return frame({":message-type": "error", ":error-code": code, ":error-message": message}, b"")
