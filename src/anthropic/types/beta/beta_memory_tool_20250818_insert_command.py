# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaMemoryTool20250818InsertCommand",
]


class BetaMemoryTool20250818InsertCommand(BaseModel):
    """Adds text to a memory file at a given line."""

    command: Literal["insert"]
    """Identifies a request to insert text; always `insert`."""

    insert_line: int
    """Line after which the text goes; 0 puts it at the start, the line count at the end."""

    insert_text: str
    """Text to add."""

    path: str
    """File to edit, as an absolute path below `/memories`."""
