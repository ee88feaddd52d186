# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Iterable, List, Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaToolBash20250124Param",
]


class BetaToolBash20250124Param(TypedDict, total=False):
    """Shell session that the caller hosts; the model sends commands, the caller runs them."""

    name: Required[Literal["bash"]]
    """Name the model calls the tool by; always `bash`."""

    type: Required[Literal["bash_20250124"]]
    """Identifies this version of the bash tool; always `bash_20250124`."""

    allowed_callers: List[Literal["direct", "code_execution_20250825"]]
    """Who may invoke this tool: `direct` is the model itself, `code_execution_20250825` is code the
    model runs in the sandbox. Absent allows direct calls only.
    """

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Sets a cache breakpoint at this definition. Null or absent sets none."""

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
    """True guarantees that arguments follow the tool's schema. Absent means false."""
