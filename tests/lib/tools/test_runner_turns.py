"""When a runner goes on, when it ends, and what it leaves behind."""

from __future__ import annotations

import json
from typing import Any, List

import httpx
import pydantic
import pytest

from anthropic import Anthropic, AnthropicError
from anthropic._compat import PYDANTIC_V1
from anthropic.testing import LocalServer
from tests.lib import wire
from tests.lib.tools import loops
from tests.lib.tools.loops import Loop, Tool, call, roles


def test_the_end_has_a_reason(any_loop: Loop) -> None:
    any_loop.server.reply_next(call("add", a=1))
    any_loop.server.reply_next("done")
    runner = any_loop.start(any_loop.tool("add", lambda a: f"{a}"))
    assert runner.end_reason is None
    assert any_loop.finish(runner).content[0].text == "done"
    assert runner.end_reason == "complete"
    assert roles(runner.messages) == ["user", "assistant", "user", "assistant"]
    assert any_loop.resume(runner).stop_reason == "end_turn"


class Place(pydantic.BaseModel):
    city: str


def test_warnings_point_at_the_loop(any_loop: Loop) -> None:
    any_loop.server.reply_next('{"city": "Rome"}')
    runner = any_loop.start(output_format=Place)
    with pytest.warns(DeprecationWarning, match="'output_format' parameter") as warned:
        any_loop.visit(runner, lambda item: None)
    assert {warning.filename for warning in warned} == {loops.__file__}


def test_text_beside_a_call_is_an_output_too(any_loop: Loop) -> None:
    asked: List[int] = []

    def add(a: int) -> str:
        asked.append(a)
        return "1"

    any_loop.server.reply_next('{"city": "Rome"}', call("add", a=1))
    any_loop.server.reply_next("Let me see.", call("add", a=2))
    runner = any_loop.start(any_loop.tool("add", add), output_format=Place)
    with pytest.warns(DeprecationWarning), pytest.raises(pydantic.ValidationError):
        any_loop.finish(runner)
    # What does not fit ends the loop, before its call is answered.
    assert asked == [1] and len(any_loop.server.requests) == 2


def test_empty_texts_are_not_sent_back(any_loop: Loop) -> None:
    any_loop.server.reply_next("\n\n", call("add", a=1))
    any_loop.server.reply_next(" ")
    runner = any_loop.start(any_loop.tool("add", lambda a: f"{a}"))
    any_loop.finish(runner)
    assert [block["type"] for block in any_loop.sent()["messages"][1]["content"]] == ["tool_use"]
    assert roles(runner.messages) == ["user", "assistant", "user"]


def test_max_iterations(any_loop: Loop) -> None:
    for _ in range(3):
        any_loop.server.reply_next(call("add"))
    tool = any_loop.tool("add", lambda: "1")
    runner = any_loop.start(tool, max_iterations=2)
    any_loop.finish(runner)
    assert runner.end_reason == "max_iterations"
    assert len(any_loop.server.requests) == 2
    assert roles(runner.messages) == ["user", "assistant", "user", "assistant", "user"]
    assert runner.messages[-1]["content"][0]["content"] == "1"


def test_a_budget_of_tokens(any_loop: Loop) -> None:
    for _ in range(4):
        any_loop.server.reply_next(call("add"), input_tokens=70, output_tokens=30)
    runner = any_loop.start(any_loop.tool("add", lambda: "1"), token_budget=201)
    any_loop.finish(runner)
    assert runner.end_reason == "token_budget"
    assert runner.tokens_used == 300
    assert len(any_loop.server.requests) == 3
    assert runner.messages[-1]["content"][0]["content"] == "1"


# -- stop reasons


def test_pauses_are_continued_if_asked_for(any_loop: Loop) -> None:
    any_loop.server.reply_next("Let me see.", stop_reason="pause_turn")
    any_loop.server.reply_next("And now", call("add"), stop_reason="pause_turn")
    any_loop.server.reply_next("done")
    runner = any_loop.start(any_loop.tool("add", lambda: "1"), follow_stop_reason=True)
    assert any_loop.finish(runner).content[0].text == "done"
    assert roles(any_loop.sent(1)["messages"]) == ["user", "assistant"]
    assert roles(any_loop.sent(2)["messages"]) == ["user", "assistant", "assistant", "user"]
    assert runner.end_reason == "complete"


def test_pauses_end_the_loop_otherwise(any_loop: Loop) -> None:
    any_loop.server.reply_next("Let me see.", stop_reason="pause_turn")
    runner = any_loop.start()
    any_loop.finish(runner)
    assert runner.end_reason == "pause_turn"
    assert len(any_loop.server.requests) == 1


