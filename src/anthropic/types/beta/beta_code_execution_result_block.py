# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_code_execution_output_block import BetaCodeExecutionOutputBlock

__all__ = [
    "BetaCodeExecutionResultBlock",
]


class BetaCodeExecutionResultBlock(BaseModel):
    """Outcome of Python code that ran in the sandbox, including code that raised an exception."""

    content: List[BetaCodeExecutionOutputBlock]
    """Files the code produced; empty when it produced none."""

    return_code: int
    """Exit status of the interpreter; 0 means success."""

    stderr: str
    """Text written to standard error, tracebacks included; may be empty."""

    stdout: str
    """Text written to standard output; may be empty."""

    type: Literal["code_execution_result"]
    """Identifies a code result block; always `code_execution_result`."""
