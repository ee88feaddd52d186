# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaFileDocumentSourceParam",
]


class BetaFileDocumentSourceParam(TypedDict, total=False):
    """Document that was uploaded through the Files API."""

    file_id: Required[str]
    """Identifier of the upload. The file must be a PDF or plain text."""

    type: Required[Literal["file"]]
    """Identifies a document given by file id; always `file`."""
