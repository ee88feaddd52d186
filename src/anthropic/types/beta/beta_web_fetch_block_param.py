# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_request_document_block_param import BetaRequestDocumentBlockParam

__all__ = [
    "BetaWebFetchBlockParam",
]


class BetaWebFetchBlockParam(TypedDict, total=False):
    """Page or file that was fetched from the web."""

    content: Required[BetaRequestDocumentBlockParam]
    """Retrieved document, as text or as a base64 PDF."""

    type: Required[Literal["web_fetch_result"]]
    """Identifies a fetched page; always `web_fetch_result`."""

    url: Required[str]
    """Address the content came from."""

    retrieved_at: Optional[str]
    """When the content was retrieved, as an ISO 8601 timestamp; it may predate the request if a
    stored copy was used. Null when unknown.
    """
