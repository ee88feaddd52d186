"""A server for each module, and a tool runner of each kind for each test."""

from __future__ import annotations

from typing import Iterator

import pytest

from anthropic.testing import LocalServer
from tests.lib.tools.loops import Loop

KINDS = ["sync", "sync-stream", "asyncio", "asyncio-stream", "trio", "trio-stream"]


@pytest.fixture(scope="module")
def running() -> Iterator[LocalServer]:
    with LocalServer() as server:
        yield server


@pytest.fixture
def server(running: LocalServer) -> Iterator[LocalServer]:
    running.reset()
    yield running


@pytest.fixture(params=KINDS)
def loop(server: LocalServer, request: pytest.FixtureRequest) -> Iterator[Loop]:
    loop = Loop(server, request.param)
    yield loop
    if not loop.is_async:
        loop.client.close()
