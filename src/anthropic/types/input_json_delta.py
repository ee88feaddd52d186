# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, TypeAlias

from .._models import BaseModel

__all__ = [
    "InputJSONDelta",
    "InputJsonDelta",
]


class InputJSONDelta(BaseModel):
    """More input for a tool call."""

    partial_json: str
    """Fragment of the JSON input. Join the fragments and parse them when the block stops, as one
    alone is rarely valid JSON.
    """

    type: Literal["input_json_delta"]
    """Identifies a piece of tool input; always `input_json_delta`."""


InputJsonDelta: TypeAlias = InputJSONDelta