@pytest.mark.parametrize("reason", ["max_tokens", "refusal", "model_context_window_exceeded"])
def test_replies_that_were_cut_off(any_loop: Loop, reason: str) -> None:
    made: List[int] = []
    tool = any_loop.tool("add", lambda a: made.append(a) or "1")
    for follows in (True, False):
        any_loop.server.reset()
        any_loop.server.reply_next("Well", call("add", a=1), stop_reason=reason)
        runner = any_loop.start(tool, follow_stop_reason=follows)
        any_loop.finish(runner)
        if follows:
            assert made == []
            assert runner.end_reason == reason
            assert len(any_loop.server.requests) == 1
            assert "reply ended too early" in runner.messages[-1]["content"][0]["content"]
            assert any_loop.resume(runner, tool).stop_reason == "end_turn"
    # With pydantic 1, a streamed call that comes last cannot be told from one that was cut.
    expected = [] if PYDANTIC_V1 and any_loop.streams else [1]
    assert made == expected, "by default, only tool calls count"
    assert runner.end_reason == "complete"


def test_a_text_that_was_cut_off(any_loop: Loop) -> None:
    any_loop.server.reply_next("Well", stop_reason="max_tokens")
    runner = any_loop.start()
    any_loop.finish(runner)
    assert runner.end_reason == "max_tokens"


@pytest.mark.parametrize("partial", ["", "{", '{"path": "/a', '{"all": true, "pa'])
def test_an_input_that_was_cut_never_reaches_the_tool(any_loop: Loop, partial: str) -> None:
    if not any_loop.streams:
        # What the API sends of it then cannot be told from an input without fields.
        return
    made: List[Any] = []

    def delete(**input: Any) -> str:
        made.append(input)
        return "deleted"

    cut = {"type": "tool_use", "name": "delete", "partial_json": partial}
    any_loop.server.reply_next(call("delete", path="/whole"), cut, stop_reason="max_tokens")
    any_loop.finish(any_loop.start(any_loop.tool("delete", delete)))
    first, second = any_loop.results()
    assert made == [{"path": "/whole"}]
    assert first["content"] == "deleted"
    assert second["is_error"] is True
    assert "did not arrive as a whole" in second["content"]


def test_a_call_without_input_is_whole(any_loop: Loop) -> None:
    made: List[Any] = []
    nothing = {"type": "tool_use", "name": "add", "partial_json": ""}
    any_loop.server.reply_next(nothing, nothing)
    any_loop.finish(any_loop.start(any_loop.tool("add", lambda: made.append(1) or "1")))
    assert made == [1, 1]


def test_a_stream_that_breaks_within_a_call(any_loop: Loop) -> None:
    if not any_loop.streams:
        return
    made: List[Any] = []

    def delete(**input: Any) -> str:
        made.append(input)
        return "deleted"

    tool = any_loop.tool("delete", delete)
    for events in range(2, 9):
        any_loop.server.reset()
        any_loop.server.reply_next(call("delete", path="/tmp/notes"))
        any_loop.server.fail_next(529, after_events=events)
        runner = any_loop.start(tool)
        with pytest.raises(AnthropicError):
            any_loop.finish(runner)
        assert runner.end_reason == "interrupted"
        assert roles(runner.messages) == ["user"]
    assert made == []


@pytest.mark.parametrize("kind", ["sync-stream", "asyncio-stream", "trio-stream"])
def test_a_stream_that_is_closed_early(kind: str) -> None:
    """What had not arrived by then is no input."""
    with LocalServer(event_delay=0.01) as server:
        close_within_a_call(Loop(server, kind))


def close_within_a_call(loop: Loop) -> None:
    made: List[Any] = []

    def delete(**input: Any) -> str:
        made.append(input)
        return "deleted"

    async def leave_async(stream: Any) -> None:
        async for event in stream:
            if event.type == "content_block_start":
                await stream.close()
                return

    def leave(stream: Any) -> Any:
        if loop.is_async:
            return leave_async(stream)
        for event in stream:
            if event.type == "content_block_start":
                stream.close()
                return None

    loop.server.reply_next(call("delete", path="/tmp/notes"))
    runner = loop.start(loop.tool("delete", delete))
    with pytest.raises(AnthropicError):
        loop.visit(runner, leave)
    assert made == []
    assert roles(runner.messages) == ["user"]


