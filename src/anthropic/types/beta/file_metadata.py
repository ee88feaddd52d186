# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from datetime import datetime
from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "FileMetadata",
]


class FileMetadata(BaseModel):
    """Description of a stored file, without its content."""

    id: str
    """Identifier to use in content blocks and file endpoints."""

    created_at: datetime
    """Time of creation, as an RFC 3339 timestamp."""

    filename: str
    """Name given at upload, or by the code that produced the file."""

    mime_type: str
    """Media type, such as `application/pdf`; decides which content blocks can refer to the file."""

    size_bytes: int
    """Size of the content, in bytes."""

    type: Literal["file"]
    """Identifies file metadata; always `file`."""

    downloadable: Optional[bool] = None
    """Whether the content can be fetched back. True for files that tools produced; files a caller
    uploaded normally are not. Null when unstated.
    """
