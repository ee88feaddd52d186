# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

from .beta_web_fetch_tool_result_error_code import BetaWebFetchToolResultErrorCode

__all__ = [
    "BetaWebFetchToolResultErrorBlockParam",
]


class BetaWebFetchToolResultErrorBlockParam(TypedDict, total=False):
    """Reason why a web fetch failed."""

    error_code: Required[BetaWebFetchToolResultErrorCode]
    """Cause of the failure; see the listed codes."""

    type: Required[Literal["web_fetch_tool_result_error"]]
    """Identifies a web fetch error; always `web_fetch_tool_result_error`."""
