# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_input_tokens_trigger_param import BetaInputTokensTriggerParam

__all__ = [
    "BetaCompact20260112EditParam",
]


class BetaCompact20260112EditParam(TypedDict, total=False):
    """Replaces a long conversation by a summary that the service writes, once the context reaches a
    threshold. The summary comes back as a `compaction` block.
    """

    type: Required[Literal["compact_20260112"]]
    """Identifies the compaction rule; always `compact_20260112`."""

    instructions: Optional[str]
    """Prompt text that steers what the summary records. Null or absent uses the service's own
    summarisation prompt.
    """

    pause_after_compaction: bool
    """When true, the response ends right after the summary with stop reason `compaction`, so that
    the caller can adjust the history before going on. False or absent lets the same response
    continue.
    """

    trigger: Optional[BetaInputTokensTriggerParam]
    """Context size, in input tokens, at which the conversation is compacted. Null or absent leaves
    the choice to the service.
    """
