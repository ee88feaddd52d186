# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaTextEditorCodeExecutionCreateResultBlockParam",
]


class BetaTextEditorCodeExecutionCreateResultBlockParam(TypedDict, total=False):
    """Outcome of writing a file in the sandbox."""

    is_file_update: Required[bool]
    """True when an existing file was overwritten, false when the file is new."""

    type: Required[Literal["text_editor_code_execution_create_result"]]
    """Identifies the result of a create command; always `text_editor_code_execution_create_result`."""
