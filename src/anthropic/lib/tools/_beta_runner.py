"""The loop that sends messages, runs the tools the model asks for, and sends the results back.

The state is in `_runner_state`; what decides is there, in `_turns`, `_limits`, `_hooks`,
`_errors` and `_beta_compaction_control`, and does no I/O. The classes here send requests, and call
tools, also with `_threads` and `_tasks`.
"""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from contextlib import contextmanager
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncContextManager,
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    ContextManager,
    Dict,
    Generator,
    Generic,
    Iterator,
    List,
    Optional,
    TypeVar,
    cast,
)

from ...types.beta.parsed_beta_message import ParsedBetaMessage, ResponseFormatT
from ..streaming._beta_messages import BetaAsyncMessageStream, BetaMessageStream
from ._beta_functions import (
    BetaAsyncBuiltinFunctionTool,
    BetaAsyncFunctionTool,
    BetaAsyncRunnableTool,
    BetaBuiltinFunctionTool,
    BetaFunctionTool,
    BetaRunnableTool,
)
from ._calling import ToolCall, reusable, still_open
from ._errors import told_text
from ._hooks import apply_decision, refuse_coroutine
from ._runner_state import BaseToolRunner as BaseToolRunner
from ._tasks import call_in_tasks, call_within
from ._threads import call_in_threads
from ._turns import cut_calls

if TYPE_CHECKING:
    from ...resources.beta.messages.messages import AsyncMessages, Messages
    from ...types.beta.beta_message_param import BetaMessageParam

Params = Dict[str, Any]

RunnerItemT = TypeVar("RunnerItemT")

RUNNABLE_TOOLS = (BetaFunctionTool, BetaBuiltinFunctionTool)
ASYNC_RUNNABLE_TOOLS = (BetaAsyncFunctionTool, BetaAsyncBuiltinFunctionTool)


class BaseSyncToolRunner(
    BaseToolRunner[BetaRunnableTool, ResponseFormatT], Generic[RunnerItemT, ResponseFormatT], ABC
):
    """A tool loop that iterates over what it receives; one pass."""

    def __init__(self, *, resource: Messages, **state: Any) -> None:
        super().__init__(**state)
        self._resource = resource
        self._iterator = self.__run__()

    def __next__(self) -> RunnerItemT:
        return next(self._iterator)

    def __iter__(self) -> Iterator[RunnerItemT]:
        return self

    def until_done(self) -> ParsedBetaMessage[ResponseFormatT]:
        """Runs the loop to its end and returns the last reply.

        Raises `AssertionError` if `max_iterations` allowed no request.
        """
        for _ in self:
            pass
        return self._require_last_message()

    def generate_tool_call_response(self) -> Optional[BetaMessageParam]:
        """Runs the tools that the last reply calls and returns the message with their results.

        Returns None if it calls none. Within one iteration the tools run once: the loop sends the
        message that this returned.
        """
        if not self._has_cached_tool_response:
            self._complete_reply()
            calls = self._plan_calls()
            self._ask_for_approval(calls)
            self._make_calls(still_open(calls))
            self._remember_tool_response()
        return self._cached_tool_response

    def close(self) -> None:
        """Ends the loop early, and closes a stream that is still open. `messages` stays valid."""
        self._iterator.close()
        self._note_interruption()

    def __run__(self) -> Generator[RunnerItemT, None, None]:
        try:
            while self._may_send():
                self._begin_turn()
                with self._handle_request() as item:
                    yield item
                if self._finish_reply():
                    summary = cast(Any, self._resource).create(**self._compaction_request())
                    self._replace_history(summary)
                elif not self._goes_on(self.generate_tool_call_response()):
                    return
        except BaseException:
            self._note_interruption()
            raise

    @abstractmethod
    def _handle_request(self) -> ContextManager[RunnerItemT]:
        """Sends the request and gives the item; on exit `_last_message` is the reply."""

    def _complete_reply(self) -> None:
        """Reads what the caller has not read yet of a reply that is streamed."""

    def _ask_for_approval(self, calls: List[ToolCall]) -> None:
        """Asks for one call after the other, before any of them is made."""
        approve = self._settings.approve_tool_call
        if approve is None:
            return
        for call in calls:
            decision = approve(call.block)
            refuse_coroutine(decision, "approve_tool_call")
            apply_decision(call, decision)

    def _make_calls(self, calls: List[ToolCall]) -> None:
        limit = self._settings.max_concurrency
        if limit > 1:
            call_in_threads(calls, limit, self._settle)
            return
        for call in calls:
            if call.timeout is not None:
                call_in_threads([call], 1, self._settle)
                continue
            call.has_started = True
            content, error = None, None
            try:
                content = reusable(call.tool.call(call.input))
            except Exception as raised:
                error = raised
            self._settle(call, content, error)

    def _settle(self, call: ToolCall, content: Any, error: Optional[BaseException]) -> None:
        """Answers a call that has ended."""
        if error is None:
            call.succeed(content)
        elif isinstance(error, Exception):
            told = told_text(self._settings.on_tool_error, call.tool, call.block, error)
            refuse_coroutine(told, "on_tool_error")
            call.refuse(reusable(told))
        else:
            raise error


