# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .cache_control_ephemeral_param import CacheControlEphemeralParam

__all__ = [
    "ToolTextEditor20250429Param",
]


class ToolTextEditor20250429Param(TypedDict, total=False):
    """Editor for text files, version of 29 April 2025, without the undo command. The model sends
    view and edit commands, your code carries them out.
    """

    name: Required[Literal["str_replace_based_edit_tool"]]
    """Name the model calls the tool by; always `str_replace_based_edit_tool`."""

    type: Required[Literal["text_editor_20250429"]]
    """Identifies this version of the text editor; always `text_editor_20250429`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this definition. Null or absent sets none."""

    strict: bool
    """True guarantees that arguments follow the tool's schema. Absent means false."""
