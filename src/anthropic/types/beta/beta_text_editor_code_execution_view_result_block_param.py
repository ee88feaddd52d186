# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaTextEditorCodeExecutionViewResultBlockParam",
]


class BetaTextEditorCodeExecutionViewResultBlockParam(TypedDict, total=False):
    """Content of a sandbox file, or of a range of its lines."""

    content: Required[str]
    """What was read; interpret it according to `file_type`."""

    file_type: Required[Literal["text", "image", "pdf"]]
    """Kind of file that was viewed: `text`, `image` or `pdf`. Line numbers make sense for `text`
    only.
    """

    type: Required[Literal["text_editor_code_execution_view_result"]]
    """Identifies the result of a view command; always `text_editor_code_execution_view_result`."""

    num_lines: Optional[int]
    """Lines contained in this result. Null when lines do not apply."""

    start_line: Optional[int]
    """Line number of the first line shown. Null when lines do not apply."""

    total_lines: Optional[int]
    """Lines in the whole file; larger than `num_lines` when only a part is shown. Null when lines
    do not apply.
    """
