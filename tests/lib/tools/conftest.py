"""A server for each module, and a tool runner of each kind for each test."""

from __future__ import annotations

from typing import Iterator

import pytest

from anthropic.testing import LocalServer
from tests.lib.tools.loops import Loop

KINDS = ["sync", "sync-stream", "asyncio", "asyncio-stream", "trio"]
WHOLE = ["sync", "asyncio", "trio"]


@pytest.fixture(scope="module")
def running() -> Iterator[LocalServer]:
    with LocalServer() as server:
        yield server


@pytest.fixture
def server(running: LocalServer) -> Iterator[LocalServer]:
    running.reset()
    yield running


def started(server: LocalServer, kind: str) -> Iterator[Loop]:
    loop = Loop(server, kind)
    yield loop
    if not loop.is_async:
        loop.client.close()


@pytest.fixture(params=KINDS)
def any_loop(server: LocalServer, request: pytest.FixtureRequest) -> Iterator[Loop]:
    yield from started(server, request.param)


@pytest.fixture(params=WHOLE)
def loop(server: LocalServer, request: pytest.FixtureRequest) -> Iterator[Loop]:
    """For what happens after a reply: it does not matter how that has come."""
    yield from started(server, request.param)
