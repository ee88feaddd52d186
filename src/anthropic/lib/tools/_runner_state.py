"""The state of a tool loop, and what follows from it for the next step. No I/O.

The loops themselves are in `_beta_runner`.
"""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    FrozenSet,
    Generic,
    Iterable,
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
from ._beta_compaction_control import (
    CompactionControl,
    compacted_history,
    compaction_request,
    wants_compaction,
)
from ._beta_functions import BetaAsyncRunnableTool, BetaRunnableTool
from ._calling import ToolCall, still_open
from ._limits import Limits, ToolRunnerEndReason, end_reason_of, is_cut, pauses
from ._runner_options import RunnerOptions, as_list
from ._turns import Turn, as_param, results_message

if TYPE_CHECKING:
    from ...types.beta.beta_message_param import BetaMessageParam
    from ...types.beta.beta_tool_use_block import BetaToolUseBlock

Params = Dict[str, Any]

ToolT = TypeVar("ToolT", BetaRunnableTool, BetaAsyncRunnableTool)


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
        runner_options: Optional[RunnerOptions] = None,
    ) -> None:
        self._params = _own_params(params)
        self._options = options
        self._tools_by_name: Dict[str, ToolT] = {tool.name: tool for tool in tools}
        self._compaction_control = compaction_control
        self._settings = runner_options or RunnerOptions(max_iterations)
        self._limits = Limits(self._settings.max_iterations, self._settings.token_budget)
        self._turn = Turn()
        self._end_reason: Optional[ToolRunnerEndReason] = None
        self._sent_container: Any = None
        self._last_message: Optional[ParsedBetaMessage[ResponseFormatT]] = None
        self._cached_tool_response: Optional[BetaMessageParam] = None
        self._has_cached_tool_response = False

    @property
    def end_reason(self) -> Optional[ToolRunnerEndReason]:
        """Why the loop has ended; None as long as it has not.

        `complete`: the last reply calls no tools. `max_iterations`, `token_budget`: no further
        request was allowed. `interrupted`: by an exception, a cancellation or `close`. Anything
        else is the stop reason of the last reply.
        """
        return self._end_reason

    @property
    def messages(self) -> List[BetaMessageParam]:
        """The conversation so far, in a form that another runner or request can go on from.

        It can be read at any time, also after an exception or a cancellation: every tool call has
        an answer, which is its result, or says that it was interrupted or not made. If it ends
        with a reply that calls no tools, append what the user says next. What was received is in
        it as plain data, which JSON can express.
        """
        return self._turn.messages_after(self._params["messages"])

    @property
    def tokens_used(self) -> int:
        """The tokens of all requests and replies so far, cached ones and summaries included."""
        return self._limits.tokens

    def set_messages_params(self, params: Union[Params, Callable[[Params], Params]]) -> None:
        """Replaces the parameters of the next request.

        Takes the new parameters, or a function from the current ones to the new ones. The reply
        and the tool results of this turn are still appended to the new parameters' messages.

        Raises `TypeError` for what is no dict of parameters, or has no list of messages.
        """
        given: Any = params
        new: Any = given(self._params) if callable(given) else given
        if not isinstance(new, Mapping):
            raise TypeError(
                "`set_messages_params` takes a dict of parameters, or a function that returns one, "
                f"not `{type(new).__name__}`"
            )
        self._params = _own_params(cast("Mapping[str, Any]", new))

    def append_messages(self, *messages: Union[BetaMessageParam, BetaMessage]) -> None:
        """Appends messages to the conversation, in place of what the runner would append this turn.

        Takes message params and messages as received. Append the reply and the results of its
        tool calls yourself, e.g. `append_messages(message, tool_response)`. The runner makes the
        calls of the reply all the same, also those whose results were asked for before, and ends
        if there are none.
        """
        appended: List[BetaMessageParam] = [as_param(message) for message in messages]
        self._params["messages"] = [*self._params["messages"], *appended]
        self._turn.is_the_callers = True
        self._forget_tool_response()

    # -- turns

    def _may_send(self) -> bool:
        reached = self._limits.reached()
        if reached is not None:
            self._end_reason = reached
        return reached is None

    def _begin_turn(self) -> None:
        self._turn = Turn()
        self._sent_container = self._params.get("container")
        self._forget_tool_response()

    def _receive(
        self,
        message: ParsedBetaMessage[ResponseFormatT],
        cut: FrozenSet[int] = frozenset(),
    ) -> None:
        """Takes in a reply that is there as a whole."""
        self._last_message = message
        self._turn.reply = message
        self._turn.cut = cut

    def _finish_reply(self) -> bool:
        """Counts the reply that the caller has seen. Whether it is one too many for its history."""
        message = self._require_last_message()
        self._limits.iterations += 1
        self._limits.note(message)
        if self._settings.carry_container:
            self._carry_container(message)
        return wants_compaction(self._compaction_control, message)

    def _carry_container(self, message: BetaMessage) -> None:
        now = self._params.get("container")
        if message.container is None or now != self._sent_container:
            # Nothing to carry, or the caller has chosen another one.
            return
        carried: Any = message.container.id
        if isinstance(now, Mapping):
            # Settings, which name skills too.
            carried = {**cast("Mapping[str, Any]", now), "id": carried}
        self._params = {**self._params, "container": carried}

    def _goes_on(self, response: Optional[BetaMessageParam]) -> bool:
        """Ends the turn: whether there is something to send, which is appended then."""
        message = self._require_last_message()
        if response is None and not (self._settings.follow_stop_reason and pauses(message)):
            self._end_reason = end_reason_of(message)
            return False
        if not self._turn.is_the_callers:
            added: List[BetaMessageParam] = [] if response is None else [response]
            self._params["messages"] = [*self._params["messages"], as_param(message), *added]
        self._turn = Turn()
        return True

    def _note_interruption(self) -> None:
        self._end_reason = self._end_reason or "interrupted"

    def _require_last_message(self) -> ParsedBetaMessage[ResponseFormatT]:
        assert self._last_message is not None, (
            "The tool runner sent no request: `max_iterations` allows none"
        )
        return self._last_message

    # -- tool calls

    def _forget_tool_response(self) -> None:
        self._cached_tool_response = None
        self._has_cached_tool_response = False
        self._turn.is_planned = False

    def _remember_tool_response(self) -> None:
        self._cached_tool_response = results_message(self._turn.answers())
        self._has_cached_tool_response = True

    def _plan_calls(self) -> List[ToolCall]:
        """The calls to make now; what is not among them is answered already."""
        message = self._last_message
        if message is None or (self._settings.follow_stop_reason and is_cut(message)):
            return []
        return still_open(self._turn.plan(self._tool_call))

    def _tool_call(self, block: BetaToolUseBlock) -> ToolCall:
        tool = self._tools_by_name.get(block.name)
        if tool is None:
            known = ", ".join(self._tools_by_name) or "none"
            warn_caller(
                f"Tool '{block.name}' not found in tool runner. "
                f"The tools it can run: {known}. The model is told that the call failed; pass a "
                "`beta_tool`, or handle the call yourself with `append_messages`.",
                UserWarning,
            )
            call = ToolCall(block, None, None)
            call.refuse(f"Error: Tool '{block.name}' not found")
            return call
        own = tool.tool_timeout
        return ToolCall(block, tool, self._settings.tool_timeout if own is None else own)

    # -- compaction

    def _compaction_request(self) -> Params:
        assert self._compaction_control is not None
        return compaction_request(self._compaction_control, self._params)

    def _replace_history(self, summary: BetaMessage) -> None:
        self._limits.note(summary)
        self._params = {**self._params, "messages": compacted_history(summary)}
        # The reply that was one too many is part of neither.
        self._turn = Turn()


def _own_params(params: Mapping[str, Any]) -> Params:
    """A copy whose messages are a list, which the runner may extend and send again."""
    return {**params, "messages": as_list("messages", params.get("messages"), "messages")}
