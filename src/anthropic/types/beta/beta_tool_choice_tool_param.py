# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaToolChoiceToolParam",
]


class BetaToolChoiceToolParam(TypedDict, total=False):
    """Makes the model call one particular tool."""

    name: Required[str]
    """Name of the tool to call; it must be among `tools`."""

    type: Required[Literal["tool"]]
    """Requires the named tool; always `tool`."""

    disable_parallel_tool_use: bool
    """True limits the reply to exactly one tool call. Absent means false."""
