"""Asking the program before tools are run."""

from __future__ import annotations

import threading
from typing import Any, List

import pytest

from anthropic.lib.tools import BetaToolDenial, BetaToolEdit
from tests.lib.tools.loops import Loop, call


def approval(loop: Loop, decide: Any) -> Any:
    """The hook as each kind of runner may have it: a coroutine function where that is possible."""

    async def decide_async(block: Any) -> Any:
        return decide(block)

    return decide_async if loop.backend == "trio" else decide


@pytest.mark.parametrize("limit", [1, 3])
def test_calls_are_made_denied_or_edited(loop: Loop, limit: int) -> None:
    events: List[str] = []

    def decide(block: Any) -> Any:
        events.append(f"asked {block.input['path']}")
        assert threading.current_thread() is threading.main_thread()
        return {
            "/a": True,
            "/b": False,
            "/c": BetaToolDenial("Leave /c alone."),
            "/d": BetaToolEdit({"path": "/tmp/d"}),
        }[block.input["path"]]

    def delete(path: str) -> str:
        events.append(f"deleted {path}")
        return "done"

    loop.server.reply_next(*(call("delete", path=path) for path in ("/a", "/b", "/c", "/d")))
    tool = loop.tool("delete", delete)
    runner = loop.start(tool, approve_tool_call=approval(loop, decide), max_concurrency=limit)
    loop.finish(runner)

    assert events[:4] == ["asked /a", "asked /b", "asked /c", "asked /d"]
    assert sorted(events[4:]) == ["deleted /a", "deleted /tmp/d"]
    results = loop.results()
    assert [(block["content"], block.get("is_error")) for block in results] == [
        ("done", None),
        ("Error: the call of tool 'delete' was not approved", True),
        ("Leave /c alone.", True),
        ("done", None),
    ]
    calls = loop.sent()["messages"][-2]["content"]
    assert calls[3]["input"] == {"path": "/d"}, "what the model wrote stays as it was"


@pytest.mark.parametrize("answer", [None, "yes", 1, {"path": "/"}])
def test_what_is_no_decision_is_no_approval(loop: Loop, answer: Any) -> None:
    made: List[str] = []
    tool = loop.tool("delete", made.append)
    loop.server.reply_next(call("delete", path="/a"))
    runner = loop.start(tool, approve_tool_call=approval(loop, lambda block: answer))
    with pytest.raises(TypeError, match="must return True, False, a BetaToolDenial"):
        loop.finish(runner)
    assert made == []
    assert loop.resume(runner, tool).stop_reason == "end_turn"


def test_a_coroutine_is_no_decision_for_a_synchronous_client(loop: Loop) -> None:
    if loop.is_async:
        return

    async def approve(block: Any) -> bool:
        return True

    made: List[str] = []
    loop.server.reply_next(call("delete", path="/a"))
    runner = loop.start(loop.tool("delete", made.append), approve_tool_call=approve)
    with pytest.raises(TypeError, match="`approve_tool_call` is a coroutine function"):
        loop.finish(runner)
    assert made == []


def test_a_hook_that_raises(loop: Loop) -> None:
    def decide(block: Any) -> Any:
        raise KeyboardInterrupt

    made: List[str] = []
    tool = loop.tool("delete", made.append)
    loop.server.reply_next(call("delete", path="/a"), call("delete", path="/b"))
    runner = loop.start(tool, approve_tool_call=decide)
    with pytest.raises(KeyboardInterrupt):
        loop.finish(runner)
    assert made == []
    assert loop.resume(runner, tool).stop_reason == "end_turn"


def test_tools_that_the_model_makes_up_are_not_asked_for(loop: Loop) -> None:
    asked: List[Any] = []
    loop.server.reply_next(call("nothing"))
    with pytest.warns(UserWarning, match="not found"):
        loop.finish(loop.start(approve_tool_call=asked.append))
    assert asked == []
