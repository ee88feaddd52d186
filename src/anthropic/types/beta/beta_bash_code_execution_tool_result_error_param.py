# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaBashCodeExecutionToolResultErrorParam",
]


class BetaBashCodeExecutionToolResultErrorParam(TypedDict, total=False):
    """Reason why a sandboxed shell command gave no result. A command that ran and failed is
    reported through `return_code` instead.
    """

    error_code: Required[
        Literal[
            "invalid_tool_input",
            "unavailable",
            "too_many_requests",
            "execution_time_exceeded",
            "output_file_too_large",
        ]
    ]
    """Cause: bad arguments, sandbox unavailable, rate limit reached, time limit passed, or an
    output file above the size limit (`output_file_too_large`).
    """

    type: Required[Literal["bash_code_execution_tool_result_error"]]
    """Identifies a sandboxed shell error; always `bash_code_execution_tool_result_error`."""
