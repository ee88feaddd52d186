# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_tool_reference_block import BetaToolReferenceBlock

__all__ = [
    "BetaToolSearchToolSearchResultBlock",
]


class BetaToolSearchToolSearchResultBlock(BaseModel):
    """Matches of a tool search."""

    tool_references: List[BetaToolReferenceBlock]
    """Tools that matched and become callable from here on; empty when nothing matched."""

    type: Literal["tool_search_tool_search_result"]
    """Identifies a list of tool matches; always `tool_search_tool_search_result`."""
