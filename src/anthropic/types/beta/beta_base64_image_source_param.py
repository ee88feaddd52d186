# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Annotated, Literal, Required, TypedDict

from ..._compat import set_pydantic_config
from ..._types import Base64FileInput
from ..._utils import PropertyInfo

__all__ = [
    "BetaBase64ImageSourceParam",
]


class BetaBase64ImageSourceParam(TypedDict, total=False):
    """Image sent inline with the request."""

    data: Required[Annotated[Union[str, Base64FileInput], PropertyInfo(format="base64")]]
    """Image content as base64 text. An open file or a path may be given instead; it is read and
    encoded when the request is sent.
    """

    media_type: Required[Literal["image/jpeg", "image/png", "image/gif", "image/webp"]]
    """Format of the image: JPEG, PNG, GIF or WebP. It must match the data."""

    type: Required[Literal["base64"]]
    """Identifies inline data; always `base64`."""


set_pydantic_config(BetaBase64ImageSourceParam, {"arbitrary_types_allowed": True})
