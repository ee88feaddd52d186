"""The loop that sends messages, runs the tools the model asks for, and sends the results back.

`BaseToolRunner` decides; it does no I/O. The sync and async classes below it send requests and
call tools.
"""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from contextlib import asynccontextmanager, contextmanager
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncContextManager,
    AsyncGenerator,
    AsyncIterator,
    Callable,
    ContextManager,
    Dict,
    Generator,
    Generic,
    Iterable,
    Iterator,
    List,
    Mapping,
    Optional,
    TypeVar,
    Union,
    cast,
)

from ...types.beta.beta_message import BetaMessage
from ...types.beta.parsed_beta_message import ParsedBetaMessage, ResponseFormatT
from .._callers import warn_caller
from ..streaming._beta_messages import BetaAsyncMessageStream, BetaMessageStream
from ._beta_compaction_control import (
    DEFAULT_SUMMARY_PROMPT,
    DEFAULT_THRESHOLD,
    CompactionControl,
)
from ._beta_functions import (
    BetaAsyncBuiltinFunctionTool,
    BetaAsyncFunctionTool,
    BetaAsyncRunnableTool,
    BetaBuiltinFunctionTool,
    BetaFunctionTool,
    BetaFunctionToolResultType,
    BetaRunnableTool,
)

if TYPE_CHECKING:
    from ...resources.beta.messages.messages import AsyncMessages, Messages
    from ...types.beta.beta_message_param import BetaMessageParam
    from ...types.beta.beta_tool_result_block_param import BetaToolResultBlockParam
    from ...types.beta.beta_tool_use_block import BetaToolUseBlock

log = logging.getLogger(__name__)

Params = Dict[str, Any]

ToolT = TypeVar("ToolT", BetaRunnableTool, BetaAsyncRunnableTool)
RunnerItemT = TypeVar("RunnerItemT")

RUNNABLE_TOOLS = (BetaFunctionTool, BetaBuiltinFunctionTool)
ASYNC_RUNNABLE_TOOLS = (BetaAsyncFunctionTool, BetaAsyncBuiltinFunctionTool)


