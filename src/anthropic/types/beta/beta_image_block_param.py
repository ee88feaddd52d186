# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .beta_base64_image_source_param import BetaBase64ImageSourceParam
from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_file_image_source_param import BetaFileImageSourceParam
from .beta_url_image_source_param import BetaURLImageSourceParam

__all__ = [
    "BetaImageBlockParam",
    "Source",
]


Source: TypeAlias = Union[
    BetaBase64ImageSourceParam, BetaURLImageSourceParam, BetaFileImageSourceParam
]
"""Where the picture comes from: inline data or a URL; the beta API also takes an uploaded file."""


class BetaImageBlockParam(TypedDict, total=False):
    """Picture for the model to look at. Large ones are scaled down first, which costs time without
    adding detail.
    """

    source: Required[Source]
    """Where the picture comes from: inline data or a URL; the beta API also takes an uploaded file."""

    type: Required[Literal["image"]]
    """Identifies an image block; always `image`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""
