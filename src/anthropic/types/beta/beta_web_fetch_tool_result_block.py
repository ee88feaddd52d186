# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Literal, TypeAlias

from ..._models import BaseModel
from .beta_web_fetch_block import BetaWebFetchBlock
from .beta_web_fetch_tool_result_error_block import BetaWebFetchToolResultErrorBlock

__all__ = [
    "BetaWebFetchToolResultBlock",
    "Content",
]


Content: TypeAlias = Union[BetaWebFetchToolResultErrorBlock, BetaWebFetchBlock]
"""Fetched document, or an error."""


class BetaWebFetchToolResultBlock(BaseModel):
    """Answer to a `web_fetch` call. Send it back unchanged in later turns."""

    content: Content
    """Fetched document, or an error."""

    tool_use_id: str
    """`id` of the `server_tool_use` block this result answers."""

    type: Literal["web_fetch_tool_result"]
    """Identifies the result of a web fetch; always `web_fetch_tool_result`."""
