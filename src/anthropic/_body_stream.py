"""The bytes of a request on their way out: in pieces, and read from files as they are sent.

HTTP libraries copy a piece several times, and what is left of it once for each write to a socket.
With small pieces a large body costs little more memory than it takes by itself, or none at all if
it comes from a file.
"""

from __future__ import annotations

from typing import Any, AsyncIterator, Iterator, List, cast

import httpx
from typing_extensions import override

_PIECE_SIZE = 262_144


def in_pieces(request: httpx.Request) -> httpx.Request:
    """The request, with a large body or a multipart one sent piece by piece."""
    stream: object = request.stream
    if type(stream) is httpx.ByteStream:
        if len(request.content) > _PIECE_SIZE:
            request.stream = _BytesInPieces(request.content)
    elif isinstance(stream, httpx.ByteStream):
        pass
    elif isinstance(stream, httpx.SyncByteStream) and isinstance(stream, httpx.AsyncByteStream):
        # Content of a caller's own goes one way only.
        request.stream = _MultipartInPieces(cast(Any, stream))
    return request


class _BytesInPieces(httpx.ByteStream):
    """A body that is in memory."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._content = content

    @override
    def __iter__(self) -> Iterator[bytes]:
        return _pieces(self._content)

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in _pieces(self._content):
            yield piece


class _MultipartInPieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Form fields and files; asynchronous clients read the files in a worker thread."""

    def __init__(self, stream: httpx.SyncByteStream) -> None:
        self._stream = stream

    @override
    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            yield from _pieces(chunk)

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        from ._utils import to_thread

        pieces = iter(self)
        while True:
            joined = await to_thread(_next_joined, pieces)
            if not joined:
                return
            yield joined


def _pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), _PIECE_SIZE):
        yield content[start : start + _PIECE_SIZE]


def _next_joined(pieces: Iterator[bytes]) -> bytes:
    """The next pieces, to about the usual size, as one; nothing at the end."""
    joined: List[bytes] = []
    size = 0
    for piece in pieces:
        joined.append(piece)
        size += len(piece)
        if size >= _PIECE_SIZE:
            break
    return b"".join(joined)
