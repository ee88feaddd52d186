# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Literal, TypeAlias

from ..._models import BaseModel
from .beta_tool_search_tool_result_error import BetaToolSearchToolResultError
from .beta_tool_search_tool_search_result_block import BetaToolSearchToolSearchResultBlock

__all__ = [
    "BetaToolSearchToolResultBlock",
    "Content",
]


Content: TypeAlias = Union[BetaToolSearchToolResultError, BetaToolSearchToolSearchResultBlock]
"""References to matching tools, or an error."""


class BetaToolSearchToolResultBlock(BaseModel):
    """Answer to a tool search call. Send it back unchanged, so that the tools it found stay loaded."""

    content: Content
    """References to matching tools, or an error."""

    tool_use_id: str
    """`id` of the `server_tool_use` block this result answers."""

    type: Literal["tool_search_tool_result"]
    """Identifies the result of a tool search; always `tool_search_tool_result`."""
