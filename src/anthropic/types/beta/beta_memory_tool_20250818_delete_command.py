# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaMemoryTool20250818DeleteCommand",
]


class BetaMemoryTool20250818DeleteCommand(BaseModel):
    """Removes a memory file or directory."""

    command: Literal["delete"]
    """Identifies a request to delete; always `delete`."""

    path: str
    """File or directory to remove, as an absolute path below `/memories`. Refuse the memory root
    itself.
    """
