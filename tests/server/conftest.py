"""A running server for each module, and a connection to it for each test."""

from __future__ import annotations

from typing import Iterator

import pytest

from anthropic.testing import LocalServer
from tests.server.support import Wire


@pytest.fixture(scope="module")
def running() -> Iterator[LocalServer]:
    with LocalServer() as server:
        yield server


@pytest.fixture
def server(running: LocalServer) -> Iterator[LocalServer]:
    running.reset()
    yield running


@pytest.fixture
def wire(server: LocalServer) -> Iterator[Wire]:
    wire = Wire(server)
    yield wire
    wire.connection.close()
