"""A server in a process of its own that answers from memory, so that it is never what is measured.

`POST /SCENE/v1/messages` and the like: the first part of a path chooses the scene, which gives the
prepared answer. It reads just enough of HTTP/1.1 for the clients measured here.
"""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
from typing import Callable, Dict, Iterator, Optional, Tuple

from . import scenes
from .environments import ROOT


class Connection(asyncio.Protocol):
    """One connection of a client: reads a request, writes the answer of its scene."""

    def __init__(self, answers: Callable[[str, str], bytes]) -> None:
        self._answers = answers
        self._head = b""
        self._target: Optional[str] = None
        self._missing = 0
        self._transport: Optional[asyncio.WriteTransport] = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if self._target is None:
            self._head += data
            head, found, rest = self._head.partition(b"\r\n\r\n")
            if not found:
                return
            self._target, self._missing = _target_and_length(head)
            self._head = b""
            data = rest
        if self._missing < 0:  # chunked: the last chunk is empty
            done = data.endswith(b"0\r\n\r\n")
        else:
            self._missing -= len(data)
            done = self._missing <= 0
        if done:
            scene, _, path = self._target.lstrip("/").partition("/")
            self._target = None
            assert self._transport is not None
            self._transport.write(self._answers(scene, path))


def _target_and_length(head: bytes) -> Tuple[str, int]:
    """What is asked for, and the bytes of the body: -1 if it comes in chunks."""
    lines = head.decode("latin-1").split("\r\n")
    target = lines[0].split(" ")[1]
    length = 0
    for line in lines[1:]:
        name, _, value = line.partition(":")
        if name.lower() == "content-length":
            length = int(value)
        elif name.lower() == "transfer-encoding":
            length = -1
    return target, length


def answers(port: int) -> Callable[[str, str], bytes]:
    """Finds the answer to a scene and a path; each is written once."""
    known: Dict[Tuple[str, str], bytes] = {}

    def answer(scene: str, path: str) -> bytes:
        path = path.partition("?")[0]
        if (scene, path) not in known:
            known[scene, path] = scenes.response(scene, path, f"http://127.0.0.1:{port}")
        return known[scene, path]

    return answer


async def serve() -> None:
    """Serve on a free port, which is printed, until standard input ends."""
    loop = asyncio.get_running_loop()
    found: Dict[str, Callable[[str, str], bytes]] = {}
    server = await loop.create_server(lambda: Connection(found["answers"]), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    found["answers"] = answers(port)
    print(port, flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


@contextlib.contextmanager
def running() -> Iterator[str]:
    """The URL of a server in another process, which ends with the block."""
    command = [sys.executable, "-m", "benchmarks.server"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, cwd=ROOT) as process:
        assert process.stdin is not None and process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.stdin.close()
            process.wait(10)


if __name__ == "__main__":
    asyncio.run(serve())
