# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .base64_image_source_param import Base64ImageSourceParam
from .cache_control_ephemeral_param import CacheControlEphemeralParam
from .url_image_source_param import URLImageSourceParam

__all__ = [
    "ImageBlockParam",
    "Source",
]


Source: TypeAlias = Union[Base64ImageSourceParam, URLImageSourceParam]
"""Where the picture comes from: inline data or a URL; the beta API also takes an uploaded file."""


class ImageBlockParam(TypedDict, total=False):
    """Picture for the model to look at. Large ones are scaled down first, which costs time without
    adding detail.
    """

    source: Required[Source]
    """Where the picture comes from: inline data or a URL; the beta API also takes an uploaded file."""

    type: Required[Literal["image"]]
    """Identifies an image block; always `image`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""
