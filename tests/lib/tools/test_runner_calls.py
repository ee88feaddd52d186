"""How a runner makes tool calls: several at a time, within limits of time, and when they fail."""

from __future__ import annotations

import logging
import pickle
import threading
from typing import Any, List

import anyio
import pytest

from anthropic.lib.tools import ToolError, ToolTimeoutError
from tests.lib.tools.loops import Loop, call


def texts(results: List[Any]) -> List[Any]:
    return [block["content"] for block in results]


def test_calls_at_the_same_time(loop: Loop) -> None:
    """Each call waits for all others: one after the other, they would never end."""
    together = threading.Barrier(3, timeout=10)
    arrived: List[str] = []

    def meet(name: str) -> str:
        together.wait()
        return name

    async def meet_async(name: str) -> str:
        arrived.append(name)
        with anyio.fail_after(10):
            while len(arrived) < 3:
                await anyio.sleep(0)
        return name

    tool = loop.tool("meet", meet_async if loop.is_async else meet)
    loop.server.reply_next(*(call("meet", name=name) for name in "abc"))
    loop.server.reply_next("done")
    runner = loop.start(tool, max_concurrency=3)

    assert loop.finish(runner).content[0].text == "done"
    assert texts(loop.results()) == ["a", "b", "c"], "in the order of the calls"
    ids = [block["id"] for block in loop.sent()["messages"][-2]["content"]]
    assert [block["tool_use_id"] for block in loop.results()] == ids


@pytest.mark.parametrize("limit", [1, 2])
def test_no_more_calls_at_the_same_time_than_allowed(loop: Loop, limit: int) -> None:
    running: List[int] = []
    seen: List[int] = []
    threads = set()
    lock = threading.Lock()

    def work(number: int) -> str:
        with lock:
            running.append(number)
            seen.append(len(running))
            threads.add(threading.get_ident())
        threading.Event().wait(0.01)
        with lock:
            running.remove(number)
        return str(number)

    async def work_async(number: int) -> str:
        running.append(number)
        seen.append(len(running))
        threads.add(threading.get_ident())
        await anyio.sleep(0.01)
        running.remove(number)
        return str(number)

    loop.server.reply_next(*(call("work", number=number) for number in range(5)))
    tool = loop.tool("work", work_async if loop.is_async else work)
    loop.finish(loop.start(tool, max_concurrency=limit))

    assert texts(loop.results()) == ["0", "1", "2", "3", "4"]
    assert max(seen) <= limit
    if limit == 1:
        assert threads == {threading.get_ident()}, "by default, tools run where the loop runs"


def test_a_tool_that_hangs(loop: Loop) -> None:
    """The model hears of it, and the others have their results."""
    forever = threading.Event()
    ended: List[str] = []

    def hang(own: bool) -> str:
        forever.wait(30)
        return "too late"

    async def hang_async(own: bool) -> str:
        try:
            await anyio.sleep_forever()
        finally:
            ended.append("cancelled")

    function = hang_async if loop.is_async else hang
    loop.server.reply_next(call("hang", own=True), call("quick"), call("impatient", own=False))
    try:
        loop.finish(
            loop.start(
                loop.tool("hang", function, timeout=0.02),
                loop.tool("quick", lambda: "here", timeout=60),
                loop.tool("impatient", function),
                tool_timeout=0.05,
            )
        )
    finally:
        forever.set()
    first, second, third = loop.results()
    assert first["content"] == (
        "Tool 'hang' did not finish within 0.02 seconds. Whether it has had an effect is unknown."
    )
    assert first["is_error"] is True
    assert second["content"] == "here" and "is_error" not in second
    assert "'impatient' did not finish within 0.05 seconds" in third["content"]
    assert ended == (["cancelled", "cancelled"] if loop.is_async else [])


def test_a_hanging_tool_does_not_keep_its_neighbours_waiting(loop: Loop) -> None:
    forever = threading.Event()

    async def hang_async() -> str:
        await anyio.sleep_forever()
        return ""

    def hang() -> str:
        forever.wait(30)
        return ""

    loop.server.reply_next(call("hang"), call("fail"), call("quick"))
    try:
        loop.finish(
            loop.start(
                loop.tool("hang", hang_async if loop.is_async else hang, timeout=0.05),
                loop.tool("fail", lambda: 1 / 0),
                loop.tool("quick", lambda: iter([{"type": "text", "text": "here"}])),
                max_concurrency=2,
            )
        )
    finally:
        forever.set()
    first, second, third = texts(loop.results())
    assert "did not finish" in first
    assert second == "ZeroDivisionError('division by zero')"
    assert third == [{"type": "text", "text": "here"}]


