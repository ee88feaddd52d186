# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaContainerUploadBlock",
]


class BetaContainerUploadBlock(BaseModel):
    """Places an uploaded file into the sandbox so that code execution can read it. The model does
    not see the content itself.
    """

    file_id: str
    """File from the Files API to copy into the container."""

    type: Literal["container_upload"]
    """Identifies a file placed in the container; always `container_upload`."""
