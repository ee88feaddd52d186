"""Calls that are given up in the middle: their connection, and that nothing is sent again."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, List

import pytest

from tests.runtime.faults.answers import EVENTS, event
from tests.runtime.faults.conftest import KEY, QUESTION, Flavour
from tests.runtime.faults.server import Connection, Server, Step, chunk, hang, head

ROOT = Path(__file__).resolve().parents[3]
STREAMING = head(content_type="text/event-stream", transfer_encoding="chunked") + chunk(
    event(EVENTS[0])
)


def tell(reached: threading.Event) -> Step:
    """Let the test know that the client waits."""

    def say(connection: Connection) -> None:
        reached.set()

    return say


async def read_all(flavour: Flavour, client: Any, how: str, begun: asyncio.Event) -> None:
    if how == "create":
        begun.set()
        await flavour.create(client)
    elif how == "helper":
        async with client.messages.stream(**QUESTION) as stream:
            async for _ in stream:
                begun.set()
    else:
        async for _ in await flavour.create(client, stream=True):
            begun.set()


@pytest.mark.parametrize("how", ["create", "events", "helper"])
@pytest.mark.parametrize(
    "flavour", [Flavour("async"), Flavour("aiohttp")], ids=["httpx", "aiohttp"]
)
async def test_a_task_that_is_cancelled(flavour: Flavour, how: str) -> None:
    reached = threading.Event()
    script = [*([] if how == "create" else [STREAMING]), tell(reached), hang]
    with Server(script) as server:
        client = flavour.client(server.url)
        begun = asyncio.Event()
        task = asyncio.ensure_future(read_all(flavour, client, how, begun))
        await begun.wait()
        assert await asyncio.to_thread(reached.wait, 5)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        # While the client is still open: its connection, not only its end, is what tells.
        assert await asyncio.to_thread(server.left.wait, 5)
        await flavour.close(client)
    assert server.retry_counts == ["0"]


PROGRAMS = {
    "trio": """
        import trio

        async def main():
            client = AsyncAnthropic(base_url=URL, api_key=KEY, max_retries=2)
            with trio.move_on_after(30) as scope:
                async for _ in await client.messages.create(**QUESTION, stream=True):
                    trio.lowlevel.current_trio_token().run_sync_soon(scope.cancel)
            print("cancelled", scope.cancelled_caught)
            left()

        trio.run(main)
        """,
    "collected": """
        import gc

        stream = Anthropic(base_url=URL, api_key=KEY).messages.create(**QUESTION, stream=True)
        gc.collect()
        print(next(stream).type)
        del stream
        gc.collect()
        left()
        """,
    "collected in a loop": """
        import asyncio, gc

        async def main():
            client = AsyncAnthropic(base_url=URL, api_key=KEY)
            stream = await client.messages.create(**QUESTION, stream=True)
            del client
            gc.collect()
            print((await stream.__anext__()).type)
            del stream
            gc.collect()
            await asyncio.sleep(0.05)
            left()

        asyncio.run(main())
        """,
    "interrupted": """
        client = Anthropic(base_url=URL, api_key=KEY, max_retries=2)
        try:
            list(client.messages.create(**QUESTION, stream=True))
        except KeyboardInterrupt:
            print("interrupted")
        left()
        """,
    "interrupted before the answer": """
        client = Anthropic(base_url=URL, api_key=KEY, max_retries=2)
        try:
            client.messages.create(**QUESTION)
        except KeyboardInterrupt:
            print("interrupted")
        left()
        """,
}
EXPECTED = {
    "trio": "cancelled True",
    "collected": "message_start",
    "collected in a loop": "message_start",
    "interrupted": "interrupted",
    "interrupted before the answer": "interrupted",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_that_gives_up(name: str) -> None:
    """Each in a process of its own, which goes on only when the server has been left."""
    reached = threading.Event()
    script: List[Any] = [] if "before" in name else [STREAMING]
    with Server([*script, tell(reached), hang]) as server:
        lines = [
            "import sys, warnings",
            "from anthropic import Anthropic, AsyncAnthropic",
            "warnings.simplefilter('ignore', ResourceWarning)",
            f"URL, KEY, QUESTION = {server.url!r}, {KEY!r}, {QUESTION!r}",
            "def left():",
            "    print('left', sys.stdin.readline().strip(), flush=True)",
        ]
        body = [line[8:] for line in PROGRAMS[name].splitlines()]
        process = subprocess.Popen(
            [sys.executable, "-c", "\n".join([*lines, *body])],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert reached.wait(20)
        if name.startswith("interrupted"):
            process.send_signal(signal.SIGINT)
        # The process waits for a line, so what has hung up is the call, not the end of it all.
        hung_up = server.left.wait(20)
        output, errors = process.communicate("yes\n" if hung_up else "no\n", timeout=20)
    assert errors == ""
    assert output.splitlines() == [EXPECTED[name], "left yes"]
    assert process.returncode == 0 and server.retry_counts == ["0"]