def test_a_tool_that_raises_a_timeout_itself(loop: Loop) -> None:
    def fail() -> str:
        raise TimeoutError("the database")

    loop.server.reply_next(call("fail"))
    loop.finish(loop.start(loop.tool("fail", fail, timeout=1e12)))
    assert texts(loop.results()) == ["TimeoutError('the database')"]


def fail(secret: str) -> str:
    raise RuntimeError(f"no access with {secret}")


def explain() -> str:
    raise ToolError("There is no such city. Try a larger one.")


def test_what_the_model_is_told_by_default(loop: Loop, caplog: pytest.LogCaptureFixture) -> None:
    loop.server.reply_next(call("fail", secret="hunter2"), call("explain"))
    loop.finish(loop.start(loop.tool("fail", fail), loop.tool("explain", explain)))
    assert texts(loop.results()) == [
        "RuntimeError('no access with hunter2')",
        "There is no such city. Try a larger one.",
    ]
    assert [block["is_error"] for block in loop.results()] == [True, True]
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.getMessage() == "Error occurred while calling tool: fail"
    assert record.exc_info is not None


def test_errors_can_be_kept_from_the_model(loop: Loop, caplog: pytest.LogCaptureFixture) -> None:
    loop.server.reply_next(call("fail", secret="hunter2"), call("explain"), call("hang"))

    def hang() -> str:
        raise ToolTimeoutError("hang", 3)

    tools = [loop.tool("fail", fail), loop.tool("explain", explain), loop.tool("hang", hang)]
    loop.finish(loop.start(*tools, on_tool_error="redact"))
    assert texts(loop.results()) == [
        "Error: tool 'fail' failed",
        "There is no such city. Try a larger one.",
        "Tool 'hang' did not finish within 3 seconds. Whether it has had an effect is unknown.",
    ]
    assert "hunter2" in caplog.text


@pytest.mark.parametrize("limit", [1, 2])
def test_errors_can_be_raised(loop: Loop, limit: int) -> None:
    made: List[int] = []
    loop.server.reply_next(
        call("note", number=1),
        call("fail", secret="hunter2"),
        *(call("note", number=number) for number in range(2, 9)),
    )
    tools = [loop.tool("note", lambda number: made.append(number) or "x"), loop.tool("fail", fail)]
    runner = loop.start(*tools, on_tool_error="raise", max_concurrency=limit)

    with pytest.raises(RuntimeError, match="hunter2"):
        loop.finish(runner)

    assert runner.end_reason == "interrupted"
    if limit == 1:
        assert made == [1]
    first, failed, *others = runner.messages[-1]["content"]
    assert first["content"] == "x"
    assert "interrupted before it finished" in failed["content"]
    if limit == 1:
        assert {result["content"] for result in others} == {
            "Error: this call was not made, because the program stopped before it"
        }
    assert loop.resume(runner, *tools).stop_reason == "end_turn"


def test_an_error_that_the_caller_deals_with(loop: Loop) -> None:
    """The loop goes on, and does not do again what has been done."""
    if loop.is_async:
        return
    made: List[str] = []

    def work(name: str) -> str:
        made.append(name)
        if made.count("b") == 1 and name == "b":
            raise RuntimeError("not yet")
        return name

    loop.server.reply_next(*(call("work", name=name) for name in "abc"))
    runner = loop.start(loop.tool("work", work), on_tool_error="raise")
    message = next(runner)
    assert message.stop_reason == "tool_use"
    with pytest.raises(RuntimeError, match="not yet"):
        runner.generate_tool_call_response()
    assert runner.until_done().stop_reason == "end_turn"
    assert made == ["a", "b", "b", "c"]
    assert texts(loop.results()) == ["a", "b", "c"]


