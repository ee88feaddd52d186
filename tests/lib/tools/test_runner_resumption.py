"""A runner that is left early, cancelled or interrupted leaves messages to go on from."""

from __future__ import annotations

import asyncio
import gc
import json
import signal
import sys
import threading
import warnings
from typing import Any, List

import anyio
import pytest

from anthropic import AnthropicError
from tests.lib.tools.loops import Loop, call, roles


def test_leaving_early_and_resuming(any_loop: Loop) -> None:
    made: List[int] = []
    tool = any_loop.tool("add", lambda a: made.append(a) or "1")
    any_loop.server.reply_next(call("add", a=1))
    any_loop.server.reply_next(call("add", a=2), call("add", a=3))
    seen: List[Any] = []

    def leave_at_the_second(item: Any) -> bool:
        seen.append(item)
        return len(seen) == 2

    runner = any_loop.start(tool)
    any_loop.visit(runner, leave_at_the_second)
    any_loop.close(runner)

    assert runner.end_reason == "interrupted"
    assert made == [1]
    assert list(roles(runner.messages))[:3] == ["user", "assistant", "user"]
    if not any_loop.streams:
        answers = [block["content"] for block in runner.messages[-1]["content"]]
        assert answers == [
            "Error: this call was not made, because the program stopped before it",
            "Error: this call was not made, because the program stopped before it",
        ]
    assert any_loop.resume(runner, tool).stop_reason == "end_turn"
    any_loop.close(runner)


@pytest.mark.parametrize("reads_first", [True, False])
def test_results_within_the_loop(any_loop: Loop, reads_first: bool) -> None:
    """Also while a stream is open: what is unread of it is read first."""
    made: List[int] = []
    tool = any_loop.tool("add", lambda a: made.append(a) or f"{a}")
    any_loop.server.reply_next(call("add", a=1))
    any_loop.server.reply_next(call("add", a=2))
    any_loop.server.reply_next("done")
    runner = any_loop.start(tool)
    if not any_loop.is_async:
        assert runner.generate_tool_call_response() is None, "nothing has been asked yet"
    responses: List[Any] = []

    async def visit_async(item: Any) -> None:
        if any_loop.streams and reads_first:
            await item.until_done()
        responses.append(await runner.generate_tool_call_response())

    def visit(item: Any) -> Any:
        if any_loop.is_async:
            return visit_async(item)
        if any_loop.streams and reads_first:
            item.until_done()
        responses.append(runner.generate_tool_call_response())
        if responses[-1] is not None:
            assert runner.messages[-1] == responses[-1]
        return None

    any_loop.visit(runner, visit)
    first, second, third = responses
    assert [first["content"][0]["content"], second["content"][0]["content"]] == ["1", "2"]
    assert third is None
    assert made == [1, 2], "once for each turn"


def test_appended_replies_are_answered_too(any_loop: Loop) -> None:
    if any_loop.streams:
        return
    tool = any_loop.tool("add", lambda: "1")
    any_loop.server.reply_next(call("add"))
    runner = any_loop.start(tool)

    def append(message: Any) -> bool:
        runner.append_messages(message)
        return True

    any_loop.visit(runner, append)
    assert roles(runner.messages) == ["user", "assistant", "user"]
    assert any_loop.resume(runner, tool).stop_reason == "end_turn"


@pytest.mark.parametrize("how", ["kept", "dropped"])
@pytest.mark.parametrize("kind", ["asyncio", "asyncio-stream"])
def test_a_loop_that_is_left_without_a_word(server: Any, kind: str, how: str) -> None:
    """The event loop closes it in the end, and has nothing to complain about."""
    loop = Loop(server, kind)
    complaints: List[Any] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, said: complaints.append(said))
        runner = loop.start()
        async for _ in runner:
            break
        if how == "dropped":
            del runner, _
            gc.collect()
            await asyncio.sleep(0.01)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        asyncio.run(main())
        gc.collect()
    assert complaints == []


# -- cancellation


