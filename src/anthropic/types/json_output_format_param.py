# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "JSONOutputFormatParam",
]


class JSONOutputFormatParam(TypedDict, total=False):
    """Constrains the answer's text to JSON that fits a schema."""

    schema: Required[Dict[str, object]]
    """JSON Schema of the wanted output; only a subset of the keywords is supported, and objects
    need `additionalProperties: false`.
    """

    type: Required[Literal["json_schema"]]
    """Identifies JSON schema output; always `json_schema`."""
