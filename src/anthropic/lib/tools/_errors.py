"""What tools raise to tell the model something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._beta_functions import BetaFunctionToolResultType


class ToolError(Exception):
    """A failure whose text is meant for the model.

    Raise it in a tool: the model is told `content`, as it is and marked as an error, whatever
    `on_tool_error` says about other exceptions (except that "raise" raises it too).
    """

    content: BetaFunctionToolResultType
    """What the model is told: text, or content blocks"""

    def __init__(self, content: BetaFunctionToolResultType) -> None:
        super().__init__(content)
        self.content = content if isinstance(content, str) else list(content)
