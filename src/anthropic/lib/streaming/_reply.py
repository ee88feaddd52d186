"""What the helpers over streams of GA and beta messages have in common."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any, AsyncIterator, Iterator, Optional, Type, cast

from typing_extensions import Self

from ..._stream_reading import supply_snapshots
from ._accumulator import Accumulator, text_of

if TYPE_CHECKING:
    import httpx


class Reply:
    """A reply that is arriving, and the message so far."""

    _raw_stream: Any
    _accumulator: Accumulator

    def _begin(self, raw_stream: Any, accumulator: Accumulator) -> None:
        self._raw_stream = raw_stream
        self._accumulator = accumulator
        supply_snapshots(raw_stream, accumulator.partial_message)

    @property
    def response(self) -> httpx.Response:
        """The HTTP response that carries the stream."""
        return cast("httpx.Response", self._raw_stream.response)

    @property
    def request_id(self) -> Optional[str]:
        """The API's id of this request, for support."""
        return cast("Optional[str]", self.response.headers.get("request-id"))

    @property
    def last_activity(self) -> Optional[float]:
        """When bytes last arrived, by the clock of `time.monotonic()`; None before the first."""
        return cast("Optional[float]", self._raw_stream.last_activity)


class SyncReply(Reply):
    """A reply that is read without an event loop."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the response and releases its connection. Events not yet read are lost."""
        self._raw_stream.close()

    def get_final_text(self) -> str:
        """Reads the rest of the stream and returns the text of all text blocks, joined.

        Raises `RuntimeError` if the message has no text block.
        """
        self.until_done()
        return self._accumulator.final_text()

    def until_done(self) -> None:
        """Reads the stream to its end."""
        for event in cast("Iterator[Any]", self):
            # Whose text so far can grow where it is, once nobody holds it.
            del event

    def __stream_text__(self) -> Iterator[str]:
        for event in cast("Iterator[Any]", self):
            text = text_of(event)
            # As above.
            del event
            if text is not None:
                yield text


class AsyncReply(Reply):
    """A reply that is read in an event loop."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes the response and releases its connection. Events not yet read are lost."""
        await self._raw_stream.close()

    async def get_final_text(self) -> str:
        """Reads the rest of the stream and returns the text of all text blocks, joined.

        Raises `RuntimeError` if the message has no text block.
        """
        await self.until_done()
        return self._accumulator.final_text()

    async def until_done(self) -> None:
        """Reads the stream to its end."""
        async for event in cast("AsyncIterator[Any]", self):
            # Whose text so far can grow where it is, once nobody holds it.
            del event

    async def __stream_text__(self) -> AsyncIterator[str]:
        async for event in cast("AsyncIterator[Any]", self):
            text = text_of(event)
            # As above.
            del event
            if text is not None:
                yield text
