# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable

from typing_extensions import Literal, Required, TypedDict

from .beta_tool_reference_block_param import BetaToolReferenceBlockParam

__all__ = [
    "BetaToolSearchToolSearchResultBlockParam",
]


class BetaToolSearchToolSearchResultBlockParam(TypedDict, total=False):
    """Matches of a tool search."""

    tool_references: Required[Iterable[BetaToolReferenceBlockParam]]
    """Tools that matched and become callable from here on; empty when nothing matched."""

    type: Required[Literal["tool_search_tool_search_result"]]
    """Identifies a list of tool matches; always `tool_search_tool_search_result`."""
