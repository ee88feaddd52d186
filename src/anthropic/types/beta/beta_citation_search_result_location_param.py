# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaCitationSearchResultLocationParam",
]


class BetaCitationSearchResultLocationParam(TypedDict, total=False):
    """Citation from a `search_result` block, in the form used when sending a conversation back."""

    cited_text: Required[str]
    """Quoted passage."""

    end_block_index: Required[int]
    """Position right after the last quoted block, so the end is exclusive."""

    search_result_index: Required[int]
    """Position of the hit among all search results of the request, from 0, in order of appearance."""

    source: Required[str]
    """`source` of the cited hit."""

    start_block_index: Required[int]
    """Position of the first quoted block within the hit, from 0."""

    title: Required[Optional[str]]
    """`title` of the cited hit. Null when unknown."""

    type: Required[Literal["search_result_location"]]
    """Identifies a citation from a search result; always `search_result_location`."""
