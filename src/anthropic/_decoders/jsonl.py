"""JSON Lines: a body of one JSON value a line, read while it arrives."""

from __future__ import annotations

import warnings
from typing import Any, AsyncIterator, Generic, Iterator, List, Optional, Type, TypeVar, cast

import httpx

from .._decode_errors import Undecodable, raise_unreadable
from .._validators import Reader, loose_reader
from .lines import LineBuffer

_T = TypeVar("_T")

# Where a response keeps that reading it was cancelled, or ended with its event loop.
_INTERRUPTED = "anthropic_interrupted"


class JSONLDecoder(Generic[_T]):
    """Iterates over the values of a JSON Lines response; one pass only."""

    http_response: httpx.Response
    """The response whose body is read."""

    def __init__(
        self,
        *,
        raw_iterator: Iterator[bytes],
        line_type: Type[_T],
        http_response: httpx.Response,
    ) -> None:
        self.http_response = http_response
        self._raw_iterator = raw_iterator
        self._line_type = line_type
        self._iterator = self.__decode__()

    def close(self) -> None:
        """Close the response; call it when you stop before the last value."""
        self.http_response.close()

    def __decode__(self) -> Iterator[_T]:
        # Not a generator itself: that would hold the decoder, and the decoder holds it.
        return _values(self._raw_iterator, self._line_type, self.http_response)

    def __del__(self) -> None:
        if _is_left(self):
            self.http_response.close()

    def __next__(self) -> _T:
        return self._iterator.__next__()

    def __iter__(self) -> Iterator[_T]:
        # `yield from` would close the iterator with a loop that breaks; `next()` may go on.
        for item in self._iterator:  # noqa: UP028
            yield item


class AsyncJSONLDecoder(Generic[_T]):
    """Iterates over the values of a JSON Lines response; one pass only."""

    http_response: httpx.Response
    """The response whose body is read."""

    def __init__(
        self,
        *,
        raw_iterator: AsyncIterator[bytes],
        line_type: Type[_T],
        http_response: httpx.Response,
    ) -> None:
        self.http_response = http_response
        self._raw_iterator = raw_iterator
        self._line_type = line_type
        # A generator that does not hold the decoder, unless a subclass has one of its own.
        is_own = cast(Any, type(self)).__decode__ is not cast(Any, AsyncJSONLDecoder).__decode__
        self._iterator = (
            self.__decode__() if is_own else _async_values(raw_iterator, line_type, http_response)
        )

    async def close(self) -> None:
        """Close the response; call it when you stop before the last value."""
        await self.http_response.aclose()

    async def __decode__(self) -> AsyncIterator[_T]:
        async for value in _async_values(self._raw_iterator, self._line_type, self.http_response):
            yield value

    def __del__(self) -> None:
        # The loop closes what reads the response; here there is nobody who could wait for that.
        _is_left(self)

    async def __anext__(self) -> _T:
        try:
            return await self._iterator.__anext__()
        except StopAsyncIteration:
            _check_whole(self.http_response)
            raise

    async def __aiter__(self) -> AsyncIterator[_T]:
        async for item in self._iterator:
            yield item
        _check_whole(self.http_response)


def _values(chunks: Iterator[bytes], line_type: Type[_T], response: httpx.Response) -> Iterator[_T]:
    lines = LineBuffer()
    read = loose_reader(line_type)
    try:
        for chunk in chunks:
            for line in _split(lines.feed(chunk)):
                yield _decode(line, read, response)
        rest = lines.flush()
        if rest:
            yield _decode(rest, read, response)
    except Exception:
        # There is nothing more to get.
        response.close()
        raise


async def _async_values(
    chunks: AsyncIterator[bytes], line_type: Type[_T], response: httpx.Response
) -> AsyncIterator[_T]:
    lines = LineBuffer()
    read = loose_reader(line_type)
    try:
        async for chunk in chunks:
            for line in _split(lines.feed(chunk)):
                yield _decode(line, read, response)
        rest = lines.flush()
        if rest:
            yield _decode(rest, read, response)
    except BaseException as reason:
        if isinstance(reason, Exception):
            # There is nothing more to get.
            await response.aclose()
        else:
            response.extensions[_INTERRUPTED] = True
        raise


def _check_whole(response: httpx.Response) -> None:
    """Raise where nothing more comes because reading was interrupted: that is no end."""
    if response.extensions.get(_INTERRUPTED) and getattr(response, "_request", None) is not None:
        from .._stream_errors import interrupted_error

        raise interrupted_error(response)


def _is_left(decoder: Any) -> bool:
    """Whether a decoder that nobody has any more was left before its end; tells them so."""
    response: Optional[httpx.Response] = getattr(decoder, "http_response", None)
    if response is None or response.is_closed:
        return False
    warnings.warn(
        "Results were left before their end and not closed; call `close()` when you stop early.",
        ResourceWarning,
        stacklevel=2,
    )
    return True


def _split(complete: bytes) -> List[bytes]:
    """Lines that end in `\\n`, without their endings."""
    return complete.split(b"\n")[:-1] if complete else []


def _decode(line: bytes, read: Reader, response: httpx.Response) -> Any:
    try:
        return read(line)
    except Undecodable as error:
        raise_unreadable(error, response, part="A line")
