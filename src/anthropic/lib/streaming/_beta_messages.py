"""Helpers over the stream of `beta.messages.stream`."""

from __future__ import annotations

from types import TracebackType
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Awaitable,
    Callable,
    Generic,
    Iterator,
    Optional,
    Type,
    Union,
    cast,
)

from typing_extensions import Self

from ..._streaming import AsyncStream, Stream
from ..._types import NotGiven, not_given
from ...types.beta.beta_mcp_tool_use_block import BetaMCPToolUseBlock
from ...types.beta.beta_raw_content_block_delta_event import BetaRawContentBlockDeltaEvent
from ...types.beta.beta_raw_message_stream_event import BetaRawMessageStreamEvent
from ...types.beta.beta_server_tool_use_block import BetaServerToolUseBlock
from ...types.beta.beta_tool_use_block import BetaToolUseBlock
from ...types.beta.parsed_beta_message import ParsedBetaContentBlock, ParsedBetaMessage
from .._parse._variables import ResponseFormatT
from ._accumulator import (
    Accumulator,
    Dialect,
    accumulate,
    entered_twice,
    keeps_open_strings,
    text_of,
)
from ._beta_types import (
    BetaCitationEvent,
    BetaCompactionEvent,
    BetaInputJsonEvent,
    BetaSignatureEvent,
    BetaThinkingEvent,
    ParsedBetaContentBlockStopEvent,
    ParsedBetaMessageStopEvent,
    ParsedBetaMessageStreamEvent,
    ParsedBetaTextEvent,
)

if TYPE_CHECKING:
    import httpx

# blocks whose input arrives in pieces of JSON
TRACKS_TOOL_INPUT = (
    BetaToolUseBlock,
    BetaServerToolUseBlock,
    BetaMCPToolUseBlock,
)

DIALECT = Dialect(
    raw_event=BetaRawMessageStreamEvent,
    delta_event=BetaRawContentBlockDeltaEvent,
    message=ParsedBetaMessage,
    content_block=ParsedBetaContentBlock,
    tool_input_blocks=TRACKS_TOOL_INPUT,
    input_json_blocks=frozenset({"tool_use", "server_tool_use", "mcp_tool_use"}),
    usage_fields=(
        "input_tokens",
        "cache_creation_input_tokens",
        "cache_read_input_tokens",
        "server_tool_use",
        "iterations",
    ),
    delta_fields=("stop_reason", "stop_sequence", "container"),
    event_fields=("context_management",),
    keeps_unset_block_fields=False,
    events={
        "text": ParsedBetaTextEvent,
        "citation": BetaCitationEvent,
        "thinking": BetaThinkingEvent,
        "signature": BetaSignatureEvent,
        "input_json": BetaInputJsonEvent,
        "compaction": BetaCompactionEvent,
        "content_block_stop": ParsedBetaContentBlockStopEvent,
        "message_stop": ParsedBetaMessageStopEvent,
    },
    replacement=lambda: None if accumulate_event is _published else accumulate_event,
)


def accumulate_event(
    *,
    event: BetaRawMessageStreamEvent,
    current_snapshot: Optional[ParsedBetaMessage[ResponseFormatT]],
    request_headers: httpx.Headers,
    output_format: Union[ResponseFormatT, NotGiven] = not_given,
) -> ParsedBetaMessage[ResponseFormatT]:
    """Adds a raw event to the message so far.

    Args:
        event: the next event of the stream.
        current_snapshot: what the call for the previous event returned; None for the first one.
            It is changed in place.
        request_headers: the headers that the request was sent with; a beta named there decides
            how a tool's unfinished input is read.
        output_format: the type that finished text is read as.

    Returns:
        The message including this event.

    Raises:
        RuntimeError: the event does not fit the message so far; the first one is `message_start`.
        TypeError: `event` is not a stream event.
        ValueError: a tool's input is not JSON.
    """
    snapshot = accumulate(
        DIALECT,
        event,
        current_snapshot,
        output_format=output_format,
        keep_open_strings=keeps_open_strings(request_headers),
    )
    return cast("ParsedBetaMessage[ResponseFormatT]", snapshot)


_published: Any = accumulate_event