@pytest.mark.parametrize("events", [2, 3, 4])
def test_a_call_that_was_open_when_a_stream_ended(events: int) -> None:
    """For gateways that never send the end: what has no end is no input either."""
    delta = {"type": "input_json_delta", "partial_json": '{"all": true'}
    tool_use = {"type": "tool_use", "id": "toolu_1", "name": "delete", "input": {}}
    cut = [wire.start(), *wire.block(0, tool_use, delta, {**delta, "partial_json": ", "})][:events]
    whole = [wire.start(), *wire.block(0, {"type": "text", "text": "done"}), *wire.end()]
    answers = [wire.sse(*cut), wire.sse(*whole)]
    requests: List[Any] = []
    made: List[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(json.loads(request.content))
        headers = {"content-type": "text/event-stream"}
        return httpx.Response(200, content=answers.pop(0), headers=headers)

    def delete(**input: Any) -> str:
        made.append(input)
        return "deleted"

    http_client = httpx.Client(transport=httpx.MockTransport(answer))
    client = Anthropic(api_key="k", http_client=http_client, require_complete_streams=False)
    runner = client.beta.messages.tool_runner(
        model="claude-haiku-4-5",
        max_tokens=10,
        messages=[{"role": "user", "content": "Go."}],
        tools=[Tool("delete", delete)],
        stream=True,
    )
    assert runner.until_done().content[0].type == "text"
    assert made == []
    (result,) = requests[1]["messages"][-1]["content"]
    assert result["is_error"] and "did not arrive as a whole" in result["content"]


# -- containers


def test_containers_are_carried_over_if_asked_for(any_loop: Loop) -> None:
    def three_replies() -> None:
        any_loop.server.reset()
        any_loop.server.reply_next(call("add"), container_id="container_1")
        any_loop.server.reply_next(call("add"))
        any_loop.server.reply_next("done")

    tool = any_loop.tool("add", lambda: "1")
    three_replies()
    any_loop.finish(any_loop.start(tool, carry_container=True))
    assert [any_loop.sent(number).get("container") for number in range(3)] == [
        None,
        "container_1",
        "container_1",
    ]
    three_replies()
    any_loop.finish(any_loop.start(tool))
    assert [any_loop.sent(number).get("container") for number in range(3)] == [None, None, None]


def test_containers_with_skills_keep_them(any_loop: Loop) -> None:
    skills = [{"type": "anthropic", "skill_id": "xlsx", "version": "latest"}]
    any_loop.server.reply_next(call("add"), container_id="container_1")
    runner = any_loop.start(
        any_loop.tool("add", lambda: "1"), container={"skills": skills}, carry_container=True
    )
    any_loop.finish(runner)
    assert any_loop.sent(1)["container"] == {"id": "container_1", "skills": skills}


def test_containers_that_the_caller_chooses_stay(any_loop: Loop) -> None:
    any_loop.server.reply_next(call("add"), container_id="container_1")
    runner = any_loop.start(any_loop.tool("add", lambda: "1"), carry_container=True)
    any_loop.visit(
        runner,
        lambda _: runner.set_messages_params(lambda params: {**params, "container": "mine"}),
    )
    assert any_loop.sent(1)["container"] == "mine"


# -- compaction


def test_compaction_in_mid_conversation(any_loop: Loop) -> None:
    made: List[int] = []
    tool = any_loop.tool("add", lambda a: made.append(a) or "1")
    any_loop.server.reply_next(call("add", a=1), input_tokens=10, output_tokens=10)
    any_loop.server.reply_next(call("add", a=2), input_tokens=90, output_tokens=10)
    any_loop.server.reply_next("<summary>so far</summary>", input_tokens=5, output_tokens=5)
    any_loop.server.reply_next(call("add", a=3), input_tokens=10, output_tokens=10)
    any_loop.server.reply_next("done", input_tokens=10, output_tokens=10)
    runner = any_loop.start(
        tool, compaction_control={"enabled": True, "context_token_threshold": 100}
    )

    assert any_loop.finish(runner).content[0].text == "done"

    assert made == [1, 3], "the call that came with too much is dropped"
    assert roles(any_loop.sent(2)["messages"]) == ["user", "assistant", "user", "user"]
    assert "tools" not in any_loop.sent(2)
    assert any_loop.sent(3)["messages"] == [
        {"role": "user", "content": [{"type": "text", "text": "<summary>so far</summary>"}]}
    ]
    assert roles(any_loop.sent(4)["messages"]) == ["user", "assistant", "user"]
    assert runner.tokens_used == 170
    assert any_loop.resume(runner, tool).stop_reason == "end_turn"


def test_compaction_counts_towards_the_budget(any_loop: Loop) -> None:
    any_loop.server.reply_next(call("add"), input_tokens=90, output_tokens=10)
    any_loop.server.reply_next("<summary/>", input_tokens=90, output_tokens=10)
    runner = any_loop.start(
        any_loop.tool("add", lambda: "1"),
        compaction_control={"enabled": True, "context_token_threshold": 100},
        token_budget=150,
    )
    any_loop.finish(runner)
    assert runner.end_reason == "token_budget"
    assert len(any_loop.server.requests) == 2
    assert runner.messages == [
        {"role": "user", "content": [{"type": "text", "text": "<summary/>"}]}
    ]
