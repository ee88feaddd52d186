# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaMemoryTool20250818ViewCommand",
]


class BetaMemoryTool20250818ViewCommand(BaseModel):
    """Reads a memory file, or lists a directory."""

    command: Literal["view"]
    """Identifies a request to read or list; always `view`."""

    path: str
    """File or directory to show, as an absolute path below `/memories`."""

    view_range: Optional[List[int]] = None
    """First and last line to return, counted from 1; for files only. Null or absent returns
    everything.
    """
