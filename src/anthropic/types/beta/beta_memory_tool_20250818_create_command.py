# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaMemoryTool20250818CreateCommand",
]


class BetaMemoryTool20250818CreateCommand(BaseModel):
    """Writes a memory file."""

    command: Literal["create"]
    """Identifies a request to write a file; always `create`."""

    file_text: str
    """Complete text of the file."""

    path: str
    """File to write, as an absolute path below `/memories`."""
