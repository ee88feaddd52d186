# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .cache_control_ephemeral_param import CacheControlEphemeralParam

__all__ = [
    "ToolBash20250124Param",
]


class ToolBash20250124Param(TypedDict, total=False):
    """Persistent shell session, version of 24 January 2025. The model writes commands, your code
    runs them.
    """

    name: Required[Literal["bash"]]
    """Name the model calls the tool by; always `bash`."""

    type: Required[Literal["bash_20250124"]]
    """Identifies this version of the bash tool; always `bash_20250124`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this definition. Null or absent sets none."""

    strict: bool
    """True guarantees that arguments follow the tool's schema. Absent means false."""
