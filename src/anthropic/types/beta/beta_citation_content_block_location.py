# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaCitationContentBlockLocation",
]


class BetaCitationContentBlockLocation(BaseModel):
    """Citation from a document made of content blocks, located by blocks."""

    cited_text: str
    """Quoted passage. It does not count as output tokens."""

    document_index: int
    """Position of the document among all documents of the request, from 0."""

    document_title: Optional[str] = None
    """Title of the document as given in the request. Null when it has none."""

    end_block_index: int
    """Position right after the last quoted block, so the end is exclusive."""

    file_id: Optional[str] = None
    """ID of the uploaded file the document came from. Null when it was not an upload."""

    start_block_index: int
    """Position of the first quoted block within the document, from 0."""

    type: Literal["content_block_location"]
    """Identifies a citation by blocks; always `content_block_location`."""
