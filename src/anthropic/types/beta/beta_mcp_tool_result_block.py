# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Union

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_text_block import BetaTextBlock

__all__ = [
    "BetaMCPToolResultBlock",
]


class BetaMCPToolResultBlock(BaseModel):
    """What a remote MCP server returned for a call."""

    content: Union[str, List[BetaTextBlock]]
    """Output as a plain string or as text blocks."""

    is_error: bool
    """True when the server reported a failure; `content` then explains it."""

    tool_use_id: str
    """`id` of the `mcp_tool_use` block this result answers."""

    type: Literal["mcp_tool_result"]
    """Identifies the result of an MCP call; always `mcp_tool_result`."""
