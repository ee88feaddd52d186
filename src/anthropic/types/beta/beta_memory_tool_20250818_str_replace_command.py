# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaMemoryTool20250818StrReplaceCommand",
]


class BetaMemoryTool20250818StrReplaceCommand(BaseModel):
    """Replaces one passage in a memory file."""

    command: Literal["str_replace"]
    """Identifies a request to replace text; always `str_replace`."""

    new_str: str
    """Replacement text; empty deletes the passage."""

    old_str: str
    """Passage to replace. It should occur exactly once; report anything else to the model as an
    error.
    """

    path: str
    """File to edit, as an absolute path below `/memories`."""
