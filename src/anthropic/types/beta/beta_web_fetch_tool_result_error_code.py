# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, TypeAlias

__all__ = [
    "BetaWebFetchToolResultErrorCode",
]


BetaWebFetchToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input",
    "url_too_long",
    "url_not_allowed",
    "url_not_accessible",
    "unsupported_content_type",
    "too_many_requests",
    "max_uses_exceeded",
    "unavailable",
]
"""Cause of a failed fetch: bad arguments, address too long, address not permitted
(`url_not_allowed`), page unreachable (`url_not_accessible`), content type not supported, rate
limit reached, `max_uses` exhausted, or service unavailable.
"""
