# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "PlainTextSourceParam",
]


class PlainTextSourceParam(TypedDict, total=False):
    """Document given as plain text. Citations refer to it by character positions."""

    data: Required[str]
    """Text of the document, not encoded."""

    media_type: Required[Literal["text/plain"]]
    """Format of the data; always `text/plain`."""

    type: Required[Literal["text"]]
    """Identifies plain text; always `text`."""
