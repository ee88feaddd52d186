# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Literal, TypeAlias

from ..._models import BaseModel
from .beta_text_editor_code_execution_create_result_block import (
    BetaTextEditorCodeExecutionCreateResultBlock,
)
from .beta_text_editor_code_execution_str_replace_result_block import (
    BetaTextEditorCodeExecutionStrReplaceResultBlock,
)
from .beta_text_editor_code_execution_tool_result_error import (
    BetaTextEditorCodeExecutionToolResultError,
)
from .beta_text_editor_code_execution_view_result_block import (
    BetaTextEditorCodeExecutionViewResultBlock,
)

__all__ = [
    "BetaTextEditorCodeExecutionToolResultBlock",
    "Content",
]


Content: TypeAlias = Union[
    BetaTextEditorCodeExecutionToolResultError,
    BetaTextEditorCodeExecutionViewResultBlock,
    BetaTextEditorCodeExecutionCreateResultBlock,
    BetaTextEditorCodeExecutionStrReplaceResultBlock,
]
"""Result of a view, create or replace command, or an error."""


class BetaTextEditorCodeExecutionToolResultBlock(BaseModel):
    """Answer to a `text_editor_code_execution` call, a file operation in the sandbox. Send it back
    unchanged in later turns.
    """

    content: Content
    """Result of a view, create or replace command, or an error."""

    tool_use_id: str
    """`id` of the `server_tool_use` block this result answers."""

    type: Literal["text_editor_code_execution_tool_result"]
    """Identifies the result of a sandboxed file operation; always
    `text_editor_code_execution_tool_result`.
    """
