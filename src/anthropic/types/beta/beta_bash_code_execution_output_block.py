# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaBashCodeExecutionOutputBlock",
]


class BetaBashCodeExecutionOutputBlock(BaseModel):
    """File that a sandboxed shell command left behind."""

    file_id: str
    """Identifier for downloading the file through the Files API."""

    type: Literal["bash_code_execution_output"]
    """Identifies a file produced by a shell command; always `bash_code_execution_output`."""
