# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaCodeExecutionOutputBlockParam",
]


class BetaCodeExecutionOutputBlockParam(TypedDict, total=False):
    """File that executed Python code left behind."""

    file_id: Required[str]
    """Identifier for downloading the file through the Files API."""

    type: Required[Literal["code_execution_output"]]
    """Identifies a file produced by executed code; always `code_execution_output`."""