class BetaMessageStream(Generic[ResponseFormatT]):
    """The events of one reply, and the message they add up to.

    Iterating gives every event once; `text_stream` gives only the pieces of text and draws from
    the same events. Use it as a context manager, or call `close`, to release the connection.
    """

    text_stream: Iterator[str]
    """The pieces of text as they arrive: `for text in stream.text_stream: ...`"""

    def __init__(
        self,
        raw_stream: Stream[BetaRawMessageStreamEvent],
        output_format: Union[ResponseFormatT, NotGiven],
    ) -> None:
        self._raw_stream = raw_stream
        self._accumulator = Accumulator(
            DIALECT, output_format, lambda: raw_stream.response.request.headers
        )
        self._accumulator.follow(raw_stream)
        self._iterator = self.__stream__()
        self.text_stream = self.__stream_text__()

    @property
    def response(self) -> httpx.Response:
        """The HTTP response that carries the stream."""
        return self._raw_stream.response

    @property
    def request_id(self) -> Optional[str]:
        """The API's id of this request, for support."""
        return cast("Optional[str]", self.response.headers.get("request-id"))

    @property
    def last_activity(self) -> Optional[float]:
        """When bytes last arrived, by the clock of `time.monotonic()`; None before the first."""
        return self._raw_stream.last_activity

    def __next__(self) -> ParsedBetaMessageStreamEvent[ResponseFormatT]:
        return self._iterator.__next__()

    def __iter__(self) -> Iterator[ParsedBetaMessageStreamEvent[ResponseFormatT]]:
        return iter(self._iterator)

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

    def get_final_message(self) -> ParsedBetaMessage[ResponseFormatT]:
        """Reads the rest of the stream and returns the message.

        Raises `AssertionError` if the stream held no message.
        """
        self.until_done()
        message = self._accumulator.final_message(self.response)
        return cast("ParsedBetaMessage[ResponseFormatT]", message)

    def get_final_text(self) -> str:
        """Reads the rest of the stream and returns the text of all text blocks, joined.

        Raises `RuntimeError` if the message has no text block.
        """
        self.until_done()
        return self._accumulator.final_text()

    def until_done(self) -> None:
        """Reads the stream to its end."""
        for _ in self:
            pass
        self._accumulator.check_whole()

    @property
    def current_message_snapshot(self) -> ParsedBetaMessage[ResponseFormatT]:
        """The message so far, as a live object. `AssertionError` before the first event."""
        return cast("ParsedBetaMessage[ResponseFormatT]", self._accumulator.snapshot)

    def parsed_snapshot(self) -> Optional[ResponseFormatT]:
        """The output so far, as the type that was asked for: what has not arrived is absent.

        Finished parts are validated. Fields of a model that have not arrived are no attributes of
        it, those of a dataclass are None, and unfinished numbers and enumerations are left out.
        None before there is anything, and where no type was asked for. `ValueError` if the text is
        no JSON.
        """
        return cast("Optional[ResponseFormatT]", self._accumulator.parsed_snapshot())

    def __stream__(self) -> Iterator[ParsedBetaMessageStreamEvent[ResponseFormatT]]:
        for raw_event in self._raw_stream:
            yield from self._accumulator.feed(raw_event)

    def __stream_text__(self) -> Iterator[str]:
        for event in self:
            text = text_of(event)
            if text is not None:
                yield text


class BetaMessageStreamManager(Generic[ResponseFormatT]):
    """What `beta.messages.stream` returns: `with` sends the request and gives the stream."""

    def __init__(
        self,
        api_request: Callable[[], Stream[BetaRawMessageStreamEvent]],
        *,
        output_format: Union[ResponseFormatT, NotGiven],
    ) -> None:
        self.__api_request = api_request
        self.__output_format = output_format
        self.__stream: Optional[BetaMessageStream[ResponseFormatT]] = None

    def __enter__(self) -> BetaMessageStream[ResponseFormatT]:
        raw_stream = self.__api_request()
        self.__stream = BetaMessageStream(raw_stream, output_format=self.__output_format)
        return self.__stream

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        if self.__stream is not None:
            self.__stream.close()


