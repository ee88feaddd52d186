"""Every test here runs against the synchronous and the asynchronous client."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

import pytest

from anthropic import Anthropic, AsyncAnthropic
from tests.runtime.streams.scripted import Server

QUESTION: Dict[str, Any] = {
    "model": "claude-test",
    "max_tokens": 10,
    "messages": [{"role": "user", "content": "Hi"}],
}


class Side:
    """One flavour of client, used in one way."""

    def __init__(self, asynchronous: bool) -> None:
        self.asynchronous = asynchronous

    def client(self, server: Server, **options: Any) -> Any:
        kind: Any = AsyncAnthropic if self.asynchronous else Anthropic
        return kind(base_url=server.url, api_key="key", **{"max_retries": 0, **options})

    async def create(self, client: Any, *, beta: bool = False) -> Any:
        messages = client.beta.messages if beta else client.messages
        stream = messages.create(**QUESTION, stream=True)
        return await stream if self.asynchronous else stream

    async def read(self, stream: Any, seen: List[Any]) -> None:
        if self.asynchronous:
            async for item in stream:
                seen.append(item)
        else:
            for item in stream:
                seen.append(item)

    async def next(self, stream: Any) -> Any:
        return await stream.__anext__() if self.asynchronous else next(stream)

    async def events(self, client: Any, **options: Any) -> Tuple[List[Any], Any]:
        """The events of `create(stream=True)`, and the error that ended it."""
        seen: List[Any] = []
        stream = await self.create(client, **options)
        try:
            await self.read(stream, seen)
        except Exception as error:
            return seen, error
        return seen, None

    async def helper(self, client: Any, *, beta: bool = False) -> Tuple[Any, Any]:
        """The final message of `stream()`, and the error that came in its place."""
        manager = (client.beta.messages if beta else client.messages).stream(**QUESTION)
        try:
            if self.asynchronous:
                async with manager as stream:
                    return await stream.get_final_message(), None
            with manager as stream:
                return stream.get_final_message(), None
        except Exception as error:
            return None, error


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Side:
    return Side(request.param == "async")
