# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .beta_base64_pdf_source_param import BetaBase64PDFSourceParam
from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_citations_config_param import BetaCitationsConfigParam
from .beta_content_block_source_param import BetaContentBlockSourceParam
from .beta_file_document_source_param import BetaFileDocumentSourceParam
from .beta_plain_text_source_param import BetaPlainTextSourceParam
from .beta_url_pdf_source_param import BetaURLPDFSourceParam

__all__ = [
    "BetaRequestDocumentBlockParam",
    "Source",
]


Source: TypeAlias = Union[
    BetaBase64PDFSourceParam,
    BetaPlainTextSourceParam,
    BetaContentBlockSourceParam,
    BetaURLPDFSourceParam,
    BetaFileDocumentSourceParam,
]
"""Where the document comes from: inline data, an address, or a file id."""


class BetaRequestDocumentBlockParam(TypedDict, total=False):
    """Document given to the model, as a PDF, plain text, content blocks or an uploaded file."""

    source: Required[Source]
    """Where the document comes from: inline data, an address, or a file id."""

    type: Required[Literal["document"]]
    """Identifies a document block; always `document`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this block, so that everything up to it can be
    reused by later requests. Null or absent places none.
    """

    citations: Optional[BetaCitationsConfigParam]
    """Whether the model may cite this document. Null or absent leaves citations off."""

    context: Optional[str]
    """Background about the document. The model reads it but never cites it. Null or absent gives
    none.
    """

    title: Optional[str]
    """Name of the document, shown to the model and repeated in citations. Null or absent leaves it
    untitled.
    """
