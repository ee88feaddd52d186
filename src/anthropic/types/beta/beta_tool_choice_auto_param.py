# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaToolChoiceAutoParam",
]


class BetaToolChoiceAutoParam(TypedDict, total=False):
    """Lets the model decide whether to call tools. Default when tools are given."""

    type: Required[Literal["auto"]]
    """Leaves the choice to the model; always `auto`."""

    disable_parallel_tool_use: bool
    """True limits the reply to at most one tool call. Absent means false."""
