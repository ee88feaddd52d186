# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

from .beta_web_search_tool_result_error_code import BetaWebSearchToolResultErrorCode

__all__ = [
    "BetaWebSearchToolRequestErrorParam",
]


class BetaWebSearchToolRequestErrorParam(TypedDict, total=False):
    """A failed web search, in the form used when sending a conversation back."""

    error_code: Required[BetaWebSearchToolResultErrorCode]
    """Why it failed, as received: `invalid_tool_input`, `unavailable`, `max_uses_exceeded`,
    `too_many_requests`, `query_too_long` or `request_too_large`.
    """

    type: Required[Literal["web_search_tool_result_error"]]
    """Identifies a failed web search; always `web_search_tool_result_error`."""
