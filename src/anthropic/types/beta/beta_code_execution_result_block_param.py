# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable

from typing_extensions import Literal, Required, TypedDict

from .beta_code_execution_output_block_param import BetaCodeExecutionOutputBlockParam

__all__ = [
    "BetaCodeExecutionResultBlockParam",
]


class BetaCodeExecutionResultBlockParam(TypedDict, total=False):
    """Outcome of Python code that ran in the sandbox, including code that raised an exception."""

    content: Required[Iterable[BetaCodeExecutionOutputBlockParam]]
    """Files the code produced; empty when it produced none."""

    return_code: Required[int]
    """Exit status of the interpreter; 0 means success."""

    stderr: Required[str]
    """Text written to standard error, tracebacks included; may be empty."""

    stdout: Required[str]
    """Text written to standard output; may be empty."""

    type: Required[Literal["code_execution_result"]]
    """Identifies a code result block; always `code_execution_result`."""
