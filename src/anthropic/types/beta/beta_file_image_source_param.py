# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaFileImageSourceParam",
]


class BetaFileImageSourceParam(TypedDict, total=False):
    """Image that was uploaded through the Files API."""

    file_id: Required[str]
    """Identifier of the upload. The file must be in a supported image format."""

    type: Required[Literal["file"]]
    """Identifies an image given by file id; always `file`."""
