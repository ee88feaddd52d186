# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable

from typing_extensions import Literal, Required, TypedDict

from .beta_bash_code_execution_output_block_param import BetaBashCodeExecutionOutputBlockParam

__all__ = [
    "BetaBashCodeExecutionResultBlockParam",
]


class BetaBashCodeExecutionResultBlockParam(TypedDict, total=False):
    """Outcome of a shell command that ran in the sandbox, whatever its exit status."""

    content: Required[Iterable[BetaBashCodeExecutionOutputBlockParam]]
    """Files the command produced; empty when it produced none."""

    return_code: Required[int]
    """Exit status of the command; 0 means success."""

    stderr: Required[str]
    """Text written to standard error; may be empty."""

    stdout: Required[str]
    """Text written to standard output; may be empty."""

    type: Required[Literal["bash_code_execution_result"]]
    """Identifies a bash result block; always `bash_code_execution_result`."""
