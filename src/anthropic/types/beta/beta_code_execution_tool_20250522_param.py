# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaCodeExecutionTool20250522Param",
]


class BetaCodeExecutionTool20250522Param(TypedDict, total=False):
    """Runs Python in a sandbox hosted by the service; nothing executes on the caller's side. Needs
    the beta `code-execution-2025-05-22`.
    """

    name: Required[Literal["code_execution"]]
    """Name the model calls; always `code_execution`."""

    type: Required[Literal["code_execution_20250522"]]
    """Identifies the Python-only code execution tool; always `code_execution_20250522`."""

    allowed_callers: List[Literal["direct", "code_execution_20250825"]]
    """Who may invoke this tool: `direct` is the model itself, `code_execution_20250825` is code the
    model runs in the sandbox. Absent allows direct calls only.
    """

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this tool definition, so that everything up to
    it can be reused by later requests. Null or absent places none.
    """

    defer_loading: bool
    """When true, the definition stays out of the initial prompt and is loaded only once a tool
    search returns a reference to it; saves input tokens with large tool sets. Absent means
    false.
    """

    strict: bool
    """When true, the model's arguments for this tool are guaranteed to match its input schema.
    Absent means false.
    """