class BetaAsyncMessageStream(Generic[ResponseFormatT]):
    """The async twin of `BetaMessageStream`."""

    text_stream: AsyncIterator[str]
    """The pieces of text as they arrive: `async for text in stream.text_stream: ...`"""

    def __init__(
        self,
        raw_stream: AsyncStream[BetaRawMessageStreamEvent],
        output_format: Union[ResponseFormatT, NotGiven],
    ) -> None:
        self._raw_stream = raw_stream
        self._accumulator = Accumulator(
            DIALECT, output_format, lambda: raw_stream.response.request.headers
        )
        self._accumulator.follow(raw_stream)
        self._iterator = self.__stream__()
        self.text_stream = self.__stream_text__()

    @property
    def response(self) -> httpx.Response:
        """The HTTP response that carries the stream."""
        return self._raw_stream.response

    @property
    def request_id(self) -> Optional[str]:
        """The API's id of this request, for support."""
        return cast("Optional[str]", self.response.headers.get("request-id"))

    @property
    def last_activity(self) -> Optional[float]:
        """When bytes last arrived, by the clock of `time.monotonic()`; None before the first."""
        return self._raw_stream.last_activity

    async def __anext__(self) -> ParsedBetaMessageStreamEvent[ResponseFormatT]:
        try:
            return await self._iterator.__anext__()
        except StopAsyncIteration:
            self._accumulator.check_whole()
            raise

    async def __aiter__(self) -> AsyncIterator[ParsedBetaMessageStreamEvent[ResponseFormatT]]:
        async for item in self._iterator:
            yield item
        self._accumulator.check_whole()

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

    async def get_final_message(self) -> ParsedBetaMessage[ResponseFormatT]:
        """Reads the rest of the stream and returns the message.

        Raises `AssertionError` if the stream held no message.
        """
        await self.until_done()
        message = self._accumulator.final_message(self.response)
        return cast("ParsedBetaMessage[ResponseFormatT]", message)

    async def get_final_text(self) -> str:
        """Reads the rest of the stream and returns the text of all text blocks, joined.

        Raises `RuntimeError` if the message has no text block.
        """
        await self.until_done()
        return self._accumulator.final_text()

    async def until_done(self) -> None:
        """Reads the stream to its end."""
        async for _ in self:
            pass

    @property
    def current_message_snapshot(self) -> ParsedBetaMessage[ResponseFormatT]:
        """The message so far, as a live object. `AssertionError` before the first event."""
        return cast("ParsedBetaMessage[ResponseFormatT]", self._accumulator.snapshot)

    def parsed_snapshot(self) -> Optional[ResponseFormatT]:
        """The output so far, as the type that was asked for: what has not arrived is absent.

        Finished parts are validated. Fields of a model that have not arrived are no attributes of
        it, those of a dataclass are None, and unfinished numbers and enumerations are left out.
        None before there is anything, and where no type was asked for. `ValueError` if the text is
        no JSON.
        """
        return cast("Optional[ResponseFormatT]", self._accumulator.parsed_snapshot())

    async def __stream__(self) -> AsyncIterator[ParsedBetaMessageStreamEvent[ResponseFormatT]]:
        async for raw_event in self._raw_stream:
            for event in self._accumulator.feed(raw_event):
                yield event

    async def __stream_text__(self) -> AsyncIterator[str]:
        async for event in self:
            text = text_of(event)
            if text is not None:
                yield text


class BetaAsyncMessageStreamManager(Generic[ResponseFormatT]):
    """The async twin of `BetaMessageStreamManager`: `async with` sends the request."""

    def __init__(
        self,
        api_request: Awaitable[AsyncStream[BetaRawMessageStreamEvent]],
        *,
        output_format: Union[ResponseFormatT, NotGiven] = not_given,
    ) -> None:
        self.__api_request = api_request
        self.__output_format = output_format
        self.__stream: Optional[BetaAsyncMessageStream[ResponseFormatT]] = None
        self.__is_spent = False

    async def __aenter__(self) -> BetaAsyncMessageStream[ResponseFormatT]:
        if self.__is_spent:
            raise entered_twice()
        self.__is_spent = True
        raw_stream = await self.__api_request
        self.__stream = BetaAsyncMessageStream(raw_stream, output_format=self.__output_format)
        return self.__stream

    async def __aexit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        if self.__stream is not None:
            await self.__stream.close()
