# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List

from typing_extensions import Annotated, Required, TypedDict

from ..._types import FileTypes
from ..._utils import PropertyInfo
from ..anthropic_beta_param import AnthropicBetaParam

__all__ = [
    "FileUploadParams",
]


class FileUploadParams(TypedDict, total=False):
    """Parameters of `beta.files.upload`."""

    file: Required[FileTypes]
    """Content to upload, sent as a multipart form part: bytes, an open file, a path, or a `(name,
    content, content type)` tuple. Give a name and content type when the source has none.
    """

    betas: Annotated[List[AnthropicBetaParam], PropertyInfo(alias="anthropic-beta")]
    """Beta features to switch on for this request, joined with commas into the `anthropic-beta`
    header.
    """
