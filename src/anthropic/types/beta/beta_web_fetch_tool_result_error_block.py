# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_web_fetch_tool_result_error_code import BetaWebFetchToolResultErrorCode

__all__ = [
    "BetaWebFetchToolResultErrorBlock",
]


class BetaWebFetchToolResultErrorBlock(BaseModel):
    """Reason why a web fetch failed."""

    error_code: BetaWebFetchToolResultErrorCode
    """Cause of the failure; see the listed codes."""

    type: Literal["web_fetch_tool_result_error"]
    """Identifies a web fetch error; always `web_fetch_tool_result_error`."""
