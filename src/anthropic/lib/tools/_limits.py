"""When a tool loop ends: what it may use up, and what the reasons of replies mean. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional

from typing_extensions import Literal, TypeAlias

if TYPE_CHECKING:
    from ...types.beta.beta_message import BetaMessage

ToolRunnerEndReason: TypeAlias = Literal[
    "complete",
    "max_iterations",
    "token_budget",
    "interrupted",
    "max_tokens",
    "model_context_window_exceeded",
    "pause_turn",
    "compaction",
    "refusal",
]
"""Why a tool loop has ended.

- `complete`: the last reply calls no tools.
- `max_iterations`, `token_budget`: no further request was allowed.
- `interrupted`: an exception, a cancellation, or `close`.
- the others are stop reasons: the last reply ended for this reason. With `follow_stop_reason`,
  `pause_turn` and `compaction` are no ends.
"""

# Replies that the API has stopped on the way, to be continued by sending them back.
_PAUSES = frozenset({"pause_turn", "compaction"})
# Replies that end where they should not: their last tool call may be cut, and none of them is due.
_CUT = frozenset({"max_tokens", "model_context_window_exceeded", "refusal"})
_ENDS: Dict[str, ToolRunnerEndReason] = {
    "pause_turn": "pause_turn",
    "compaction": "compaction",
    "max_tokens": "max_tokens",
    "model_context_window_exceeded": "model_context_window_exceeded",
    "refusal": "refusal",
}

_COUNTS = (
    "input_tokens",
    "cache_creation_input_tokens",
    "cache_read_input_tokens",
    "output_tokens",
)


class Limits:
    """What a loop has used, and how much it may."""

    def __init__(self, max_iterations: Optional[int], token_budget: Optional[int]) -> None:
        self._max_iterations = max_iterations
        self._token_budget = token_budget
        self.iterations = 0
        self.tokens = 0

    def note(self, message: BetaMessage) -> None:
        """Counts the tokens of a reply."""
        self.tokens += tokens_of(message)

    def reached(self) -> Optional[ToolRunnerEndReason]:
        """The limit that forbids another request."""
        if self._max_iterations is not None and self.iterations >= self._max_iterations:
            return "max_iterations"
        if self._token_budget is not None and self.tokens >= self._token_budget:
            return "token_budget"
        return None


def tokens_of(message: BetaMessage) -> int:
    """The tokens of a request and its reply, cached ones included.

    Nothing is counted for what a gateway, or a test, does not tell.
    """
    usage: Any = getattr(message, "usage", None)
    counts: List[Any] = [getattr(usage, name, None) for name in _COUNTS]
    return sum(count for count in counts if isinstance(count, int))


def pauses(message: BetaMessage) -> bool:
    """Whether a reply is to be sent back as it is, for the model to go on."""
    return _stop_reason(message) in _PAUSES


def is_cut(message: BetaMessage) -> bool:
    """Whether a reply has ended in such a way that its tool calls are not to be made."""
    return _stop_reason(message) in _CUT


def end_reason_of(message: BetaMessage) -> ToolRunnerEndReason:
    """What the end is called if a reply is the last one."""
    return _ENDS.get(_stop_reason(message), "complete")


def _stop_reason(message: BetaMessage) -> str:
    reason: Any = getattr(message, "stop_reason", None)
    return reason if isinstance(reason, str) else ""
