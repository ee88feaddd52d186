"""How a program takes part in a loop: it iterates, looks at replies, and changes what is sent."""

from __future__ import annotations

import inspect
from typing import Any, Dict, List

import anyio
import pydantic
import pytest
from typing_extensions import Required, get_type_hints

from anthropic.lib import tools
from anthropic.lib.streaming import BetaAsyncMessageStream, BetaMessageStream
from anthropic.types.beta import BetaMessage
from anthropic.types.beta.parsed_beta_message import ParsedBetaMessage
from tests.lib.tools.loops import Loop, call, described, roles

MORE = {"role": "user", "content": "More."}


def counting(loop: Loop, name: str = "add") -> Any:
    """A tool, and the inputs that it got."""
    made: List[Any] = []

    def add(**input: Any) -> str:
        made.append(input)
        return f"{len(made)}"

    return loop.tool(name, add), made


async def whole(item: Any) -> BetaMessage:
    """The message of an item that an asynchronous loop has yielded."""
    return await item.get_final_message() if hasattr(item, "get_final_message") else item


# -- iterating


def test_nothing_is_sent_before_the_first_step(any_loop: Loop) -> None:
    runner = any_loop.start(counting(any_loop)[0])
    kinds = {
        (False, False): tools.BetaToolRunner,
        (False, True): tools.BetaStreamingToolRunner,
        (True, False): tools.BetaAsyncToolRunner,
        (True, True): tools.BetaAsyncStreamingToolRunner,
    }
    assert type(runner) is kinds[any_loop.is_async, any_loop.streams]
    assert not inspect.isawaitable(runner)
    assert any_loop.server.requests == []


def test_items_are_messages_or_open_streams(any_loop: Loop) -> None:
    any_loop.server.reply_next("Well.", call("add"))
    stream = BetaAsyncMessageStream if any_loop.is_async else BetaMessageStream
    items: List[Any] = []

    def visit(item: Any) -> None:
        assert type(item) is (stream if any_loop.streams else ParsedBetaMessage)
        if any_loop.streams:
            assert not item.response.is_closed
            assert all(earlier.response.is_closed for earlier in items)
        items.append(item)

    # Nobody reads the streams: the loop does, to know what to do.
    tool, made = counting(any_loop)
    runner = any_loop.start(tool)
    any_loop.visit(runner, visit)
    assert len(items) == 2 and made == [{}]
    assert [block["type"] for block in any_loop.sent()["messages"][1]["content"]] == [
        "text",
        "tool_use",
    ]


def test_one_step_at_a_time(any_loop: Loop) -> None:
    any_loop.server.reply_next(call("add"))
    any_loop.server.reply_next("done")
    tool, made = counting(any_loop)
    runner = any_loop.start(tool)
    progress: List[Any] = []

    def note() -> None:
        progress.append((len(any_loop.server.requests), len(made)))

    async def steps() -> None:
        for _ in range(2):
            await runner.__anext__()
            note()
        with pytest.raises(StopAsyncIteration):
            await runner.__anext__()

    if any_loop.is_async:
        anyio.run(steps, backend=any_loop.backend)
    else:
        for _ in range(2):
            next(runner)
            note()
        with pytest.raises(StopIteration):
            next(runner)
    assert progress == [(1, 0), (2, 1)]


def test_a_runner_goes_through_once(any_loop: Loop) -> None:
    any_loop.server.reply_next("done")
    runner = any_loop.start()
    last = any_loop.finish(runner)
    seen: List[Any] = []
    any_loop.visit(runner, seen.append)
    assert any_loop.finish(runner) is last
    assert seen == [] and len(any_loop.server.requests) == 1


def test_a_loop_that_was_left_goes_on_where_it_was(any_loop: Loop) -> None:
    any_loop.server.reply_next(call("add", a=1))
    any_loop.server.reply_next(call("add", a=2))
    tool, made = counting(any_loop)
    runner = any_loop.start(tool)

    async def both_loops() -> Any:
        async for _ in runner:
            break
        assert made == []
        async for _ in runner:
            break
        assert made == [{"a": 1}]
        return await runner.until_done()

    if any_loop.is_async:
        last = anyio.run(both_loops, backend=any_loop.backend)
    else:
        any_loop.visit(runner, lambda item: True)
        assert made == []
        any_loop.visit(runner, lambda item: True)
        assert made == [{"a": 1}]
        last = runner.until_done()
    assert last.stop_reason == "end_turn"
    assert made == [{"a": 1}, {"a": 2}]
    assert len(any_loop.server.requests) == 3


