"""Streams: the API's own events, the helper's, and a long tool input."""

from __future__ import annotations

import asyncio
from time import process_time

import httpx

import anthropic

from .startup import REQUEST


def events(url: str, count: int) -> float:
    return _events(f"{url}/events:{count}", f"{url}/events:20") / count


def packed_events(url: str, count: int) -> float:
    return _events(f"{url}/packed:{count}", f"{url}/events:20") / count


def events_async(url: str, count: int) -> float:
    async def run(scene: str) -> float:
        async with anthropic.AsyncAnthropic(api_key="key", base_url=scene) as client:
            stream = await client.messages.create(stream=True, **REQUEST)
            started = process_time()
            async for _ in stream:
                pass
            return process_time() - started

    asyncio.run(run(f"{url}/events:20"))
    return asyncio.run(run(f"{url}/events:{count}")) / count


def helper_events(url: str, count: int) -> float:
    _helper(f"{url}/events:20")
    return _helper(f"{url}/events:{count}") / count


def helper_events_async(url: str, count: int) -> float:
    async def run(scene: str) -> float:
        async with anthropic.AsyncAnthropic(api_key="key", base_url=scene) as client:
            async with client.messages.stream(**REQUEST) as stream:
                started = process_time()
                async for _ in stream:
                    pass
                return process_time() - started

    asyncio.run(run(f"{url}/events:20"))
    return asyncio.run(run(f"{url}/events:{count}")) / count


def tool_input(url: str, count: int) -> float:
    """A tool input of ``count`` bytes in fragments of 20, collected by the helper."""
    _helper(f"{url}/tool:200")
    return _helper(f"{url}/tool:{count}")


def tool_input_growth(url: str, count: int) -> float:
    """How many times the CPU time four times the input takes: 4 if it grows linearly."""
    tool_input(url, count)
    return _helper(f"{url}/tool:{4 * count}") / _helper(f"{url}/tool:{count}")


def httpx_bytes(url: str, count: int) -> float:
    """The floor: bytes from httpx, one chunk an event."""
    return _bytes(f"{url}/events:{count}") / count


def httpx_packed_bytes(url: str, count: int) -> float:
    return _bytes(f"{url}/packed:{count}") / count


def httpx_bytes_async(url: str, count: int) -> float:
    async def run() -> float:
        target = f"{url}/events:{count}/v1/messages"
        async with httpx.AsyncClient() as client:
            async with client.stream("POST", target, json=REQUEST) as response:
                started = process_time()
                async for _ in response.aiter_bytes():
                    pass
                return (process_time() - started) / count

    return asyncio.run(run())


def _events(scene: str, warm: str) -> float:
    seconds = 0.0
    for url in (warm, scene):
        with anthropic.Anthropic(api_key="key", base_url=url) as client:
            stream = client.messages.create(stream=True, **REQUEST)
            started = process_time()
            for _ in stream:
                pass
            seconds = process_time() - started
    return seconds


def _helper(scene: str) -> float:
    with anthropic.Anthropic(api_key="key", base_url=scene) as client:
        with client.messages.stream(**REQUEST) as stream:
            started = process_time()
            for _ in stream:
                pass
            return process_time() - started


def _bytes(scene: str) -> float:
    with httpx.Client() as client:
        with client.stream("POST", f"{scene}/v1/messages", json=REQUEST) as response:
            started = process_time()
            for _ in response.iter_bytes():
                pass
            return process_time() - started
