"""Keeping a long tool conversation within the context window by replacing it with a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional, cast

from typing_extensions import Required, TypedDict

from ._errors import log
from ._limits import tokens_of

if TYPE_CHECKING:
    from ...types.beta.beta_message import BetaMessage
    from ...types.beta.beta_message_param import BetaMessageParam

Params = Dict[str, Any]

DEFAULT_THRESHOLD = 100_000

DEFAULT_SUMMARY_PROMPT = """The task above is not finished yet, but this conversation is \
about to be cleared. Write a continuation summary: it will take the place of the whole \
conversation, and a new context will pick up the work from it alone, without anything said above.

Cover, under these headings:

1. **Task Overview**: what the user asked for, how success is judged, and every constraint or \
clarification given along the way.
2. **Current State**: what has been done, which files, records or other results were made or \
changed (name them), and what is half done.
3. **Important Discoveries**: facts learnt, decisions made and why, errors met and how they were \
solved, and approaches that did not work.
4. **Next Steps**: what remains, in order, with open questions and anything that blocks progress.
5. **Context to Preserve**: preferences of the user, promises made to them, and details of the \
subject that are hard to find again.

Be concise but complete: leave out small talk and superseded detail, and keep whatever would \
otherwise have to be redone or asked again. Write so that work can resume immediately.

Wrap the summary in <summary></summary> tags.
"""


class CompactionControl(TypedDict, total=False):
    """When and how a tool runner replaces the conversation by a summary."""

    enabled: Required[bool]
    """Whether to compact at all"""

    context_token_threshold: int
    """Compact after a reply that used at least this many tokens, input and output together.

    Default: 100,000.
    """

    model: str
    """The model that writes the summary. Default: the conversation's own."""

    summary_prompt: str
    """What asks for the summary. Default: a prompt for a structured continuation summary."""


def check_compaction_control(control: Any) -> None:
    """Raises `TypeError` for what no reply could be judged by.

    A dict without `enabled` may begin, as in 0.79.0, and is refused after the first reply.
    """
    if control is None:
        return
    if not isinstance(control, Mapping):
        raise TypeError(_expected(control))
    threshold: Any = cast("Mapping[str, Any]", control).get("context_token_threshold", 0)
    if not isinstance(threshold, (int, float)):
        raise TypeError(
            f"`context_token_threshold` of `compaction_control` must be a number, not {threshold!r}"
        )


def _expected(control: object) -> str:
    return (
        "`compaction_control` must be a dict with `enabled`, such as "
        f'{{"enabled": True, "context_token_threshold": 50_000}}, not {control!r}'
    )


def wants_compaction(control: Optional[CompactionControl], message: BetaMessage) -> bool:
    """Whether a reply used so much that it is one too many for its conversation.

    Raises `TypeError` if the control does not say whether to compact.
    """
    if control is None:
        return False
    if "enabled" not in control:
        raise TypeError(_expected(control))
    if not control["enabled"]:
        return False
    tokens = tokens_of(message)
    threshold = control.get("context_token_threshold", DEFAULT_THRESHOLD)
    if tokens < threshold:
        return False
    log.info(
        f"Token usage {tokens} has exceeded the threshold of {threshold}. Performing compaction."
    )
    return True


def compaction_request(control: CompactionControl, params: Params) -> Params:
    """The arguments of the request for a summary of the conversation."""
    prompt = control.get("summary_prompt", DEFAULT_SUMMARY_PROMPT)
    messages: List[Any] = _without_open_tool_calls(list(params["messages"]))
    return {
        "model": control.get("model", params["model"]),
        "messages": [*messages, {"role": "user", "content": prompt}],
        "max_tokens": params["max_tokens"],
        "extra_headers": {"X-Stainless-Helper": "compaction"},
    }


def compacted_history(summary: BetaMessage) -> List[BetaMessageParam]:
    """The conversation that the summary stands for. `ValueError` if it is none."""
    first = summary.content[0] if summary.content else None
    if first is None or first.type != "text":
        found = "nothing" if first is None else f"a `{first.type}` block"
        raise ValueError(
            f"The summary that compaction asked for must begin with text, but has {found}"
        )
    log.info(f"Compaction complete. New token usage: {summary.usage.output_tokens}")
    return [{"role": "user", "content": [{"type": "text", "text": first.text}]}]


def _without_open_tool_calls(messages: List[Any]) -> List[Any]:
    """Leaves out tool calls at the end of a history: without results the API rejects them."""
    if not messages or messages[-1]["role"] != "assistant":
        return messages
    last = messages[-1]
    if isinstance(last["content"], str):
        return messages
    blocks = [block for block in last["content"] if not is_tool_call(block)]
    if not blocks:
        return messages[:-1]
    return [*messages[:-1], {**last, "content": blocks}]


def is_tool_call(block: Any) -> bool:
    """Whether a block, as received or as it is sent, calls one of the program's tools."""
    if isinstance(block, Mapping):
        return cast("Mapping[str, Any]", block).get("type") == "tool_use"
    return getattr(block, "type", None) == "tool_use"
