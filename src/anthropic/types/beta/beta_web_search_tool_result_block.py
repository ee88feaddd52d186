# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_web_search_tool_result_block_content import BetaWebSearchToolResultBlockContent

__all__ = [
    "BetaWebSearchToolResultBlock",
]


class BetaWebSearchToolResultBlock(BaseModel):
    """Outcome of a web search the API ran."""

    content: BetaWebSearchToolResultBlockContent
    """List of pages found, or an error object when the search failed."""

    tool_use_id: str
    """`id` of the `server_tool_use` block this answers."""

    type: Literal["web_search_tool_result"]
    """Identifies the outcome of a web search; always `web_search_tool_result`."""
