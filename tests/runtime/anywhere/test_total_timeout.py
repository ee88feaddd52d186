"""`total_timeout` ends a call in time, whatever it is that takes so long."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest

from anthropic import (
    Anthropic,
    AnthropicBedrock,
    AnthropicFoundry,
    AnthropicVertex,
    APITimeoutError,
    AsyncAnthropic,
    AsyncAnthropicBedrock,
    AsyncAnthropicFoundry,
    AsyncAnthropicVertex,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
    InternalServerError,
    RetryPolicy,
)
from tests.runtime.faults.server import Server, drip, head

QUESTION: Any = {
    "model": "claude-test",
    "max_tokens": 8,
    "messages": [{"role": "user", "content": "hi"}],
}
FEW = 0.4


@pytest.fixture(params=["sync", "async"])
def flavour(request: Any) -> str:
    return str(request.param)


@pytest.fixture
def ask(flavour: str, server: Any) -> Any:
    async def send(**options: Any) -> Any:
        options = {"api_key": "k", "base_url": server.url, **options}
        if flavour == "sync":
            with Anthropic(**options) as client:
                return client.messages.create(**QUESTION)
        async with AsyncAnthropic(**options) as asynchronous:
            return await asynchronous.messages.create(**QUESTION)

    return send


async def test_time_enough(ask: Any, server: Any, answer: Any) -> None:
    server.script = [answer(500, {"retry-after-ms": "10"}), answer(pieces=4, pause=0.01)]
    message = await ask(total_timeout=10)
    assert message.content[0].text == "hello"


async def test_no_answer(ask: Any, server: Any, answer: Any) -> None:
    server.script = [answer(delay=20)]
    started = time.monotonic()
    with pytest.raises(APITimeoutError) as caught:
        await ask(total_timeout=FEW)
    assert FEW <= time.monotonic() - started < 4 * FEW
    assert isinstance(caught.value.__cause__, httpx.TimeoutException)
    assert len(server.requests) == 1


@pytest.mark.parametrize("pause", [0.05, 20], ids=["drip", "halt"])
async def test_a_body_that_does_not_end(ask: Any, server: Any, answer: Any, pause: float) -> None:
    server.script = [answer(pieces=300, pause=pause)]
    started = time.monotonic()
    with pytest.raises(APITimeoutError, match="timed out") as caught:
        await ask(total_timeout=FEW, timeout=30)
    assert FEW <= time.monotonic() - started < 4 * FEW
    assert "`total_timeout`" in str(caught.value.__cause__)


@pytest.mark.parametrize("own", ["default", "subclass"])
async def test_headers_that_drip_to_a_client_of_the_callers(own: str, flavour: str) -> None:
    base: Any = DefaultHttpxClient if flavour == "sync" else DefaultAsyncHttpxClient
    kind: Any = base if own == "default" else type("Own", (base,), {})
    options: Any = {"api_key": "k", "total_timeout": 0.2, "http_client": kind()}
    with Server([drip(head(x="x" * 100), 0.01)]) as server:
        with pytest.raises(APITimeoutError, match="timed out"):
            if flavour == "sync":
                with Anthropic(base_url=server.url, **options) as client:
                    client.messages.create(**QUESTION)
            else:
                async with AsyncAnthropic(base_url=server.url, **options) as asynchronous:
                    await asynchronous.messages.create(**QUESTION)
        assert server.left.wait(5), "the client waited until the headers were complete"
    assert len(server.requests) == 1


async def test_retries_that_would_come_too_late(ask: Any, server: Any, answer: Any) -> None:
    server.script = [answer(503, {"retry-after": "5"})] * 3
    started = time.monotonic()
    with pytest.raises(InternalServerError):
        await ask(total_timeout=3)
    assert time.monotonic() - started < 2
    assert len(server.requests) == 1


async def test_a_streamed_body(flavour: str, server: Any, answer: Any) -> None:
    server.script = [answer(pieces=300, pause=0.05)]
    started = time.monotonic()
    options: Any = {"api_key": "k", "base_url": server.url, "total_timeout": FEW}
    with pytest.raises((APITimeoutError, httpx.ReadTimeout)):
        if flavour == "sync":
            with Anthropic(**options) as client:
                with client.messages.with_streaming_response.create(**QUESTION) as response:
                    assert b"".join(response.iter_bytes())
        else:
            async with AsyncAnthropic(**options) as asynchronous:
                view = asynchronous.messages.with_streaming_response
                async with view.create(**QUESTION) as streamed:
                    assert [chunk async for chunk in streamed.iter_bytes()]
    assert FEW <= time.monotonic() - started < 4 * FEW


async def test_under_trio(run: Any, server: Any, answer: Any) -> None:
    server.script = [answer(pieces=300, pause=0.05)]
    printed = run(
        """
        import trio

        async def main():
            async with AsyncAnthropic(total_timeout=0.4) as client:
                try:
                    await ask(client)
                except anthropic.APITimeoutError as error:
                    print(type(error.__cause__).__name__)

        trio.run(main)
        """
    )
    assert printed.split() == ["ReadTimeout"]


# -- the options ----------------------------------------------------------------------------------

PLATFORMS = {
    Anthropic: {"api_key": "k"},
    AsyncAnthropic: {"api_key": "k"},
    AnthropicBedrock: {"aws_region": "r", "api_key": "k"},
    AsyncAnthropicBedrock: {"aws_region": "r", "api_key": "k"},
    AnthropicVertex: {"region": "r", "project_id": "p", "access_token": "t"},
    AsyncAnthropicVertex: {"region": "r", "project_id": "p", "access_token": "t"},
    AnthropicFoundry: {"resource": "r", "api_key": "k"},
    AsyncAnthropicFoundry: {"resource": "r", "api_key": "k"},
}


@pytest.mark.parametrize("kind", PLATFORMS)
def test_copies_keep_the_options(kind: Any) -> None:
    client = kind(**PLATFORMS[kind])
    assert client.total_timeout is None and client.retry_policy == RetryPolicy()
    policy = RetryPolicy(max_retries=7)
    changed = client.with_options(total_timeout=3, retry_policy=policy)
    assert (changed.total_timeout, changed.retry_policy, changed.max_retries) == (3, policy, 7)
    copied = changed.copy(timeout=1, max_retries=0)
    assert (copied.total_timeout, copied.retry_policy, copied.max_retries) == (3, policy, 0)
    plain = changed.with_options(total_timeout=None, retry_policy=None)
    assert plain.total_timeout is None and plain.retry_policy == RetryPolicy()


@pytest.mark.parametrize("kind", [Anthropic, AsyncAnthropic])
def test_constructors_take_the_options(kind: Any) -> None:
    client = kind(api_key="k", total_timeout=3, retry_policy=RetryPolicy(max_retries=7))
    assert (client.total_timeout, client.max_retries) == (3, 7)
