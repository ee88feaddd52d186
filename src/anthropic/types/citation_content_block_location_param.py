# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "CitationContentBlockLocationParam",
]


class CitationContentBlockLocationParam(TypedDict, total=False):
    """Citation from a document made of content blocks, located by blocks."""

    cited_text: Required[str]
    """Quoted passage. It does not count as output tokens."""

    document_index: Required[int]
    """Position of the document among all documents of the request, from 0."""

    document_title: Required[Optional[str]]
    """Title of the document as given in the request. Null when it has none."""

    end_block_index: Required[int]
    """Position right after the last quoted block, so the end is exclusive."""

    start_block_index: Required[int]
    """Position of the first quoted block within the document, from 0."""

    type: Required[Literal["content_block_location"]]
    """Identifies a citation by blocks; always `content_block_location`."""
