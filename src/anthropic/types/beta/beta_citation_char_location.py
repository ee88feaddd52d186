# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaCitationCharLocation",
]


class BetaCitationCharLocation(BaseModel):
    """Citation from a plain text document, located by characters."""

    cited_text: str
    """Quoted passage. It does not count as output tokens."""

    document_index: int
    """Position of the document among all documents of the request, from 0."""

    document_title: Optional[str] = None
    """Title of the document as given in the request. Null when it has none."""

    end_char_index: int
    """Position right after the last quoted character, so the end is exclusive."""

    file_id: Optional[str] = None
    """ID of the uploaded file the document came from. Null when it was not an upload."""

    start_char_index: int
    """Position of the first quoted character, from 0."""

    type: Literal["char_location"]
    """Identifies a citation by characters; always `char_location`."""
