# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "ToolChoiceAnyParam",
]


class ToolChoiceAnyParam(TypedDict, total=False):
    """Makes the model call at least one of the tools, whichever it prefers."""

    type: Required[Literal["any"]]
    """Requires some tool call; always `any`."""

    disable_parallel_tool_use: bool
    """True limits the reply to exactly one tool call. Absent means false."""
