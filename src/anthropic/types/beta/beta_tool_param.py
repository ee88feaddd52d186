# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Iterable, List, Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from ..._types import SequenceNotStr
from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaToolParam",
    "InputSchema",
]


class InputSchemaTyped(TypedDict, total=False):
    """JSON Schema, of type `object`, for the arguments the model has to produce."""

    type: Required[Literal["object"]]
    """Kind of the top level; always `object`."""

    properties: Optional[Dict[str, object]]
    """Schema of each argument by name. Null or absent means the tool takes none."""

    required: Optional[SequenceNotStr[str]]
    """Names of the arguments that must be given. Null or absent makes all optional."""


InputSchema: TypeAlias = Union[InputSchemaTyped, Dict[str, object]]
"""JSON Schema, of type `object`, for the arguments the model has to produce."""


class BetaToolParam(TypedDict, total=False):
    """Tool that the caller defines and runs."""

    input_schema: Required[InputSchema]
    """JSON Schema, of type `object`, for the arguments the model has to produce."""

    name: Required[str]
    """Name by which the model calls the tool; unique within the request."""

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

    description: str
    """What the tool does, when to call it and what it returns. Optional, but the strongest
    influence on how well the model uses it.
    """

    eager_input_streaming: Optional[bool]
    """When true, arguments stream while they are generated and may be incomplete JSON until the
    block ends; false buffers them even if a beta header asks otherwise. Null or absent follows
    the enabled betas.
    """

    input_examples: Iterable[Dict[str, object]]
    """Sample argument objects, each valid for the tool's schema, that show the model how a typical
    call looks. They count as input tokens.
    """

    strict: bool
    """When true, the model's arguments for this tool are guaranteed to match its input schema.
    Absent means false.
    """

    type: Optional[Literal["custom"]]
    """Marks a caller-defined tool; `custom`. Null or absent means the same."""
