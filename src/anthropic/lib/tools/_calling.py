"""One call of a tool, from the reply that asks for it to the result that answers it. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, List, Optional, cast

if TYPE_CHECKING:
    from ...types.beta.beta_tool_result_block_param import BetaToolResultBlockParam
    from ...types.beta.beta_tool_use_block import BetaToolUseBlock

NOT_MADE = "Error: this call was not made, because the program stopped before it"
_INTERRUPTED = (
    "Error: this call was interrupted before it finished; whether it has had an effect is unknown"
)


class ToolCall:
    """A `tool_use` block, the tool that it names, and what has become of it."""

    def __init__(self, block: BetaToolUseBlock, tool: Any, timeout: Optional[float]) -> None:
        self.block = block
        self.tool = tool
        # What the tool is called with; the block keeps what the model wrote.
        self.input: object = block.input
        self.timeout = timeout
        self.has_started = False
        self.result: Optional[BetaToolResultBlockParam] = None

    def succeed(self, content: Any) -> None:
        """The tool has returned."""
        self.result = {
            "type": "tool_result",
            "tool_use_id": self.block.id,
            "content": content,
        }

    def refuse(self, content: Any) -> None:
        """The call has failed or is not made, for a reason that the model is told."""
        self.result = refusal(self.block.id, content)

    def answer(self) -> BetaToolResultBlockParam:
        """The result, or what to say in its place if the program stops now."""
        if self.result is not None:
            return self.result
        return refusal(self.block.id, _INTERRUPTED if self.has_started else NOT_MADE)


def refusal(tool_use_id: str, content: Any) -> BetaToolResultBlockParam:
    """An answer to a call that has no result."""
    return {
        "type": "tool_result",
        "tool_use_id": tool_use_id,
        "content": content,
        "is_error": True,
    }


def reusable(content: object) -> object:
    """Content blocks as a list: a generator would be empty when they are sent a second time."""
    if isinstance(content, Iterator):
        return list(cast("Iterator[object]", content))
    return content


def still_open(calls: List[ToolCall]) -> List[ToolCall]:
    """The calls that have no answer yet, in their order."""
    return [call for call in calls if call.result is None]