def test_a_function_decides_what_the_model_is_told(loop: Loop) -> None:
    seen: List[Any] = []

    def told(block: Any, error: Exception) -> Any:
        seen.append((block.name, type(error)))
        if isinstance(error, ToolError):
            raise error
        return [{"type": "text", "text": f"{block.name}: {type(error).__name__}"}]

    async def told_async(block: Any, error: Exception) -> Any:
        return told(block, error)

    loop.server.reply_next(call("fail", secret="x"))
    loop.server.reply_next(call("explain"))
    tools = [loop.tool("fail", fail), loop.tool("explain", explain)]
    runner = loop.start(*tools, on_tool_error=told_async if loop.is_async else told)

    with pytest.raises(ToolError, match="larger one"):
        loop.finish(runner)
    assert texts(loop.results()) == [[{"type": "text", "text": "fail: RuntimeError"}]]
    assert seen == [("fail", RuntimeError), ("explain", ToolError)]


def test_coroutine_functions_are_for_asynchronous_clients(loop: Loop) -> None:
    if loop.is_async:
        return

    async def told(block: Any, error: Exception) -> str:
        return "x"

    loop.server.reply_next(call("fail", secret="x"))
    with pytest.raises(TypeError, match="`on_tool_error` is a coroutine function"):
        loop.finish(loop.start(loop.tool("fail", fail), on_tool_error=told))


def test_errors_of_tools_can_be_pickled() -> None:
    for error in (ToolError("no"), ToolTimeoutError("hang", 2.5)):
        loaded = pickle.loads(pickle.dumps(error))
        assert type(loaded) is type(error)
        assert (str(loaded), loaded.content) == (str(error), error.content)
    assert isinstance(ToolTimeoutError("hang", 1), TimeoutError)


@pytest.mark.parametrize("limit", [1, 3])
def test_interruptions_are_no_results(loop: Loop, limit: int) -> None:
    class Interrupt(BaseException):
        pass

    def interrupt() -> str:
        raise Interrupt

    loop.server.reply_next(call("quick"), call("interrupt"))
    tools = [loop.tool("interrupt", interrupt), loop.tool("quick", lambda: "here")]
    runner = loop.start(*tools, max_concurrency=limit)
    with pytest.raises(Interrupt):
        loop.finish(runner)
    first, second = texts(runner.messages[-1]["content"])
    assert first == "here" or limit > 1, "several are interrupted together"
    assert "interrupted before it finished" in second
    assert loop.resume(runner, *tools).stop_reason == "end_turn"


def test_tools_that_the_model_makes_up(loop: Loop) -> None:
    loop.server.reply_next(call("nothing"), call("quick"))
    with pytest.warns(UserWarning, match="Tool 'nothing' not found in tool runner"):
        loop.finish(loop.start(loop.tool("quick", lambda: "here"), max_concurrency=2))
    assert texts(loop.results()) == ["Error: Tool 'nothing' not found", "here"]


@pytest.mark.parametrize(
    ("option", "value", "error"),
    [
        ("max_concurrency", 0, ValueError),
        ("max_concurrency", 1.5, ValueError),
        ("token_budget", 0, ValueError),
        ("tool_timeout", 0, ValueError),
        ("tool_timeout", float("nan"), ValueError),
        ("on_tool_error", "ignore", ValueError),
        ("approve_tool_call", True, TypeError),
        ("max_iterations", "3", TypeError),
        ("compaction_control", "on", TypeError),
        (
            "compaction_control",
            {"enabled": True, "context_token_threshold": "5"},
            TypeError,
        ),
    ],
)
def test_options_that_make_no_sense(loop: Loop, option: str, value: Any, error: Any) -> None:
    with pytest.raises(error, match=f"`{option}`"):
        loop.start(**{option: value})


@pytest.mark.parametrize("control", [{}, {"context_token_threshold": 5}])
def test_whether_to_compact_must_be_said(loop: Loop, control: Any) -> None:
    runner = loop.start(compaction_control=control)
    with pytest.raises(TypeError, match="must be a dict with `enabled`"):
        loop.finish(runner)
    assert len(loop.server.requests) == 1


def test_one_tool_is_no_list_of_tools(loop: Loop) -> None:
    with pytest.raises(TypeError, match="`tools` must be a list of tools, not `(Async)?Tool`"):
        loop.start(tools=loop.tool("quick", lambda: ""))


def test_tools_of_the_wrong_flavour(loop: Loop) -> None:
    other = Loop(loop.server, "sync" if loop.is_async else "asyncio")
    expected = "BetaAsyncBuiltinFunctionTool" if loop.is_async else "BetaBuiltinFunctionTool"
    with pytest.raises(TypeError, match=f"The tool 'quick' is .* subclass of {expected}"):
        loop.start(other.tool("quick", lambda: ""))