class BaseToolRunner(Generic[ToolT, ResponseFormatT]):
    """The state of a tool loop: the next request's parameters, the last reply, the tools."""

    def __init__(
        self,
        *,
        params: Params,
        options: Dict[str, Any],
        tools: Iterable[ToolT],
        max_iterations: Optional[int] = None,
        compaction_control: Optional[CompactionControl] = None,
    ) -> None:
        self._params = _own_params(params)
        self._options = options
        self._tools_by_name: Dict[str, ToolT] = {tool.name: tool for tool in tools}
        self._max_iterations = max_iterations
        self._compaction_control = compaction_control
        self._iteration_count = 0
        self._messages_modified = False
        self._last_message: Optional[ParsedBetaMessage[ResponseFormatT]] = None
        self._cached_tool_response: Optional[BetaMessageParam] = None
        self._has_cached_tool_response = False

    def set_messages_params(self, params: Union[Params, Callable[[Params], Params]]) -> None:
        """Replaces the parameters of the next request.

        Takes the new parameters, or a function from the current ones to the new ones. The reply
        and the tool results of this turn are still appended to the new parameters' messages.
        """
        self._params = _own_params(params(self._params) if callable(params) else params)

    def append_messages(self, *messages: Union[BetaMessageParam, BetaMessage]) -> None:
        """Appends messages to the conversation, in place of what the runner would append this turn.

        Takes message params and messages as received. Append the reply and the results of its
        tool calls yourself, e.g. `append_messages(message, tool_response)`.
        """
        appended: List[BetaMessageParam] = [_as_param(message) for message in messages]
        self._params["messages"] = [*self._params["messages"], *appended]
        self._messages_modified = True
        self._forget_tool_response()

    def _may_send(self) -> bool:
        return self._max_iterations is None or self._iteration_count < self._max_iterations

    def _begin_turn(self) -> None:
        self._messages_modified = False
        self._forget_tool_response()

    def _forget_tool_response(self) -> None:
        self._cached_tool_response = None
        self._has_cached_tool_response = False

    def _remember_tool_response(self, response: Optional[BetaMessageParam]) -> None:
        self._cached_tool_response = response
        self._has_cached_tool_response = True

    def _append_turn(self, response: BetaMessageParam) -> None:
        """Appends the reply and the results of its tool calls, unless the caller took over."""
        if self._messages_modified:
            return
        message = _as_param(self._require_last_message())
        self._params["messages"] = [*self._params["messages"], message, response]

    def _require_last_message(self) -> ParsedBetaMessage[ResponseFormatT]:
        assert self._last_message is not None, (
            "The tool runner sent no request: `max_iterations` is 0"
        )
        return self._last_message

    # -- tool calls

    def _tool_calls(self) -> List[BetaToolUseBlock]:
        message = self._require_last_message()
        if message.role != "assistant":
            return []
        return [block for block in message.content if block.type == "tool_use"]

    def _find_tool(self, call: BetaToolUseBlock) -> Optional[ToolT]:
        tool = self._tools_by_name.get(call.name)
        if tool is None:
            known = ", ".join(self._tools_by_name) or "none"
            warn_caller(
                f"Tool '{call.name}' not found in tool runner. "
                f"The tools it can run: {known}. The model is told that the call failed; pass a "
                "`beta_tool`, or handle the call yourself with `append_messages`.",
                UserWarning,
            )
        return tool

    # -- compaction

    def _wants_compaction(self) -> bool:
        control = self._compaction_control
        if control is None or not control["enabled"]:
            return False
        usage = self._require_last_message().usage
        tokens = (
            usage.input_tokens
            + (usage.cache_creation_input_tokens or 0)
            + (usage.cache_read_input_tokens or 0)
            + usage.output_tokens
        )
        threshold = control.get("context_token_threshold", DEFAULT_THRESHOLD)
        if tokens < threshold:
            return False
        log.info(
            f"Token usage {tokens} has exceeded the threshold of {threshold}. "
            "Performing compaction."
        )
        return True

    def _compaction_request(self) -> Params:
        """The arguments of the request for a summary of the conversation."""
        assert self._compaction_control is not None
        control = self._compaction_control
        prompt = control.get("summary_prompt", DEFAULT_SUMMARY_PROMPT)
        messages: List[Any] = _without_open_tool_calls(list(self._params["messages"]))
        return {
            "model": control.get("model", self._params["model"]),
            "messages": [*messages, {"role": "user", "content": prompt}],
            "max_tokens": self._params["max_tokens"],
            "extra_headers": {"X-Stainless-Helper": "compaction"},
        }

    def _replace_history(self, summary: BetaMessage) -> None:
        first = summary.content[0] if summary.content else None
        if first is None or first.type != "text":
            found = "nothing" if first is None else f"a `{first.type}` block"
            raise ValueError(
                f"The summary that compaction asked for must begin with text, but has {found}"
            )
        content = [{"type": "text", "text": first.text}]
        self._params = {**self._params, "messages": [{"role": "user", "content": content}]}
        log.info(f"Compaction complete. New token usage: {summary.usage.output_tokens}")


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
            results = [self._call_tool(call) for call in self._tool_calls()]
            self._remember_tool_response(_results_message(results))
        return self._cached_tool_response

    def __run__(self) -> Iterator[RunnerItemT]:
        while self._may_send():
            self._begin_turn()
            with self._handle_request() as item:
                yield item
            self._iteration_count += 1
            if self._wants_compaction():
                summary = cast(Any, self._resource).create(**self._compaction_request())
                self._replace_history(summary)
                continue
            response = self.generate_tool_call_response()
            if response is None:
                return
            self._append_turn(response)

    @abstractmethod
    def _handle_request(self) -> ContextManager[RunnerItemT]:
        """Sends the request and gives the item; on exit `_last_message` is the reply."""

    def _call_tool(self, call: BetaToolUseBlock) -> BetaToolResultBlockParam:
        tool = self._find_tool(call)
        if tool is None:
            return _unknown_tool(call)
        try:
            result = _reusable(tool.call(call.input))
        except Exception as error:
            log.exception(f"Error occurred while calling tool: {tool.name}")
            return _failure(call, error)
        return _success(call, result)


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
        self._last_message = message
        yield message


