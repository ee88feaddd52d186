"""Clients of every kind, and one way to use them all."""

from __future__ import annotations

import inspect
from typing import Any, Dict, List, Tuple

import pytest

from anthropic import Anthropic, AsyncAnthropic, DefaultAioHttpClient, RetryPolicy

QUESTION: Dict[str, Any] = {
    "model": "claude-test",
    "max_tokens": 10,
    "messages": [{"role": "user", "content": "Hi"}],
}
KEY = "sk-of-the-tests"


class Flavour:
    """One kind of client; every call is awaited, if it is something to await."""

    def __init__(self, name: str) -> None:
        self.name = name

    def client(self, url: str, **options: Any) -> Any:
        """A client that sends a request once more at most, and does not wait before that."""
        given = {
            "api_key": KEY,
            "base_url": url,
            "timeout": 5.0,
            "max_retries": 1,
            "retry_policy": RetryPolicy(initial_delay=0),
            **options,
        }
        if self.name == "sync":
            return Anthropic(**given)
        if self.name == "aiohttp":
            given.setdefault("http_client", DefaultAioHttpClient())
        return AsyncAnthropic(**given)

    async def close(self, client: Any) -> None:
        await finished(client.close())

    async def create(self, client: Any, **options: Any) -> Any:
        """What `messages.create` returns."""
        return await finished(client.messages.create(**QUESTION, **options))

    async def items(self, stream: Any) -> Tuple[List[Any], Any]:
        """What a stream brings, and the error that ends it."""
        seen: List[Any] = []
        try:
            if self.name == "sync":
                for item in stream:
                    seen.append(item)
            else:
                async for item in stream:
                    seen.append(item)
        except Exception as error:
            return seen, error
        return seen, None

    async def events(self, client: Any) -> Tuple[List[Any], Any]:
        """The events of `create(stream=True)`, and the error that ended it."""
        try:
            stream = await self.create(client, stream=True)
        except Exception as error:
            return [], error
        return await self.items(stream)

    async def helper(self, client: Any) -> Any:
        """The final message of `messages.stream`."""
        manager = client.messages.stream(**QUESTION)
        if self.name == "sync":
            with manager as stream:
                return stream.get_final_message()
        async with manager as stream:
            return await stream.get_final_message()

    async def results(self, client: Any) -> Tuple[List[Any], Any]:
        """The results of a batch, and the error that ended them."""
        try:
            decoder = await finished(client.messages.batches.results("batch"))
        except Exception as error:
            return [], error
        return await self.items(decoder)


async def finished(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


@pytest.fixture(params=["sync", "async", "aiohttp"])
def flavour(request: pytest.FixtureRequest) -> Flavour:
    return Flavour(request.param)
