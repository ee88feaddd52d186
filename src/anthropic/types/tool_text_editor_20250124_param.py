# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .cache_control_ephemeral_param import CacheControlEphemeralParam

__all__ = [
    "ToolTextEditor20250124Param",
]


class ToolTextEditor20250124Param(TypedDict, total=False):
    """Editor for text files, version of 24 January 2025. The model sends view and edit commands,
    your code carries them out.
    """

    name: Required[Literal["str_replace_editor"]]
    """Name the model calls the tool by; always `str_replace_editor`."""

    type: Required[Literal["text_editor_20250124"]]
    """Identifies this version of the text editor; always `text_editor_20250124`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this definition. Null or absent sets none."""

    strict: bool
    """True guarantees that arguments follow the tool's schema. Absent means false."""
