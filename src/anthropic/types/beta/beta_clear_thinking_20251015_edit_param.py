# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .beta_all_thinking_turns_param import BetaAllThinkingTurnsParam
from .beta_thinking_turns_param import BetaThinkingTurnsParam

__all__ = [
    "BetaClearThinking20251015EditParam",
    "Keep",
]


Keep: TypeAlias = Union[BetaThinkingTurnsParam, BetaAllThinkingTurnsParam, Literal["all"]]
"""Assistant turns, counted from the latest, whose thinking stays; `all` keeps every turn, which
favours prompt-cache hits. Absent leaves the choice to the service.
"""


class BetaClearThinking20251015EditParam(TypedDict, total=False):
    """Removes thinking blocks of older assistant turns from the context. Only useful with extended
    thinking switched on.
    """

    type: Required[Literal["clear_thinking_20251015"]]
    """Identifies the rule that clears thinking; always `clear_thinking_20251015`."""

    keep: Keep
    """Assistant turns, counted from the latest, whose thinking stays; `all` keeps every turn, which
    favours prompt-cache hits. Absent leaves the choice to the service.
    """
