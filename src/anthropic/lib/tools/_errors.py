"""What tools raise to tell the model something, and what the model is told about other errors."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Tuple, Type

if TYPE_CHECKING:
    from ...types.beta.beta_tool_use_block import BetaToolUseBlock
    from ._beta_functions import BetaFunctionToolResultType

# The name under which programs filter what tool runners log.
log = logging.getLogger(f"{__package__}._beta_runner")

POLICIES = ("return", "raise", "redact")


class ToolError(Exception):
    """A failure whose text is meant for the model.

    Raise it in a tool: the model is told `content`, as it is and marked as an error, also where
    `on_tool_error` is "redact". With "raise", it is raised like any other exception.
    """

    content: BetaFunctionToolResultType
    """What the model is told: text, or content blocks"""

    def __init__(self, content: BetaFunctionToolResultType) -> None:
        super().__init__(content)
        self.content = content if isinstance(content, str) else list(content)


class ToolTimeoutError(ToolError, TimeoutError):
    """A tool took longer than its timeout."""

    def __init__(self, name: str, seconds: float) -> None:
        super().__init__(
            f"Tool '{name}' did not finish within {seconds:g} seconds. "
            "Whether it has had an effect is unknown."
        )
        self._made_of = (name, seconds)

    def __reduce__(self) -> Tuple[Type[ToolTimeoutError], Tuple[str, float]]:
        return type(self), self._made_of


def told_text(policy: Any, tool: Any, call: BetaToolUseBlock, error: Exception) -> Any:
    """What the model is told about an exception, as the policy "return" or "redact" has it.

    A callable decides itself: then this is what it returns. "raise" raises the exception.
    """
    if policy == "raise":
        raise error
    if isinstance(error, ToolError) and isinstance(policy, str):
        log.info(f"Tool {call.name} reported an error to the model")
        return error.content
    log.error(f"Error occurred while calling tool: {tool.name}", exc_info=error)
    if policy == "return":
        return repr(error)
    if policy == "redact":
        return _redacted(tool, call)
    return policy(call, error)


def _redacted(tool: Any, call: BetaToolUseBlock) -> str:
    """Nothing of the exception, but what is wrong with the model's own input."""
    explain = getattr(tool, "explain_input", None)
    problem = None if explain is None else explain(call.input)
    if problem is None:
        return f"Error: tool '{call.name}' failed"
    return f"Error: the input does not fit tool '{call.name}': {problem}"
