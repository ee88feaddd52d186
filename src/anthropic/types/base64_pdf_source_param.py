# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Annotated, Literal, Required, TypedDict

from .._compat import set_pydantic_config
from .._types import Base64FileInput
from .._utils import PropertyInfo

__all__ = [
    "Base64PDFSourceParam",
]


class Base64PDFSourceParam(TypedDict, total=False):
    """PDF sent inline. Each page is read both as text and as an image."""

    data: Required[Annotated[Union[str, Base64FileInput], PropertyInfo(format="base64")]]
    """PDF content as base64 text. An open file or a path may be given instead; it is read and
    encoded when the request is sent.
    """

    media_type: Required[Literal["application/pdf"]]
    """Format of the data; always `application/pdf`."""

    type: Required[Literal["base64"]]
    """Identifies inline data; always `base64`."""


set_pydantic_config(Base64PDFSourceParam, {"arbitrary_types_allowed": True})
