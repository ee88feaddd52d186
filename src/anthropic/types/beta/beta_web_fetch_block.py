# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_document_block import BetaDocumentBlock

__all__ = [
    "BetaWebFetchBlock",
]


class BetaWebFetchBlock(BaseModel):
    """Page or file that was fetched from the web."""

    content: BetaDocumentBlock
    """Retrieved document, as text or as a base64 PDF."""

    retrieved_at: Optional[str] = None
    """When the content was retrieved, as an ISO 8601 timestamp; it may predate the request if a
    stored copy was used. Null when unknown.
    """

    type: Literal["web_fetch_result"]
    """Identifies a fetched page; always `web_fetch_result`."""

    url: str
    """Address the content came from."""
