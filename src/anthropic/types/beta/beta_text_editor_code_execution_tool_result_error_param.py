# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaTextEditorCodeExecutionToolResultErrorParam",
]


class BetaTextEditorCodeExecutionToolResultErrorParam(TypedDict, total=False):
    """Reason why a sandboxed file operation failed."""

    error_code: Required[
        Literal[
            "invalid_tool_input",
            "unavailable",
            "too_many_requests",
            "execution_time_exceeded",
            "file_not_found",
        ]
    ]
    """Cause: bad arguments, sandbox unavailable, rate limit reached, time limit passed, or no such
    file (`file_not_found`).
    """

    type: Required[Literal["text_editor_code_execution_tool_result_error"]]
    """Identifies a sandboxed file operation error; always
    `text_editor_code_execution_tool_result_error`.
    """

    error_message: Optional[str]
    """Further explanation for people. Null when there is none."""