def test_replies_are_parsed(any_loop: Loop) -> None:
    class Place(pydantic.BaseModel):
        city: str

    any_loop.server.reply_next('{"city": "Rome"}', call("add"))
    any_loop.server.reply_next('{"city": "Oslo"}')
    seen: List[Any] = []
    with pytest.warns(DeprecationWarning, match="output_format"):
        runner = any_loop.start(counting(any_loop)[0], output_format=Place)

        async def visit_async(item: Any) -> None:
            message: Any = await whole(item)
            seen.append(message.parsed_output)

        def visit(item: Any) -> Any:
            if any_loop.is_async:
                return visit_async(item)
            message = item.get_final_message() if any_loop.streams else item
            seen.append(message.parsed_output)
            return None

        any_loop.visit(runner, visit)
    assert seen == [Place(city="Rome"), Place(city="Oslo")]
    assert any_loop.sent(0)["output_config"] == any_loop.sent(1)["output_config"]


# -- what is sent


def test_tools_are_sent_and_found_by_name(any_loop: Loop) -> None:
    """Those that the program runs come first; of two with one name, the later one is run."""
    first, made_by_first = counting(any_loop)
    second, made_by_second = counting(any_loop)
    third, made_by_third = counting(any_loop, "third")
    for tool, name in [(first, "add"), (third, "files")]:
        # The API refuses two tools with one name, so that it knows these by other ones.
        tool.__class__ = type("Named", (type(tool),), {"name": name})
    first.tool_name = "first"
    any_loop.server.reply_next(call("add"), call("files"))
    any_loop.finish(any_loop.start(described("other"), first, second, third))
    sent = [tool["name"] for tool in any_loop.sent(0)["tools"]]
    assert sent == ["first", "add", "third", "other"]
    assert (made_by_first, made_by_second, made_by_third) == ([], [{}], [{}])


def test_options_of_requests(any_loop: Loop) -> None:
    any_loop.server.reply_next(call("add"), input_tokens=9_000, output_tokens=1_000)
    any_loop.server.reply_next("<summary/>")
    any_loop.server.reply_next("done")
    options: Dict[str, Any] = {
        "extra_headers": {"x-mine": "1"},
        "extra_query": {"mine": "2"},
        "extra_body": {"metadata": {"user_id": "3"}},
        "timeout": 45,
        "betas": ["context-management-2025-06-27"],
    }
    control = {"enabled": True, "context_token_threshold": 10_000}
    any_loop.finish(
        any_loop.start(
            counting(any_loop)[0],
            system="Be brief.",
            temperature=0.5,
            compaction_control=control,
            **options,
        )
    )
    first, summary, third = any_loop.server.requests
    for request in (first, third):
        assert request.headers["x-mine"] == "1"
        assert request.headers["x-stainless-helper"] == "BetaToolRunner"
        assert request.headers["x-stainless-read-timeout"] == "45"
        assert request.headers["anthropic-beta"] == "context-management-2025-06-27"
        assert request.query["mine"] == "2"
        assert request.json()["metadata"] == {"user_id": "3"}
        assert (request.json()["system"], request.json()["temperature"]) == ("Be brief.", 0.5)
    assert summary.headers["x-stainless-helper"] == "compaction"
    assert "anthropic-beta" not in summary.headers
    assert sorted(summary.json()) == ["max_tokens", "messages", "model"]


def test_what_controls_compaction() -> None:
    hints = get_type_hints(tools.CompactionControl, include_extras=True)
    assert hints == {
        "enabled": Required[bool],
        "context_token_threshold": int,
        "model": str,
        "summary_prompt": str,
    }


@pytest.mark.parametrize("kind", [list, tuple, iter])
def test_messages_are_copied_when_a_runner_is_made(any_loop: Loop, kind: Any) -> None:
    given: Any = kind([{"role": "user", "content": "Go."}])
    any_loop.server.reply_next(call("add"))
    any_loop.server.reply_next("done")
    runner = any_loop.start(counting(any_loop)[0], messages=given)
    if kind is list:
        given.append(MORE)
    any_loop.visit(runner, append(runner, {"role": "assistant", "content": "Hm."}, MORE))
    assert any_loop.sent(0)["messages"] == [{"role": "user", "content": "Go."}]
    assert roles(any_loop.sent(1)["messages"]) == ["user", "assistant", "user"]
    if kind is list:
        assert given == [{"role": "user", "content": "Go."}, MORE]


@pytest.mark.parametrize("messages", ["Go.", b"Go.", None, 3, {"role": "user", "content": "Go."}])
def test_what_is_no_list_of_messages(loop: Loop, messages: Any) -> None:
    with pytest.raises(TypeError, match="`messages` must be a list of messages, not `"):
        loop.start(messages=messages)
    runner = loop.start()
    with pytest.raises(TypeError, match="`messages` must be a list of messages, not `"):
        runner.set_messages_params({"model": "m", "max_tokens": 1, "messages": messages})


