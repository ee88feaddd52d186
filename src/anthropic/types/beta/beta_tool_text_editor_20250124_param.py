# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Iterable, List, Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaToolTextEditor20250124Param",
]


class BetaToolTextEditor20250124Param(TypedDict, total=False):
    """File editor that the caller hosts, January 2025 version."""

    name: Required[Literal["str_replace_editor"]]
    """Name the model calls the tool by; always `str_replace_editor`."""

    type: Required[Literal["text_editor_20250124"]]
    """Identifies this version of the text editor; always `text_editor_20250124`."""

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