class BetaToolRunner(
    BaseSyncToolRunner[ParsedBetaMessage[ResponseFormatT], ResponseFormatT],
):
    """A tool loop that yields each reply as a message."""

    @contextmanager
    def _handle_request(self) -> Generator[ParsedBetaMessage[ResponseFormatT], None, None]:
        message = cast(
            "ParsedBetaMessage[ResponseFormatT]",
            self._resource.parse(**self._params, **self._options),
        )
        self._receive(message)
        yield message


class BetaStreamingToolRunner(
    BaseSyncToolRunner[BetaMessageStream[ResponseFormatT], ResponseFormatT],
):
    """A tool loop that yields each reply as an open stream."""

    _open_stream: Optional[BetaMessageStream[ResponseFormatT]] = None

    @contextmanager
    def _handle_request(self) -> Generator[BetaMessageStream[ResponseFormatT], None, None]:
        with self._resource.stream(**self._params, **self._options) as opened:
            stream = cast("BetaMessageStream[ResponseFormatT]", opened)
            self._open_stream = stream
            yield stream
            self._complete_reply()

    def _complete_reply(self) -> None:
        stream = self._open_stream
        if stream is not None:
            message = stream.get_final_message()
            self._receive(message, cut_calls(stream, message))
            self._open_stream = None


