# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaBase64PDFSource",
]


class BetaBase64PDFSource(BaseModel):
    """PDF sent inline. Each page is read both as text and as an image."""

    data: str
    """PDF content as base64 text. An open file or a path may be given instead; it is read and
    encoded when the request is sent.
    """

    media_type: Literal["application/pdf"]
    """Format of the data; always `application/pdf`."""

    type: Literal["base64"]
    """Identifies inline data; always `base64`."""
