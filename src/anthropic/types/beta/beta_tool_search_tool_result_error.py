# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaToolSearchToolResultError",
]


class BetaToolSearchToolResultError(BaseModel):
    """Reason why a tool search failed."""

    error_code: Literal[
        "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded"
    ]
    """Cause: bad query, search unavailable, rate limit reached, or time limit passed."""

    error_message: Optional[str] = None
    """Further explanation for people, such as a faulty pattern. Null when there is none."""

    type: Literal["tool_search_tool_result_error"]
    """Identifies a tool search error; always `tool_search_tool_result_error`."""
