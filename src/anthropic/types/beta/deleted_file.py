# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "DeletedFile",
]


class DeletedFile(BaseModel):
    """Confirmation that a file was deleted."""

    id: str
    """Identifier of the file, no longer usable."""

    type: Optional[Literal["file_deleted"]] = None
    """Identifies a deletion notice; `file_deleted`, or null when unstated."""
