# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "WebSearchToolRequestErrorParam",
]


class WebSearchToolRequestErrorParam(TypedDict, total=False):
    """A failed web search, in the form used when sending a conversation back."""

    error_code: Required[
        Literal[
            "invalid_tool_input",
            "unavailable",
            "max_uses_exceeded",
            "too_many_requests",
            "query_too_long",
            "request_too_large",
        ]
    ]
    """Why it failed, as received: `invalid_tool_input`, `unavailable`, `max_uses_exceeded`,
    `too_many_requests`, `query_too_long` or `request_too_large`.
    """

    type: Required[Literal["web_search_tool_result_error"]]
    """Identifies a failed web search; always `web_search_tool_result_error`."""