@pytest.mark.parametrize("given", ["add", {"name": "add"}, None])
def test_what_is_no_list_of_tools(loop: Loop, given: Any) -> None:
    with pytest.raises(TypeError, match="`tools` must be a list of tools, not `"):
        loop.start(tools=given)


# -- appending messages


def append(runner: Any, *messages: Any) -> Any:
    """A visitor that appends messages after the first reply."""
    waiting = [messages]

    def visit(item: Any) -> None:
        if waiting:
            runner.append_messages(*waiting.pop())

    return visit


def test_appending_after_the_last_reply_does_not_go_on(any_loop: Loop) -> None:
    any_loop.server.reply_next("done")
    runner = any_loop.start()
    any_loop.visit(runner, append(runner, MORE))
    assert len(any_loop.server.requests) == 1
    assert runner.messages == [{"role": "user", "content": "Go."}, MORE]


def test_what_is_appended_counts_as_an_iteration(any_loop: Loop) -> None:
    for _ in range(3):
        any_loop.server.reply_next(call("add"))
    tool, made = counting(any_loop)
    runner = any_loop.start(tool, max_iterations=2)
    any_loop.visit(runner, lambda item: runner.append_messages(MORE))
    assert len(any_loop.server.requests) == 2
    assert len(made) == 2, "tools are run all the same"


def test_appending_nothing_keeps_the_reply_back(any_loop: Loop) -> None:
    any_loop.server.reply_next(call("add"))
    any_loop.server.reply_next("done")
    runner = any_loop.start(counting(any_loop)[0])
    any_loop.visit(runner, append(runner))
    assert any_loop.sent(1)["messages"] == any_loop.sent(0)["messages"]


def test_replies_and_results_can_be_appended(any_loop: Loop) -> None:
    any_loop.server.reply_next("Well.", call("add"))
    any_loop.server.reply_next("done")
    tool, made = counting(any_loop)
    runner = any_loop.start(tool)

    async def visit_async(item: Any) -> None:
        message = await whole(item)
        response = await runner.generate_tool_call_response()
        if response is not None:
            runner.append_messages(message, response, MORE)

    def visit(item: Any) -> Any:
        if any_loop.is_async:
            return visit_async(item)
        message = item.get_final_message() if any_loop.streams else item
        response = runner.generate_tool_call_response()
        if response is not None:
            runner.append_messages(message, response, MORE)
        return None

    any_loop.visit(runner, visit)
    asked, reply, results, more = any_loop.sent(1)["messages"]
    assert (asked["role"], reply["role"], more) == ("user", "assistant", MORE)
    assert [block["type"] for block in reply["content"]] == ["text", "tool_use"]
    assert [block["content"] for block in results["content"]] == ["1"]
    assert made == [{}, {}], "appending forgets the results, which the loop asks for again"


def test_messages_are_appended_with_the_role_that_they_have(loop: Loop) -> None:
    content: Any = [{"type": "text", "text": "So?"}]
    message: Any = BetaMessage.construct(role="user", content=content)
    loop.server.reply_next(call("add"))
    loop.server.reply_next("done")
    runner = loop.start(counting(loop)[0])
    loop.visit(runner, append(runner, message))
    assert loop.sent(1)["messages"][1] == {"role": "user", "content": content}


# -- changing the parameters


def test_changed_parameters_keep_the_results(any_loop: Loop) -> None:
    any_loop.server.reply_next(call("add"))
    tool, made = counting(any_loop)
    runner = any_loop.start(tool)

    async def visit_async(item: Any) -> None:
        await whole(item)
        await runner.generate_tool_call_response()
        runner.set_messages_params(lambda params: {**params, "max_tokens": 77})

    def visit(item: Any) -> Any:
        if any_loop.is_async:
            return visit_async(item)
        runner.generate_tool_call_response()
        runner.set_messages_params(lambda params: {**params, "max_tokens": 77})
        return None

    any_loop.visit(runner, visit)
    assert made == [{}], "the tool is not run again"
    assert (any_loop.sent(0)["max_tokens"], any_loop.sent(1)["max_tokens"]) == (1000, 77)
    assert roles(any_loop.sent(1)["messages"]) == ["user", "assistant", "user"]
    assert any_loop.results(1)[0]["content"] == "1"


def test_parameters_that_are_none(loop: Loop) -> None:
    runner = loop.start()
    for params in (None, lambda params: params.update(max_tokens=1), [("model", "m")]):
        with pytest.raises(TypeError, match="`set_messages_params` takes a dict of parameters"):
            runner.set_messages_params(params)
    with pytest.raises(TypeError, match="`messages` must be a list of messages, not `NoneType`"):
        runner.set_messages_params({"model": "m", "max_tokens": 1})
    loop.server.reply_next("done")
    assert loop.finish(runner).stop_reason == "end_turn", "nothing has changed"
