"""Writes AWS event streams, as Bedrock does, from the documentation of the format."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from typing import Any, Dict

from tests.lib.wire import Event


def frame(headers: Dict[str, Any], payload: bytes) -> bytes:
    head = b"".join(_header(name, value) for name, value in headers.items())
    prelude = struct.pack("!II", 16 + len(head) + len(payload), len(head))
    message = prelude + struct.pack("!I", zlib.crc32(prelude)) + head + payload
    return message + struct.pack("!I", zlib.crc32(message))


def _header(name: str, value: Any) -> bytes:
    if isinstance(value, bool):
        encoded = b"\0" if value else b"\1"
    elif isinstance(value, int):
        encoded = struct.pack("!Bi", 4, value)
    elif isinstance(value, bytes):
        encoded = struct.pack("!BH", 6, len(value)) + value
    else:
        encoded = struct.pack("!BH", 7, len(value.encode())) + value.encode()
    return struct.pack("!B", len(name)) + name.encode() + encoded


def chunk(event: Event) -> bytes:
    """An event of the model."""
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


def exception(name: str, message: str) -> bytes:
    """A failure that the operation's model names."""
    return frame(
        {
            ":exception-type": name,
            ":content-type": "application/json",
            ":message-type": "exception",
        },
        json.dumps({"message": message}).encode(),
    )


def error(code: str, message: str) -> bytes:
    """A failure of AWS that no model names."""
    return frame({":message-type": "error", ":error-code": code, ":error-message": message}, b"")
