# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, TypeAlias

__all__ = [
    "BetaCodeExecutionToolResultErrorCode",
]


BetaCodeExecutionToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded"
]
"""Cause of a failed code execution: `invalid_tool_input` bad arguments, `unavailable` sandbox down,
`too_many_requests` rate limit, `execution_time_exceeded` time limit.
"""
