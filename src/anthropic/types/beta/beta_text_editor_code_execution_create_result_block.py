# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaTextEditorCodeExecutionCreateResultBlock",
]


class BetaTextEditorCodeExecutionCreateResultBlock(BaseModel):
    """Outcome of writing a file in the sandbox."""

    is_file_update: bool
    """True when an existing file was overwritten, false when the file is new."""

    type: Literal["text_editor_code_execution_create_result"]
    """Identifies the result of a create command; always `text_editor_code_execution_create_result`."""
