# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_code_execution_tool_result_error_code import BetaCodeExecutionToolResultErrorCode

__all__ = [
    "BetaCodeExecutionToolResultError",
]


class BetaCodeExecutionToolResultError(BaseModel):
    """Reason why code gave no result. An exception inside the code is not such an error; see
    `stderr` and `return_code` there.
    """

    error_code: BetaCodeExecutionToolResultErrorCode
    """Cause of the failure; see the listed codes."""

    type: Literal["code_execution_tool_result_error"]
    """Identifies a code execution error; always `code_execution_tool_result_error`."""
