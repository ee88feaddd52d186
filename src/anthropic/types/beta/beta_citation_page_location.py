# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaCitationPageLocation",
]


class BetaCitationPageLocation(BaseModel):
    """Citation from a PDF, located by pages."""

    cited_text: str
    """Quoted passage. It does not count as output tokens."""

    document_index: int
    """Position of the document among all documents of the request, from 0."""

    document_title: Optional[str] = None
    """Title of the document as given in the request. Null when it has none."""

    end_page_number: int
    """Page right after the last quoted one, so the end is exclusive."""

    file_id: Optional[str] = None
    """ID of the uploaded file the document came from. Null when it was not an upload."""

    start_page_number: int
    """First quoted page, from 1."""

    type: Literal["page_location"]
    """Identifies a citation by pages; always `page_location`."""