class BaseAsyncToolRunner(
    BaseToolRunner[BetaAsyncRunnableTool, ResponseFormatT],
    Generic[RunnerItemT, ResponseFormatT],
    ABC,
):
    """The async twin of `BaseSyncToolRunner`."""

    def __init__(self, *, resource: AsyncMessages, **state: Any) -> None:
        super().__init__(**state)
        self._resource = resource
        self._iterator = self.__run__()

    async def __anext__(self) -> RunnerItemT:
        return await self._iterator.__anext__()

    async def __aiter__(self) -> AsyncIterator[RunnerItemT]:
        async for item in self._iterator:
            yield item

    async def until_done(self) -> ParsedBetaMessage[ResponseFormatT]:
        """Runs the loop to its end and returns the last reply.

        Raises `AssertionError` if `max_iterations` allowed no request.
        """
        async for _ in self:
            pass
        return self._require_last_message()

    async def generate_tool_call_response(self) -> Optional[BetaMessageParam]:
        """Runs the tools that the last reply calls and returns the message with their results.

        Returns None if it calls none. Within one iteration the tools run once: the loop sends the
        message that this returned.
        """
        if not self._has_cached_tool_response:
            await self._complete_reply()
            calls = self._plan_calls()
            await self._ask_for_approval(calls)
            await self._make_calls(still_open(calls))
            self._remember_tool_response()
        return self._cached_tool_response

    async def close(self) -> None:
        """Ends the loop early, and closes a stream that is still open. `messages` stays valid."""
        await self._iterator.aclose()
        self._note_interruption()

    async def __run__(self) -> AsyncGenerator[RunnerItemT, None]:
        try:
            while self._may_send():
                self._begin_turn()
                async with self._handle_request() as item:
                    self._take(item)
                    yield item
                    await self._complete_reply()
                if self._finish_reply():
                    summary = await cast(Any, self._resource).create(**self._compaction_request())
                    self._replace_history(summary)
                elif not self._goes_on(await self.generate_tool_call_response()):
                    return
        except BaseException:
            self._note_interruption()
            raise

    @abstractmethod
    def _handle_request(self) -> AsyncContextManager[RunnerItemT]:
        """Sends the request and gives the item.

        No generator of its own: event loops close all generators at once when they end, so that
        one would be closed while the loop that uses it is, too.
        """

    @abstractmethod
    def _take(self, item: RunnerItemT) -> None:
        """Notes what was received, or will be."""

    async def _complete_reply(self) -> None:
        """Reads what the caller has not read yet of a reply that is streamed."""

    async def _ask_for_approval(self, calls: List[ToolCall]) -> None:
        """Asks for one call after the other, before any of them is made."""
        approve = self._settings.approve_tool_call
        if approve is None:
            return
        for call in calls:
            decision = approve(call.block)
            if inspect.isawaitable(decision):
                decision = await decision
            apply_decision(call, decision)

    async def _make_calls(self, calls: List[ToolCall]) -> None:
        limit = self._settings.max_concurrency
        if limit > 1:
            await call_in_tasks(calls, limit, self._make_call)
            return
        for call in calls:
            await self._make_call(call)

    async def _make_call(self, call: ToolCall) -> None:
        """Makes a call and answers it."""
        call.has_started = True
        try:
            call.succeed(await call_within(call))
        except Exception as error:
            told = told_text(self._settings.on_tool_error, call.tool, call.block, error)
            call.refuse(reusable(await told if inspect.isawaitable(told) else told))


class BetaAsyncToolRunner(
    BaseAsyncToolRunner[ParsedBetaMessage[ResponseFormatT], ResponseFormatT],
):
    """The async twin of `BetaToolRunner`."""

    def _handle_request(self) -> AsyncContextManager[ParsedBetaMessage[ResponseFormatT]]:
        message = self._resource.parse(**self._params, **self._options)
        return _Reply(cast("Awaitable[ParsedBetaMessage[ResponseFormatT]]", message))

    def _take(self, item: ParsedBetaMessage[ResponseFormatT]) -> None:
        self._receive(item)


class BetaAsyncStreamingToolRunner(
    BaseAsyncToolRunner[BetaAsyncMessageStream[ResponseFormatT], ResponseFormatT],
):
    """The async twin of `BetaStreamingToolRunner`."""

    _open_stream: Optional[BetaAsyncMessageStream[ResponseFormatT]] = None

    def _handle_request(self) -> AsyncContextManager[BetaAsyncMessageStream[ResponseFormatT]]:
        return cast(
            "AsyncContextManager[BetaAsyncMessageStream[ResponseFormatT]]",
            self._resource.stream(**self._params, **self._options),
        )

    def _take(self, item: BetaAsyncMessageStream[ResponseFormatT]) -> None:
        self._open_stream = item

    async def _complete_reply(self) -> None:
        stream = self._open_stream
        if stream is not None:
            message = await stream.get_final_message()
            self._receive(message, cut_calls(stream, message))
            self._open_stream = None


class _Reply(AsyncContextManager[RunnerItemT]):
    """A reply that is received as a whole: nothing is left open."""

    def __init__(self, message: Awaitable[RunnerItemT]) -> None:
        self._message = message

    async def __aenter__(self) -> RunnerItemT:
        return await self._message

    async def __aexit__(self, *exc: object) -> None:
        """Nothing to close."""
