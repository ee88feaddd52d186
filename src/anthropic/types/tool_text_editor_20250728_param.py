# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .cache_control_ephemeral_param import CacheControlEphemeralParam

__all__ = [
    "ToolTextEditor20250728Param",
]


class ToolTextEditor20250728Param(TypedDict, total=False):
    """Editor for text files, version of 28 July 2025, with a limit on how much is shown. The model
    sends view and edit commands, your code carries them out.
    """

    name: Required[Literal["str_replace_based_edit_tool"]]
    """Name the model calls the tool by; always `str_replace_based_edit_tool`."""

    type: Required[Literal["text_editor_20250728"]]
    """Identifies this version of the text editor; always `text_editor_20250728`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this definition. Null or absent sets none."""

    max_characters: Optional[int]
    """Longest file excerpt to show when viewing, in characters. Null or absent shows the whole
    file.
    """

    strict: bool
    """True guarantees that arguments follow the tool's schema. Absent means false."""
