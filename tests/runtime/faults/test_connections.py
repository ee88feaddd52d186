"""Connections that are used again, and what went over them before."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from tests.runtime.faults.answers import MESSAGE
from tests.runtime.faults.conftest import Flavour
from tests.runtime.faults.server import Server, answer, head, next_request, reset, wait_for

KEPT = head(content_length=len(MESSAGE), connection="keep-alive") + MESSAGE


async def test_a_connection_is_used_again(flavour: Flavour) -> None:
    with Server([KEPT, next_request, KEPT, next_request, KEPT]) as server:
        client = flavour.client(server.url)
        for _ in range(3):
            assert (await flavour.create(client)).content[0].text == "hello"
        await flavour.close(client)
    assert server.connections == 1 and server.retry_counts == ["0", "0", "0"]


@pytest.mark.parametrize("ending", [[], [reset]], ids=["closed", "reset"])
async def test_a_connection_that_the_server_gave_up_meanwhile(
    flavour: Flavour, ending: Any
) -> None:
    gone = threading.Event()
    script = [KEPT, wait_for(gone), *ending]
    with Server(script, [answer(MESSAGE)]) as server:
        client = flavour.client(server.url)
        await flavour.create(client)
        gone.set()
        assert (await flavour.create(client)).content[0].text == "hello"
        await flavour.close(client)
    assert server.connections == 2


async def test_a_connection_that_the_server_gives_up_at_the_next_request(flavour: Flavour) -> None:
    with Server([KEPT, next_request], [answer(MESSAGE)]) as server:
        client = flavour.client(server.url)
        await flavour.create(client)
        assert (await flavour.create(client)).content[0].text == "hello"
        await flavour.close(client)
    # aiohttp sends such a request again by itself where that is safe, and httpx never.
    assert server.connections == 2 and server.requests[-1].headers["x-api-key"]
