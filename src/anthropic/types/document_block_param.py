# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .base64_pdf_source_param import Base64PDFSourceParam
from .cache_control_ephemeral_param import CacheControlEphemeralParam
from .citations_config_param import CitationsConfigParam
from .content_block_source_param import ContentBlockSourceParam
from .plain_text_source_param import PlainTextSourceParam
from .url_pdf_source_param import URLPDFSourceParam

__all__ = [
    "DocumentBlockParam",
    "Source",
]


Source: TypeAlias = Union[
    Base64PDFSourceParam, PlainTextSourceParam, ContentBlockSourceParam, URLPDFSourceParam
]
"""Where the document comes from: inline PDF, plain text, content blocks or a URL; the beta API also
takes an uploaded file.
"""


class DocumentBlockParam(TypedDict, total=False):
    """PDF or text for the model to read, and to cite from when citations are on."""

    source: Required[Source]
    """Where the document comes from: inline PDF, plain text, content blocks or a URL; the beta API
    also takes an uploaded file.
    """

    type: Required[Literal["document"]]
    """Identifies a document block; always `document`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""

    citations: Optional[CitationsConfigParam]
    """Whether the model may cite this document. Null or absent means no; all documents of a request
    have to agree.
    """

    context: Optional[str]
    """Background on the document, such as its date or author. The model sees it but never cites it;
    null or absent gives none.
    """

    title: Optional[str]
    """Title shown to the model and repeated as `document_title` in citations. Null or absent leaves
    it untitled.
    """
