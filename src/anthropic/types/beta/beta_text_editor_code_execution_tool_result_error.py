# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaTextEditorCodeExecutionToolResultError",
]


class BetaTextEditorCodeExecutionToolResultError(BaseModel):
    """Reason why a sandboxed file operation failed."""

    error_code: Literal[
        "invalid_tool_input",
        "unavailable",
        "too_many_requests",
        "execution_time_exceeded",
        "file_not_found",
    ]
    """Cause: bad arguments, sandbox unavailable, rate limit reached, time limit passed, or no such
    file (`file_not_found`).
    """

    error_message: Optional[str] = None
    """Further explanation for people. Null when there is none."""

    type: Literal["text_editor_code_execution_tool_result_error"]
    """Identifies a sandboxed file operation error; always
    `text_editor_code_execution_tool_result_error`.
    """
