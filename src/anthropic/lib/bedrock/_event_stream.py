"""AWS event streams: a response as frames, each with headers, a payload and checksums.

A frame is, in big-endian numbers:

    bytes  content
    4      length of the whole frame
    4      length of its headers
    4      CRC-32 of those eight bytes
    ...    headers: length of the name (1 byte), name, type (1 byte), value
    ...    payload
    4      CRC-32 of everything before it

Nothing here knows what the frames are about; `_stream_decoder` does.
"""

from __future__ import annotations

import struct
import zlib
from typing import Dict, Iterator, NamedTuple, Optional, Tuple

from ._stream_errors import CutFrameError
from ._stream_errors import EventStreamError as EventStreamError

_PRELUDE = struct.Struct("!II")
_CHECKSUM = struct.Struct("!I")
_LENGTH = struct.Struct("!H")
_PRELUDE_SIZE = _PRELUDE.size + _CHECKSUM.size
_SMALLEST_FRAME = _PRELUDE_SIZE + _CHECKSUM.size
# What AWS allows; a length beyond it is not a length.
_LARGEST_FRAME = 25 * 1024 * 1024

# The sizes of header values by type: true, false, then numbers of 1, 2, 4 and 8 bytes, a time and
# a UUID. Types 6 (bytes) and 7 (text) carry their length.
_FIXED_SIZES = {0: 0, 1: 0, 2: 1, 3: 2, 4: 4, 5: 8, 8: 8, 9: 16}
_BYTES_TYPE, _TEXT_TYPE = 6, 7


class Frame(NamedTuple):
    """One message of an event stream; of its headers, those that are text."""

    headers: Dict[str, str]
    payload: bytes


class FrameBuffer:
    """Collects bytes, which may be split anywhere, into frames."""

    def __init__(self) -> None:
        self._data = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Take more bytes; the frames that they complete. Raises `EventStreamError` if damaged."""
        self._data += data
        position = 0
        try:
            while True:
                size = self._frame_size(position)
                if size is None or len(self._data) - position < size:
                    return
                frame = bytes(self._data[position : position + size])
                position += size
                yield _frame(frame)
        finally:
            del self._data[:position]

    def end(self) -> None:
        """Take note that no more bytes come. Raises `EventStreamError` amid a frame."""
        if self._data:
            raise CutFrameError(
                f"The event stream ended in the middle of a frame, {len(self._data)} bytes into "
                "it: the connection was cut, and the response is incomplete"
            )

    def _frame_size(self, position: int) -> Optional[int]:
        prelude = bytes(self._data[position : position + _PRELUDE_SIZE])
        if len(prelude) < _PRELUDE_SIZE:
            return None
        _check(prelude, "prelude")
        size, headers_size = _PRELUDE.unpack_from(prelude)
        if not _SMALLEST_FRAME + headers_size <= size <= _LARGEST_FRAME:
            raise EventStreamError(f"A frame of the event stream has an impossible length, {size}")
        return int(size)


def _frame(frame: bytes) -> Frame:
    _check(frame, "message")
    _, headers_size = _PRELUDE.unpack_from(frame)
    headers_end = _PRELUDE_SIZE + headers_size
    headers = dict(_text_headers(frame[_PRELUDE_SIZE:headers_end]))
    return Frame(headers, frame[headers_end : -_CHECKSUM.size])


def _check(data: bytes, part: str) -> None:
    """Compare a checksum at the end of `data` with what it covers."""
    (expected,) = _CHECKSUM.unpack(data[-_CHECKSUM.size :])
    if zlib.crc32(data[: -_CHECKSUM.size]) != expected:
        raise EventStreamError(
            f"The event stream is damaged: the checksum of a frame's {part} does not match"
        )


def _text_headers(data: bytes) -> Iterator[Tuple[str, str]]:
    position = 0
    try:
        while position < len(data):
            name_end = position + 1 + data[position]
            name = data[position + 1 : name_end].decode("utf-8")
            type_, position = data[name_end], name_end + 1
            if type_ in (_BYTES_TYPE, _TEXT_TYPE):
                (size,) = _LENGTH.unpack_from(data, position)
                position += _LENGTH.size
            else:
                size = _FIXED_SIZES[type_]
            if type_ == _TEXT_TYPE:
                yield name, data[position : position + size].decode("utf-8")
            position += size
    except (IndexError, KeyError, struct.error, UnicodeDecodeError) as error:
        raise EventStreamError(
            "The headers of a frame of the event stream make no sense"
        ) from error
