"""Context management (beta): which edits apply to a conversation, and what they save."""

from __future__ import annotations

from typing import Any, List, NamedTuple, Optional, Tuple

from ._prompt import Conversation, excerpt
from ._tokens import text_tokens
from ._values import JsonObject, as_array, as_object, canonical

__all__ = ["Compaction", "applied_edits", "compaction"]


class Compaction(NamedTuple):
    """The summary that replaces the conversation so far."""

    summary: str
    pauses: bool


def _edits(body: JsonObject) -> List[JsonObject]:
    return [
        as_object(edit) for edit in as_array(as_object(body.get("context_management")).get("edits"))
    ]


def _blocks(conversation: Conversation, kind: str) -> List[JsonObject]:
    found: List[JsonObject] = []
    for message in conversation.messages:
        blocks = [as_object(item) for item in as_array(message.get("content"))]
        found += [block for block in blocks if block.get("type") == kind]
    return found


def _amount(value: Any, default: int) -> int:
    number = as_object(value).get("value")
    return number if isinstance(number, int) else default


def applied_edits(conversation: Conversation, input_tokens: int) -> Tuple[List[JsonObject], int]:
    """The edits that took effect, and how many input tokens they cleared together."""
    applied: List[JsonObject] = []
    for edit in _edits(conversation.body):
        made: Optional[JsonObject] = None
        if edit.get("type") == "clear_tool_uses_20250919":
            made = _clear_tool_uses(edit, conversation, input_tokens)
        elif edit.get("type") == "clear_thinking_20251015":
            made = _clear_thinking(edit, conversation)
        if made is not None:
            applied.append(made)
    return applied, sum(int(edit["cleared_input_tokens"]) for edit in applied)


def _clear_tool_uses(
    edit: JsonObject, conversation: Conversation, input_tokens: int
) -> Optional[JsonObject]:
    results = _blocks(conversation, "tool_result")
    trigger = as_object(edit.get("trigger"))
    reached = len(results) if trigger.get("type") == "tool_uses" else input_tokens
    keep = _amount(edit.get("keep"), 3)
    cleared = results[: max(0, len(results) - keep)]
    tokens = sum(text_tokens(canonical(block.get("content"))) for block in cleared)
    enough = tokens >= _amount(edit.get("clear_at_least"), 0)
    if not cleared or not enough or reached < _amount(trigger, 100_000):
        return None
    return {
        "type": "clear_tool_uses_20250919",
        "cleared_tool_uses": len(cleared),
        "cleared_input_tokens": tokens,
    }


def _clear_thinking(edit: JsonObject, conversation: Conversation) -> Optional[JsonObject]:
    keep = edit.get("keep")
    if keep == "all" or as_object(keep).get("type") == "all":
        return None
    turns = _blocks(conversation, "thinking")
    cleared = turns[: max(0, len(turns) - _amount(keep, 1))]
    if not cleared:
        return None
    return {
        "type": "clear_thinking_20251015",
        "cleared_thinking_turns": len(cleared),
        "cleared_input_tokens": sum(text_tokens(str(turn.get("thinking", ""))) for turn in cleared),
    }


def compaction(conversation: Conversation, input_tokens: int) -> Optional[Compaction]:
    """The compaction that the request asks for, once its prompt is long enough."""
    for edit in _edits(conversation.body):
        if edit.get("type") != "compact_20260112":
            continue
        if input_tokens >= _amount(edit.get("trigger"), 150_000):
            asked, count = excerpt(conversation.question), len(conversation.messages)
            summary = f"Summary of {count} messages; the last request was: {asked}"
            return Compaction(summary, edit.get("pause_after_compaction") is True)
    return None
