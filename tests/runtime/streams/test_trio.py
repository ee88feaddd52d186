"""Everything that waits does so under trio too."""

from __future__ import annotations

from typing import Any, Awaitable, Callable, Dict

import pytest
import trio

import anthropic
from anthropic import AsyncAnthropic, RetryPolicy
from tests.runtime.streams.scripted import CUT, END, HANG, PING, Server, error_event, event
from tests.runtime.streams.test_ends import BODY, EVENTS

QUESTION: Dict[str, Any] = {
    "model": "claude-test",
    "max_tokens": 10,
    "messages": [{"role": "user", "content": "Hi"}],
}
QUICK = RetryPolicy(max_retries=1, initial_delay=0.001)


def run(server: Server, use: Callable[[AsyncAnthropic], Awaitable[Any]], **options: Any) -> Any:
    async def main() -> Any:
        options.setdefault("max_retries", 0)
        async with AsyncAnthropic(api_key="k", base_url=server.url, **options) as client:
            with trio.fail_after(20):
                return await use(client)

    return trio.run(main)


async def events_of(client: AsyncAnthropic) -> Any:
    stream = await client.messages.create(**QUESTION, stream=True)
    return [item.type async for item in stream]


async def final_message(client: AsyncAnthropic) -> Any:
    async with client.messages.stream(**QUESTION) as stream:
        return await stream.get_final_message()


async def long_request(client: AsyncAnthropic) -> Any:
    return await client.messages.create(**{**QUESTION, "max_tokens": 60_000})


def test_streams() -> None:
    with Server([BODY, END]) as server:
        assert run(server, events_of) == [item["type"] for item in EVENTS]
        assert run(server, final_message).content[0].text == "Hello you"
        message = run(server, long_request, long_requests="stream")
        assert message.content[0].text == "Hello you"


def test_retries_before_the_first_event() -> None:
    with Server([PING, error_event("overloaded_error"), END], [BODY, END]) as server:
        message = run(server, final_message, retry_policy=QUICK)
        assert message._response.retries_taken == 1


def test_streams_that_break() -> None:
    with Server([event(EVENTS[0]), CUT]) as server:
        with pytest.raises(anthropic.APIConnectionError):
            run(server, events_of)


def test_watchdogs() -> None:
    with Server([event(EVENTS[0]), HANG]) as server:
        with pytest.raises(anthropic.APITimeoutError):
            run(server, events_of, stream_idle_timeout=0.1)
        assert server.hung_up.wait(10)


def test_leaving_early_frees_the_connection() -> None:
    async def leave(client: AsyncAnthropic) -> None:
        async with client.messages.stream(**QUESTION) as stream:
            await stream.__anext__()
        assert stream.response.is_closed

    with Server([event(EVENTS[0]), HANG]) as server:
        run(server, leave)
        assert server.hung_up.wait(10)


def test_cancelled_calls_free_their_connection() -> None:
    async def cancelled(client: AsyncAnthropic) -> bool:
        with trio.move_on_after(0.1) as scope:
            await client.messages.create(**QUESTION)
        return scope.cancelled_caught

    with Server([HANG]) as server:
        assert run(server, cancelled)
        assert server.hung_up.wait(10)
