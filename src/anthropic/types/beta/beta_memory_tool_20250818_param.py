# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Iterable, List, Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaMemoryTool20250818Param",
]


class BetaMemoryTool20250818Param(TypedDict, total=False):
    """Directory of notes, below `/memories`, that outlives a conversation. The model issues file
    commands; the caller stores the data and answers them.
    """

    name: Required[Literal["memory"]]
    """Name the model calls; always `memory`."""

    type: Required[Literal["memory_20250818"]]
    """Identifies the memory tool; always `memory_20250818`."""

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

    input_examples: Iterable[Dict[str, object]]
    """Sample argument objects, each valid for the tool's schema, that show the model how a typical
    call looks. They count as input tokens.
    """

    strict: bool
    """When true, the model's arguments for this tool are guaranteed to match its input schema.
    Absent means false.
    """
