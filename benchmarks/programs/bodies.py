"""Large requests: long conversations and images."""

from __future__ import annotations

import asyncio
import base64
import random
import statistics
from time import process_time
from typing import Any, Dict, List

import anthropic
from anthropic import types

from .calls import _each
from .memory import begin_peak, peak


def conversation(turns: int, *, models: bool = False) -> List[Any]:
    """So many messages with tool calls and results; what the model said as objects, if asked."""
    messages: List[Any] = []
    for turn in range(0, turns, 2):
        identifier = f"toolu_{turn:024d}"
        text: Dict[str, Any] = {
            "type": "text",
            "text": "Let me look at the weather of the next few days. " * 4,
        }
        call: Dict[str, Any] = {
            "type": "tool_use",
            "id": identifier,
            "name": "get_weather",
            "input": {"city": "Paris", "days": [1, 2, 3], "detail": {"wind": True, "unit": "c"}},
        }
        said: List[Any] = [text, call]
        if models:
            said = [types.TextBlock(**text), types.ToolUseBlock(**call)]
        result = {
            "type": "tool_result",
            "tool_use_id": identifier,
            "content": [{"type": "text", "text": "18 degrees, light wind, some clouds. " * 8}],
        }
        messages.append({"role": "assistant", "content": said})
        messages.append({"role": "user", "content": [result]})
    return [{"role": "user", "content": "What is the weather?"}, *messages][:turns]


def image_message() -> List[Any]:
    """One message with five images of a million bytes."""
    source = random.Random(5)
    images = [
        {
            "type": "image",
            "source": {
                "type": "base64",
                "media_type": "image/png",
                "data": base64.b64encode(source.randbytes(1_000_000)).decode(),
            },
        }
        for _ in range(5)
    ]
    return [{"role": "user", "content": images}]


def tool_blocks(url: str, count: int) -> float:
    return _create(url, count, conversation(200))


def model_blocks(url: str, count: int) -> float:
    return _create(url, count, conversation(200, models=True))


def images(url: str, count: int) -> float:
    return _create(url, count, image_message())


def images_memory(url: str, count: int) -> float:
    messages = image_message()
    with anthropic.Anthropic(api_key="key", base_url=f"{url}/small") as client:
        _send(client, [{"role": "user", "content": "Hello"}])
        before = begin_peak()
        for _ in range(count):
            _send(client, messages)
        return max(0, peak() - before)


def loop_stall(url: str, count: int) -> float:
    """The longest time that a ticking task waits for its turn while 500 messages are sent.

    Counted in CPU time of the process, as other programs on the machine are no stalls of ours; the
    median of the calls.
    """
    messages = conversation(500)

    async def ticking(gaps: List[float]) -> None:
        last = process_time()
        while True:
            await asyncio.sleep(0)
            now = process_time()
            gaps.append(now - last)
            last = now

    async def run() -> float:
        longest: List[float] = []
        async with anthropic.AsyncAnthropic(api_key="key", base_url=f"{url}/small") as client:
            for _ in range(count + 1):
                gaps: List[float] = []
                ticker = asyncio.ensure_future(ticking(gaps))
                await asyncio.sleep(0)
                await client.messages.create(
                    model="claude-sonnet-4-5", max_tokens=1024, messages=messages
                )
                ticker.cancel()
                longest.append(max(gaps))
        return statistics.median(longest[1:])

    return asyncio.run(run())


def _create(url: str, count: int, messages: List[Any]) -> float:
    with anthropic.Anthropic(api_key="key", base_url=f"{url}/small") as client:
        return _each(lambda: _send(client, messages), count)


def _send(client: anthropic.Anthropic, messages: List[Any]) -> None:
    client.messages.create(model="claude-sonnet-4-5", max_tokens=1024, messages=messages)
