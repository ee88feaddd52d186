"""JSON Lines: a body of one JSON value a line, read while it arrives."""

from __future__ import annotations

from typing import Any, AsyncIterator, Generic, Iterator, List, Type, TypeVar, cast

import httpx

from .._validators import construct_json
from .lines import LineBuffer

_T = TypeVar("_T")


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
        lines = LineBuffer()
        for chunk in self._raw_iterator:
            for line in _split(lines.feed(chunk)):
                yield _decode(line, self._line_type)
        rest = lines.flush()
        if rest:
            yield _decode(rest, self._line_type)

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
        self._iterator = self.__decode__()

    async def close(self) -> None:
        """Close the response; call it when you stop before the last value."""
        await self.http_response.aclose()

    async def __decode__(self) -> AsyncIterator[_T]:
        lines = LineBuffer()
        async for chunk in self._raw_iterator:
            for line in _split(lines.feed(chunk)):
                yield _decode(line, self._line_type)
        rest = lines.flush()
        if rest:
            yield _decode(rest, self._line_type)

    async def __anext__(self) -> _T:
        return await self._iterator.__anext__()

    async def __aiter__(self) -> AsyncIterator[_T]:
        async for item in self._iterator:
            yield item


def _split(complete: bytes) -> List[bytes]:
    """Lines that end in `\\n`, without their endings."""
    return complete.split(b"\n")[:-1] if complete else []


def _decode(line: bytes, line_type: Type[_T]) -> _T:
    return cast(_T, construct_json(line, cast(Any, line_type)))
