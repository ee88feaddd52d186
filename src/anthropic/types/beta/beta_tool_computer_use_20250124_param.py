# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Iterable, List, Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaToolComputerUse20250124Param",
]


class BetaToolComputerUse20250124Param(TypedDict, total=False):
    """Desktop control that the caller hosts, with finer actions than the 2024 version, such as
    scrolling, holding keys and waiting. Needs the beta `computer-use-2025-01-24`.
    """

    display_height_px: Required[int]
    """Screen height, in pixels, of the space that the model's coordinates refer to. Scale
    screenshots to the same size.
    """

    display_width_px: Required[int]
    """Screen width, in pixels, of the space that the model's coordinates refer to. Scale
    screenshots to the same size.
    """

    name: Required[Literal["computer"]]
    """Name the model calls; always `computer`."""

    type: Required[Literal["computer_20250124"]]
    """Identifies the January 2025 version of the computer tool; always `computer_20250124`."""

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

    display_number: Optional[int]
    """X11 display to act on. Null or absent when the environment has no numbered displays."""

    input_examples: Iterable[Dict[str, object]]
    """Sample argument objects, each valid for the tool's schema, that show the model how a typical
    call looks. They count as input tokens.
    """

    strict: bool
    """When true, the model's arguments for this tool are guaranteed to match its input schema.
    Absent means false.
    """
