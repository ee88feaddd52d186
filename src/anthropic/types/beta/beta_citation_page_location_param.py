# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaCitationPageLocationParam",
]


class BetaCitationPageLocationParam(TypedDict, total=False):
    """Citation from a PDF, located by pages."""

    cited_text: Required[str]
    """Quoted passage. It does not count as output tokens."""

    document_index: Required[int]
    """Position of the document among all documents of the request, from 0."""

    document_title: Required[Optional[str]]
    """Title of the document as given in the request. Null when it has none."""

    end_page_number: Required[int]
    """Page right after the last quoted one, so the end is exclusive."""

    start_page_number: Required[int]
    """First quoted page, from 1."""

    type: Required[Literal["page_location"]]
    """Identifies a citation by pages; always `page_location`."""
