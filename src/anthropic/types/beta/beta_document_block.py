# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional, Union

from typing_extensions import Annotated, Literal, TypeAlias

from ..._models import BaseModel
from ..._utils import PropertyInfo
from .beta_base64_pdf_source import BetaBase64PDFSource
from .beta_citation_config import BetaCitationConfig
from .beta_plain_text_source import BetaPlainTextSource

__all__ = [
    "BetaDocumentBlock",
    "Source",
]


Source: TypeAlias = Annotated[
    Union[BetaBase64PDFSource, BetaPlainTextSource], PropertyInfo(discriminator="type")
]
"""Where the document comes from: inline PDF, plain text, content blocks or a URL; the beta API also
takes an uploaded file.
"""


class BetaDocumentBlock(BaseModel):
    """PDF or text for the model to read, and to cite from when citations are on."""

    citations: Optional[BetaCitationConfig] = None
    """Whether the model may cite this document. Null or absent means no; all documents of a request
    have to agree.
    """

    source: Source
    """Where the document comes from: inline PDF, plain text, content blocks or a URL; the beta API
    also takes an uploaded file.
    """

    title: Optional[str] = None
    """Title shown to the model and repeated as `document_title` in citations. Null or absent leaves
    it untitled.
    """

    type: Literal["document"]
    """Identifies a document block; always `document`."""
