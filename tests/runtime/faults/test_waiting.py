"""How long the client waits before it sends a request again, and what it says of that."""

from __future__ import annotations

import email.utils
import time
from typing import Any, Callable, Dict, List

import anyio
import pytest

import anthropic
from anthropic import RetryPolicy
from tests.runtime.faults.answers import MESSAGE
from tests.runtime.faults.conftest import Flavour
from tests.runtime.faults.server import Server, answer

OWN = pytest.approx(0.5, abs=0.001)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> List[float]:
    """The times that were waited for; none of them really."""
    found: List[float] = []

    async def wait(seconds: float) -> None:
        found.append(seconds)

    monkeypatch.setattr(time, "sleep", found.append)
    monkeypatch.setattr(anyio, "sleep", wait)
    return found


def a_date(seconds: float) -> Callable[[], str]:
    """A time by the calendar, that far from the moment when it is asked for."""
    return lambda: email.utils.formatdate(time.time() + seconds, usegmt=True)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"retry_after": "7"}, 7),
        ({"retry_after": "1.5"}, 1.5),
        ({"retry_after": "60"}, 60),
        ({"retry_after": a_date(30)}, pytest.approx(30, abs=25)),
        ({"retry_after_ms": "250"}, 0.25),
        ({"retry_after_ms": "250", "retry_after": "7"}, 0.25),
        ({"retry_after_ms": "soon", "retry_after": "7"}, 7),
        ({"retry_after": "61"}, OWN),
        ({"retry_after": "0"}, OWN),
        ({"retry_after": "-3"}, OWN),
        ({"retry_after": "soon"}, OWN),
        ({"retry_after": "nan"}, OWN),
        ({"retry_after": "inf"}, OWN),
        ({"retry_after": a_date(-30)}, OWN),
        ({"retry_after": a_date(3600)}, OWN),
        ({}, OWN),
    ],
)
async def test_what_the_server_says(
    flavour: Flavour, waits: List[float], headers: Dict[str, Any], expected: Any
) -> None:
    given = {name: value() if callable(value) else value for name, value in headers.items()}
    busy = [answer(b"{}", "529 Busy", **given)]
    with Server(busy, [answer(MESSAGE)]) as server:
        client = flavour.client(server.url, retry_policy=RetryPolicy(jitter=0))
        assert (await flavour.create(client)).content[0].text == "hello"
        await flavour.close(client)
    assert waits == [expected]
    assert server.retry_counts == ["0", "1"]


async def test_a_long_wait_that_a_deadline_allows(flavour: Flavour, waits: List[float]) -> None:
    busy = [answer(b"{}", "529 Busy", retry_after="90")]
    with Server(busy, [answer(MESSAGE)]) as server:
        client = flavour.client(server.url, total_timeout=100.0)
        assert (await flavour.create(client)).content[0].text == "hello"
        await flavour.close(client)
    assert waits == [90]


async def test_a_wait_that_a_deadline_forbids(flavour: Flavour, waits: List[float]) -> None:
    with Server([answer(b"{}", "529 Busy", retry_after="90")]) as server:
        client = flavour.client(server.url, total_timeout=80.0)
        with pytest.raises(anthropic.APIStatusError) as caught:
            await flavour.create(client)
        await flavour.close(client)
    assert caught.value.status_code == 529 and waits == [] and server.retry_counts == ["0"]


async def test_every_attempt_is_counted(flavour: Flavour, waits: List[float]) -> None:
    with Server([answer(b"{}", "500 Broken")]) as server:
        client = flavour.client(server.url, max_retries=4, retry_policy=RetryPolicy(jitter=0))
        with pytest.raises(anthropic.InternalServerError):
            await flavour.create(client)
        await flavour.close(client)
    assert waits == [0.5, 1, 2, 4]
    assert server.retry_counts == ["0", "1", "2", "3", "4"]
