# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "WebSearchToolResultError",
]


class WebSearchToolResultError(BaseModel):
    """A web search failed. The request as a whole still succeeds, and the model goes on without
    hits.
    """

    error_code: Literal[
        "invalid_tool_input",
        "unavailable",
        "max_uses_exceeded",
        "too_many_requests",
        "query_too_long",
        "request_too_large",
    ]
    """Why it failed: `invalid_tool_input` (malformed arguments), `unavailable` (search is down),
    `max_uses_exceeded` (more searches than `max_uses`), `too_many_requests` (search rate limit),
    `query_too_long`, or `request_too_large`.
    """

    type: Literal["web_search_tool_result_error"]
    """Identifies a failed web search; always `web_search_tool_result_error`."""
