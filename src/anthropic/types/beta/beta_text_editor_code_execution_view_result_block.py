# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaTextEditorCodeExecutionViewResultBlock",
]


class BetaTextEditorCodeExecutionViewResultBlock(BaseModel):
    """Content of a sandbox file, or of a range of its lines."""

    content: str
    """What was read; interpret it according to `file_type`."""

    file_type: Literal["text", "image", "pdf"]
    """Kind of file that was viewed: `text`, `image` or `pdf`. Line numbers make sense for `text`
    only.
    """

    num_lines: Optional[int] = None
    """Lines contained in this result. Null when lines do not apply."""

    start_line: Optional[int] = None
    """Line number of the first line shown. Null when lines do not apply."""

    total_lines: Optional[int] = None
    """Lines in the whole file; larger than `num_lines` when only a part is shown. Null when lines
    do not apply.
    """

    type: Literal["text_editor_code_execution_view_result"]
    """Identifies the result of a view command; always `text_editor_code_execution_view_result`."""
