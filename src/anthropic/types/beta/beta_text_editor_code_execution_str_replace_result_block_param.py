# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from ..._types import SequenceNotStr

__all__ = [
    "BetaTextEditorCodeExecutionStrReplaceResultBlockParam",
]


class BetaTextEditorCodeExecutionStrReplaceResultBlockParam(TypedDict, total=False):
    """Outcome of a text replacement in a sandbox file, described like one hunk of a diff. Numbers
    are null when not reported.
    """

    type: Required[Literal["text_editor_code_execution_str_replace_result"]]
    """Identifies the result of a replace command; always
    `text_editor_code_execution_str_replace_result`.
    """

    lines: Optional[SequenceNotStr[str]]
    """Changed region, one diff line per entry. Null when not reported."""

    new_lines: Optional[int]
    """Lines the region spans after the edit."""

    new_start: Optional[int]
    """First line number of the region after the edit."""

    old_lines: Optional[int]
    """Lines the region spanned before the edit."""

    old_start: Optional[int]
    """First line number of the region before the edit."""
