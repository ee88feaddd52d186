# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_text_editor_code_execution_create_result_block_param import (
    BetaTextEditorCodeExecutionCreateResultBlockParam,
)
from .beta_text_editor_code_execution_str_replace_result_block_param import (
    BetaTextEditorCodeExecutionStrReplaceResultBlockParam,
)
from .beta_text_editor_code_execution_tool_result_error_param import (
    BetaTextEditorCodeExecutionToolResultErrorParam,
)
from .beta_text_editor_code_execution_view_result_block_param import (
    BetaTextEditorCodeExecutionViewResultBlockParam,
)

__all__ = [
    "BetaTextEditorCodeExecutionToolResultBlockParam",
    "Content",
]


Content: TypeAlias = Union[
    BetaTextEditorCodeExecutionToolResultErrorParam,
    BetaTextEditorCodeExecutionViewResultBlockParam,
    BetaTextEditorCodeExecutionCreateResultBlockParam,
    BetaTextEditorCodeExecutionStrReplaceResultBlockParam,
]
"""Result of a view, create or replace command, or an error."""


class BetaTextEditorCodeExecutionToolResultBlockParam(TypedDict, total=False):
    """Answer to a `text_editor_code_execution` call, a file operation in the sandbox. Send it back
    unchanged in later turns.
    """

    content: Required[Content]
    """Result of a view, create or replace command, or an error."""

    tool_use_id: Required[str]
    """`id` of the `server_tool_use` block this result answers."""

    type: Required[Literal["text_editor_code_execution_tool_result"]]
    """Identifies the result of a sandboxed file operation; always
    `text_editor_code_execution_tool_result`.
    """

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this block, so that everything up to it can be
    reused by later requests. Null or absent places none.
    """
