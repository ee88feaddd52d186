# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaMemoryTool20250818RenameCommand",
]


class BetaMemoryTool20250818RenameCommand(BaseModel):
    """Moves or renames a memory file or directory."""

    command: Literal["rename"]
    """Identifies a request to rename; always `rename`."""

    new_path: str
    """Destination, as an absolute path below `/memories`. Refuse it if something exists there."""

    old_path: str
    """What to move, as an absolute path below `/memories`."""
