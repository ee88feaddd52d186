# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_bash_code_execution_output_block import BetaBashCodeExecutionOutputBlock

__all__ = [
    "BetaBashCodeExecutionResultBlock",
]


class BetaBashCodeExecutionResultBlock(BaseModel):
    """Outcome of a shell command that ran in the sandbox, whatever its exit status."""

    content: List[BetaBashCodeExecutionOutputBlock]
    """Files the command produced; empty when it produced none."""

    return_code: int
    """Exit status of the command; 0 means success."""

    stderr: str
    """Text written to standard error; may be empty."""

    stdout: str
    """Text written to standard output; may be empty."""

    type: Literal["bash_code_execution_result"]
    """Identifies a bash result block; always `bash_code_execution_result`."""
