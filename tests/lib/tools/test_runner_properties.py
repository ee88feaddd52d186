"""Whatever happens in a loop, its messages are valid; the local server checks that like the API."""

from __future__ import annotations

import json
import warnings
from typing import Any, Dict, List

from hypothesis import given, settings
from hypothesis import strategies as st

from anthropic import AnthropicError
from anthropic.lib.tools import BetaToolDenial
from anthropic.testing import LocalServer
from tests.lib.tools.loops import Loop, call


class Stop(BaseException):
    """What a user's interrupt, or anything else that is no `Exception`, looks like."""


def work(how: str = "text") -> Any:
    if how == "stop":
        raise Stop
    if how == "fail":
        raise ValueError("failed")
    return [{"type": "text", "text": "done"}] if how == "blocks" else "done"


CALLS = st.builds(
    call,
    st.sampled_from(["work", "work", "work", "missing"]),
    how=st.sampled_from(["text", "blocks", "fail", "stop"]),
)
REPLIES = st.fixed_dictionaries(
    {
        "content": st.lists(st.one_of(st.just("Well."), CALLS), min_size=1, max_size=3),
        "stop_reason": st.sampled_from(
            [None, None, None, "pause_turn", "max_tokens", "refusal", "end_turn"]
        ),
        "input_tokens": st.sampled_from([10, 10, 1000]),
    }
)
OPTIONS = st.fixed_dictionaries(
    {
        "on_tool_error": st.sampled_from(["return", "raise", "redact"]),
        "max_concurrency": st.sampled_from([1, 3]),
        "follow_stop_reason": st.booleans(),
    },
    optional={
        "max_iterations": st.integers(0, 3),
        "token_budget": st.just(30),
        "compaction_control": st.just({"enabled": True, "context_token_threshold": 500}),
        "stream": st.just(True),
    },
)
INTERFERENCE = st.sampled_from(["none", "none", "break", "fail", "append", "results", "deny"])


@settings(max_examples=50)
@given(replies=st.lists(REPLIES, max_size=4), options=OPTIONS, interference=INTERFERENCE)
def test_messages_can_always_be_resumed(
    running: LocalServer,
    replies: List[Dict[str, Any]],
    options: Dict[str, Any],
    interference: str,
) -> None:
    running.reset()
    loop = Loop(running, "sync")
    for reply in replies:
        running.reply_next(*reply.pop("content"), **reply)
    if interference == "deny":
        options["approve_tool_call"] = lambda block: BetaToolDenial("no")
    runner = loop.start(loop.tool("work", work), **options)

    def visit(item: Any) -> bool:
        if interference == "append" and not options.get("stream"):
            runner.append_messages(item)
        elif interference == "results":
            runner.generate_tool_call_response()
        # Also half-way through.
        check(loop, runner.messages)
        if interference == "fail":
            running.fail_next(500)
        return interference == "break"

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            loop.visit(runner, visit)
        except (Stop, ValueError, AnthropicError):
            assert runner.end_reason in ("interrupted", None)
    running.reset()
    check(loop, runner.messages)
    runner.close()
    check(loop, runner.messages)
    assert runner.end_reason is not None
    loop.client.close()


def check(loop: Loop, messages: List[Any]) -> None:
    """Has the server look at them, as JSON, without using up an answer."""
    counted = loop.client.beta.messages.count_tokens(
        model="claude-haiku-4-5", messages=json.loads(json.dumps(messages))
    )
    assert counted.input_tokens > 0