@pytest.mark.parametrize("limit", [1, 3])
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancelled_loop_can_be_resumed(server: Any, backend: str, limit: int) -> None:
    loop = Loop(server, backend)
    ended: List[str] = []

    async def hang() -> str:
        try:
            await anyio.sleep_forever()
        finally:
            ended.append("cancelled")
        return ""

    async def main() -> Any:
        reached = anyio.Event()

        async def wait() -> str:
            reached.set()
            return await hang()

        server.reply_next(call("quick"), call("wait"), call("hang"))
        tools = [
            loop.tool("quick", lambda: "here"),
            loop.tool("wait", wait),
            loop.tool("hang", hang),
        ]
        runner = loop.start(*tools, max_concurrency=limit)
        async with anyio.create_task_group() as group:
            group.start_soon(runner.until_done)
            await reached.wait()
            if limit > 1:
                await anyio.wait_all_tasks_blocked()
            group.cancel_scope.cancel()
        assert runner.end_reason == "interrupted"
        return runner, tools

    runner, tools = anyio.run(main, backend=backend)
    assert ended == ["cancelled"] * (1 if limit == 1 else 2)
    quick, waiting, hanging = (result["content"] for result in runner.messages[-1]["content"])
    assert quick == "here"
    assert "interrupted before it finished" in waiting
    assert ("not made" if limit == 1 else "interrupted") in hanging
    assert loop.resume(runner, *tools).stop_reason == "end_turn"


@pytest.mark.parametrize("limit", [1, 2])
def test_a_cancelled_task_of_asyncio(server: Any, limit: int) -> None:
    loop = Loop(server, "asyncio")
    server.reply_next(call("hang"), call("quick"))

    async def main() -> Any:
        reached = asyncio.Event()

        async def hang() -> str:
            reached.set()
            await asyncio.sleep(60)
            return ""

        runner = loop.start(
            loop.tool("hang", hang), loop.tool("quick", lambda: "x"), max_concurrency=limit
        )
        task = asyncio.ensure_future(runner.until_done())
        await reached.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return runner

    runner = asyncio.run(main())
    assert runner.end_reason == "interrupted"
    assert "interrupted before it finished" in runner.messages[-1]["content"][0]["content"]
    assert loop.resume(runner).stop_reason == "end_turn"


if sys.platform != "win32":

    @pytest.mark.parametrize("options", [{}, {"max_concurrency": 2}, {"tool_timeout": 60}])
    def test_an_interrupt_from_the_keyboard(server: Any, options: Any) -> None:
        """Also where the loop waits for a tool in another thread."""
        loop = Loop(server, "sync")
        server.reply_next(call("hang"), call("quick"))
        main = threading.main_thread().ident
        ended = threading.Event()
        assert main is not None

        def hang() -> str:
            signal.pthread_kill(main, signal.SIGINT)
            ended.wait(60)
            return ""

        tools = [loop.tool("hang", hang), loop.tool("quick", lambda: "x")]
        runner = loop.start(*tools, **options)
        try:
            with pytest.raises(KeyboardInterrupt):
                loop.finish(runner)
        finally:
            ended.set()
        assert "interrupted before it finished" in runner.messages[-1]["content"][0]["content"]
        assert loop.resume(runner, *tools).stop_reason == "end_turn"


def test_a_failed_request_leaves_the_messages_valid(any_loop: Loop) -> None:
    tool = any_loop.tool("add", lambda: "1")
    any_loop.server.reply_next(call("add"))
    runner = any_loop.start(tool)

    def fail_from_now_on(_: Any) -> None:
        any_loop.server.fail_next(500)

    with pytest.raises(AnthropicError):
        any_loop.visit(runner, fail_from_now_on)
    assert runner.end_reason == "interrupted"
    assert roles(runner.messages) == ["user", "assistant", "user"]
    assert any_loop.resume(runner, tool).stop_reason == "end_turn"


def test_messages_do_not_change_the_runners_own(any_loop: Loop) -> None:
    any_loop.server.reply_next(call("add"))
    runner = any_loop.start(any_loop.tool("add", lambda: "1"))
    any_loop.visit(runner, lambda _: runner.messages.append("junk"))
    assert "junk" not in json.dumps(any_loop.sent())
