# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaTextEditorCodeExecutionStrReplaceResultBlock",
]


class BetaTextEditorCodeExecutionStrReplaceResultBlock(BaseModel):
    """Outcome of a text replacement in a sandbox file, described like one hunk of a diff. Numbers
    are null when not reported.
    """

    lines: Optional[List[str]] = None
    """Changed region, one diff line per entry. Null when not reported."""

    new_lines: Optional[int] = None
    """Lines the region spans after the edit."""

    new_start: Optional[int] = None
    """First line number of the region after the edit."""

    old_lines: Optional[int] = None
    """Lines the region spanned before the edit."""

    old_start: Optional[int] = None
    """First line number of the region before the edit."""

    type: Literal["text_editor_code_execution_str_replace_result"]
    """Identifies the result of a replace command; always
    `text_editor_code_execution_str_replace_result`.
    """
