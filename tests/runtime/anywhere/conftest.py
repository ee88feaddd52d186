"""A server on a real socket that says which connection a request came over, and programs that use
it, each in a process of its own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import textwrap
import threading
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple

import pytest

import anthropic

SOURCE = str(Path(anthropic.__file__).resolve().parent.parent)

MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-test",
    "content": [{"type": "text", "text": "hello"}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 1, "output_tokens": 1},
}

# What every program begins with: a client for each flavour, and a question.
PRELUDE = """
import asyncio, copy, gc, os, pickle, sys, threading, time, warnings
import anthropic
from anthropic import Anthropic, AsyncAnthropic

def ask(client, **options):
    return client.messages.create(
        model="claude-test", max_tokens=8, messages=[{"role": "user", "content": "hi"}], **options
    )

def connection(message):
    return int(message.id.rpartition("_")[2])
"""


class Answer:
    """What the server says to one request: a status, headers and a body, in timed pieces."""

    def __init__(
        self,
        status: int = 200,
        headers: Optional[Dict[str, str]] = None,
        body: Any = None,
        *,
        pause: float = 0,
        pieces: int = 1,
        delay: float = 0,
    ) -> None:
        self.status = status
        self.headers = headers or {}
        self.body = body
        self.pause = pause
        self.pieces = pieces
        self.delay = delay


class Server:
    """Answers messages; the id of each names the connection that it went over."""

    def __init__(self) -> None:
        self.script: List[Answer] = []
        self.requests: List[Tuple[int, bytes]] = []
        self.opened = 0
        self.closed = threading.Semaphore(0)
        self._stopping = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        self._stopping.set()
        self._listener.close()

    def wait_until_closed(self, count: int) -> None:
        """Wait for this many connections to end."""
        for _ in range(count):
            assert self.closed.acquire(timeout=5), "a connection is still open"

    def _accept(self) -> None:
        while True:
            try:
                connected, _ = self._listener.accept()
            except OSError:
                return
            self.opened += 1
            threading.Thread(target=self._serve, args=(connected, self.opened), daemon=True).start()

    def _serve(self, connected: socket.socket, number: int) -> None:
        with connected, connected.makefile("rb") as received:
            try:
                while self._exchange(connected, received, number):
                    continue
            except OSError:
                # The client hung up in the middle, as some of these tests have it do.
                self.requests.append((number, b"hung up"))
        self.closed.release()

    def _exchange(self, connected: socket.socket, received: Any, number: int) -> bool:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = received.readline()
            if not line:
                return False
            head += line
        length = 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        received.read(length)
        self.requests.append((number, head))
        answer = self.script.pop(0) if self.script else Answer()
        body = {**MESSAGE, "id": f"msg_{number}"} if answer.body is None else answer.body
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {
            "content-type": "application/json",
            "content-length": str(len(sent)),
            "request-id": f"req_{len(self.requests)}",
            **answer.headers,
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self._stopping.wait(answer.delay)
        connected.sendall(f"HTTP/1.1 {answer.status} Some\r\n{lines}\r\n".encode())
        size = -(-len(sent) // answer.pieces)
        for start in range(0, len(sent), size):
            connected.sendall(sent[start : start + size])
            if self._stopping.wait(answer.pause):
                return False
        return True


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.stop()


@pytest.fixture
def answer() -> Callable[..., Answer]:
    return Answer


@pytest.fixture
def run(server: Server) -> Callable[..., str]:
    """Run a program to its end and return what it printed; it may neither fail nor complain."""

    def run_program(program: str, **environment: str) -> str:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", PRELUDE + textwrap.dedent(program)],
            env={
                **os.environ,
                "PYTHONPATH": SOURCE,
                "ANTHROPIC_BASE_URL": server.url,
                "ANTHROPIC_API_KEY": "key-of-the-environment",
                **environment,
            },
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        return done.stdout

    return run_program
