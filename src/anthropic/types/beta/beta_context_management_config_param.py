# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Union

from typing_extensions import TypeAlias, TypedDict

from .beta_clear_thinking_20251015_edit_param import BetaClearThinking20251015EditParam
from .beta_clear_tool_uses_20250919_edit_param import BetaClearToolUses20250919EditParam
from .beta_compact_20260112_edit_param import BetaCompact20260112EditParam

__all__ = [
    "BetaContextManagementConfigParam",
    "Edit",
]


Edit: TypeAlias = Union[
    BetaClearToolUses20250919EditParam,
    BetaClearThinking20251015EditParam,
    BetaCompact20260112EditParam,
]
"""One context-management rule: clear old tool calls, clear old thinking, or compact the
conversation. Chosen by `type`.
"""


class BetaContextManagementConfigParam(TypedDict, total=False):
    """Server-side rules that shrink the conversation before or during inference. The caller's own
    copy of the history is not changed.
    """

    edits: Iterable[Edit]
    """Rules to evaluate, in order; each one takes effect only when its own trigger is reached.
    Absent or empty applies none.
    """
