# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaToolSearchToolResultErrorParam",
]


class BetaToolSearchToolResultErrorParam(TypedDict, total=False):
    """Reason why a tool search failed."""

    error_code: Required[
        Literal["invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded"]
    ]
    """Cause: bad query, search unavailable, rate limit reached, or time limit passed."""

    type: Required[Literal["tool_search_tool_result_error"]]
    """Identifies a tool search error; always `tool_search_tool_result_error`."""
