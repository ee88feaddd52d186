# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaCodeExecutionOutputBlock",
]


class BetaCodeExecutionOutputBlock(BaseModel):
    """File that executed Python code left behind."""

    file_id: str
    """Identifier for downloading the file through the Files API."""

    type: Literal["code_execution_output"]
    """Identifies a file produced by executed code; always `code_execution_output`."""
