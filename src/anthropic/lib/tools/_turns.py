"""One turn of a tool loop: a reply, its tool calls, and what to send back. No I/O."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Callable, FrozenSet, List, Mapping, Optional, Union, cast

from ..._sent_back import sent_model, without_empty_texts
from ..._utils import is_list
from ..._utils._encoding import is_model
from ...types.beta.beta_message import BetaMessage
from ._beta_compaction_control import is_tool_call
from ._calling import NOT_MADE, ToolCall, refusal
from ._limits import is_cut

if TYPE_CHECKING:
    from ...types.beta.beta_message_param import BetaMessageParam
    from ...types.beta.beta_tool_result_block_param import BetaToolResultBlockParam
    from ...types.beta.beta_tool_use_block import BetaToolUseBlock

_CUT_INPUT = (
    "Error: the input of this call did not arrive as a whole, so the call was not made. "
    "Make it again, and keep the input shorter if the reply has reached its `max_tokens`."
)

_CUT_REPLY = "Error: this call was not made, because the reply ended too early"

# Where a stream keeps the JSON of a tool input as it arrived.
_JSON_BUFFER = "__json_buf"


class Turn:
    """What is known of the present turn; everything but the history."""

    def __init__(self) -> None:
        self.reply: Optional[BetaMessage] = None
        # Positions of tool calls in the reply whose input has not arrived as a whole.
        self.cut: FrozenSet[int] = frozenset()
        self.calls: List[ToolCall] = []
        # Whether these are the calls to make; not before the first look, nor when the caller has
        # changed the conversation.
        self.is_planned = False
        # Whether the caller appends the messages of this turn.
        self.is_the_callers = False

    def plan(self, call_of: Callable[[BetaToolUseBlock], ToolCall]) -> List[ToolCall]:
        """The calls of the reply, in their order; those that were cut are answered already."""
        if self.is_planned:
            # An earlier attempt was given up: what is answered is not done again.
            return self.calls
        calls: List[ToolCall] = []
        self.calls = calls
        self.is_planned = True
        if self.reply is None or self.reply.role != "assistant":
            return calls
        # Gateways leave out an empty content.
        for position, block in enumerate(self.reply.content or ()):
            if block.type != "tool_use":
                continue
            if position in self.cut:
                call = ToolCall(block, None, None)
                call.refuse(_CUT_INPUT)
            else:
                call = call_of(block)
            calls.append(call)
        return calls

    def answers(self) -> List[BetaToolResultBlockParam]:
        """An answer to each call of the reply, whatever has become of it."""
        return [call.answer() for call in self.calls]

    def messages_after(self, history: List[BetaMessageParam]) -> List[BetaMessageParam]:
        """The history with this turn, such that the API takes it if the program stops now.

        In plain data, as far as the caller's own messages are.
        """
        messages = [_plain(message) for message in history]
        if self.reply is not None and not self.is_the_callers:
            reply = _plain(as_param(self.reply))
            messages += [reply] if reply["content"] else []
        if not messages or messages[-1]["role"] != "assistant":
            return messages
        made = {answer["tool_use_id"]: answer for answer in self.answers()}
        ids = _ids_of_calls(messages[-1]["content"])
        if ids:
            reason = _CUT_REPLY if self.reply is not None and is_cut(self.reply) else NOT_MADE
            answers = [made.get(id) or refusal(id, reason) for id in ids]
            messages.append({"role": "user", "content": answers})
        return messages


def as_param(message: Union[BetaMessageParam, BetaMessage]) -> BetaMessageParam:
    """A message as it is sent."""
    if isinstance(message, BetaMessage):
        content: List[Any] = message.content or []
        return {"role": message.role, "content": without_empty_texts(content)}
    return message


def _plain(message: BetaMessageParam) -> BetaMessageParam:
    content: Any = message["content"]
    if not is_list(content):
        return message
    blocks: List[Any] = [sent_model(block) if is_model(block) else block for block in content]
    return {**message, "content": blocks}


def results_message(results: List[BetaToolResultBlockParam]) -> Optional[BetaMessageParam]:
    """The message that answers a reply's tool calls; None if there are none."""
    return {"role": "user", "content": results} if results else None


def cut_calls(stream: Any, message: BetaMessage) -> FrozenSet[int]:
    """The tool calls of a streamed message whose input has not arrived as a whole.

    They were still open when the stream ended, or the model reached its limit within them. As
    streams read what is there, such an input looks like a smaller one, or like none at all.
    """
    reading = getattr(getattr(stream, "_raw_stream", None), "_reading", None)
    open_block = None if reading is None else reading.state.open_block
    cut = {
        position
        for position, block in enumerate(message.content)
        if is_tool_call(block) and not _is_whole(block)
    }
    if open_block is not None:
        cut.add(open_block.index)
    if is_cut(message) and message.content and not _json_of(message.content[-1]):
        # Cut before its first character, which looks like no input. (With pydantic 1, blocks do
        # not keep their JSON, so that any last one counts.)
        cut.add(len(message.content) - 1)
    return frozenset(cut)


def _is_whole(block: Any) -> bool:
    text = _json_of(block)
    if not text:
        return True
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _json_of(block: Any) -> bytes:
    return bytes(cast("Mapping[str, Any]", vars(block)).get(_JSON_BUFFER, b""))


def _ids_of_calls(content: Any) -> List[str]:
    if isinstance(content, str):
        return []
    return [_id_of(block) for block in content if is_tool_call(block)]


def _id_of(block: Any) -> str:
    if isinstance(block, Mapping):
        return str(cast("Mapping[str, Any]", block)["id"])
    return str(block.id)
