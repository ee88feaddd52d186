# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, TypeAlias

__all__ = [
    "BetaWebSearchToolResultErrorCode",
]


BetaWebSearchToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input",
    "unavailable",
    "max_uses_exceeded",
    "too_many_requests",
    "query_too_long",
    "request_too_large",
]
"""Cause of a failed search: bad arguments, service unavailable, `max_uses` exhausted, rate limit
reached, query too long, or request too large.
"""
