# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "CitationsSearchResultLocation",
]


class CitationsSearchResultLocation(BaseModel):
    """Citation from a `search_result` block, as it comes back in a reply."""

    cited_text: str
    """Quoted passage. It does not count as output tokens."""

    end_block_index: int
    """Position right after the last quoted block, so the end is exclusive."""

    search_result_index: int
    """Position of the hit among all search results of the request, from 0, in order of appearance."""

    source: str
    """`source` of the cited hit."""

    start_block_index: int
    """Position of the first quoted block within the hit, from 0."""

    title: Optional[str] = None
    """`title` of the cited hit. Null when unknown."""

    type: Literal["search_result_location"]
    """Identifies a citation from a search result; always `search_result_location`."""
