# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .._compat import set_pydantic_config
from .._types import SequenceNotStr
from .cache_control_ephemeral_param import CacheControlEphemeralParam

__all__ = [
    "InputSchema",
    "ToolParam",
]


class InputSchemaTyped(TypedDict, total=False):
    """JSON Schema of the arguments; the model fills `input` accordingly."""

    type: Required[Literal["object"]]
    """Kind of the top level; always `object`."""

    properties: Optional[Dict[str, object]]
    """Schema of each argument by name. Null or absent means the tool takes none."""

    required: Optional[SequenceNotStr[str]]
    """Names of the arguments that must be given. Null or absent makes all optional."""


set_pydantic_config(InputSchemaTyped, {"extra": "allow"})


InputSchema: TypeAlias = Union[InputSchemaTyped, Dict[str, object]]
"""JSON Schema of the arguments; the model fills `input` accordingly."""


class ToolParam(TypedDict, total=False):
    """Tool of your own: the model decides when to call it, your code runs it."""

    input_schema: Required[InputSchema]
    """JSON Schema of the arguments; the model fills `input` accordingly."""

    name: Required[str]
    """Name the model calls the tool by, 1 to 128 letters, digits, underscores or hyphens. Must be
    unique within the request.
    """

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this definition. Null or absent sets none."""

    description: str
    """What the tool does, when to use it and what it returns. The more precise, the better the
    model uses it.
    """

    eager_input_streaming: Optional[bool]
    """True streams arguments as they are generated, without waiting for valid JSON, so a cut-off
    call may hold invalid JSON. Null or absent keeps the default for the request's beta features.
    """

    strict: bool
    """True guarantees that arguments follow `input_schema`. Absent means false."""

    type: Optional[Literal["custom"]]
    """Identifies a tool of your own; `custom`, null or absent."""