class BetaStreamingToolRunner(
    BaseSyncToolRunner[BetaMessageStream[ResponseFormatT], ResponseFormatT],
):
    """A tool loop that yields each reply as an open stream."""

    @contextmanager
    def _handle_request(self) -> Generator[BetaMessageStream[ResponseFormatT], None, None]:
        with self._resource.stream(**self._params, **self._options) as opened:
            stream = cast("BetaMessageStream[ResponseFormatT]", opened)
            yield stream
            self._last_message = stream.get_final_message()


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
            results = [await self._call_tool(call) for call in self._tool_calls()]
            self._remember_tool_response(_results_message(results))
        return self._cached_tool_response

    async def __run__(self) -> AsyncIterator[RunnerItemT]:
        while self._may_send():
            self._begin_turn()
            async with self._handle_request() as item:
                yield item
            self._iteration_count += 1
            if self._wants_compaction():
                summary = await cast(Any, self._resource).create(**self._compaction_request())
                self._replace_history(summary)
                continue
            response = await self.generate_tool_call_response()
            if response is None:
                return
            self._append_turn(response)

    @abstractmethod
    def _handle_request(self) -> AsyncContextManager[RunnerItemT]:
        """Sends the request and gives the item; on exit `_last_message` is the reply."""

    async def _call_tool(self, call: BetaToolUseBlock) -> BetaToolResultBlockParam:
        tool = self._find_tool(call)
        if tool is None:
            return _unknown_tool(call)
        try:
            result = _reusable(await tool.call(call.input))
        except Exception as error:
            log.exception(f"Error occurred while calling tool: {tool.name}")
            return _failure(call, error)
        return _success(call, result)


class BetaAsyncToolRunner(
    BaseAsyncToolRunner[ParsedBetaMessage[ResponseFormatT], ResponseFormatT],
):
    """The async twin of `BetaToolRunner`."""

    @asynccontextmanager
    async def _handle_request(self) -> AsyncGenerator[ParsedBetaMessage[ResponseFormatT], None]:
        message = cast(
            "ParsedBetaMessage[ResponseFormatT]",
            await self._resource.parse(**self._params, **self._options),
        )
        self._last_message = message
        yield message


class BetaAsyncStreamingToolRunner(
    BaseAsyncToolRunner[BetaAsyncMessageStream[ResponseFormatT], ResponseFormatT],
):
    """The async twin of `BetaStreamingToolRunner`."""

    @asynccontextmanager
    async def _handle_request(
        self,
    ) -> AsyncGenerator[BetaAsyncMessageStream[ResponseFormatT], None]:
        async with self._resource.stream(**self._params, **self._options) as opened:
            stream = cast("BetaAsyncMessageStream[ResponseFormatT]", opened)
            yield stream
            self._last_message = await stream.get_final_message()


# -- messages and tool results


def _as_param(message: Union[BetaMessageParam, BetaMessage]) -> BetaMessageParam:
    if isinstance(message, BetaMessage):
        return {"role": message.role, "content": message.content}
    return message


def _own_params(params: Params) -> Params:
    """A copy whose messages are a list, which the runner may extend and send again."""
    return {**params, "messages": list(params["messages"])}


def _reusable(result: BetaFunctionToolResultType) -> BetaFunctionToolResultType:
    """Content blocks as a list: a generator would be empty when they are sent a second time."""
    return list(result) if isinstance(result, Iterator) else result


def _results_message(results: List[BetaToolResultBlockParam]) -> Optional[BetaMessageParam]:
    return {"role": "user", "content": results} if results else None


def _success(
    call: BetaToolUseBlock, result: BetaFunctionToolResultType
) -> BetaToolResultBlockParam:
    return {"type": "tool_result", "tool_use_id": call.id, "content": result}


def _failure(call: BetaToolUseBlock, error: Exception) -> BetaToolResultBlockParam:
    return {
        "type": "tool_result",
        "tool_use_id": call.id,
        "content": repr(error),
        "is_error": True,
    }


def _unknown_tool(call: BetaToolUseBlock) -> BetaToolResultBlockParam:
    return {
        "type": "tool_result",
        "tool_use_id": call.id,
        "content": f"Error: Tool '{call.name}' not found",
        "is_error": True,
    }


def _without_open_tool_calls(messages: List[Any]) -> List[Any]:
    """Leaves out tool calls at the end of a history: without results the API rejects them."""
    if not messages or messages[-1]["role"] != "assistant":
        return messages
    last = messages[-1]
    if isinstance(last["content"], str):
        return messages
    blocks = [block for block in last["content"] if not _is_tool_call(block)]
    if not blocks:
        return messages[:-1]
    return [*messages[:-1], {**last, "content": blocks}]


def _is_tool_call(block: Any) -> bool:
    if isinstance(block, Mapping):
        return cast("Mapping[str, Any]", block).get("type") == "tool_use"
    return getattr(block, "type", None) == "tool_use"
