"""Small calls over warm connections: one after the other, many at once, and very many."""

from __future__ import annotations

import asyncio
import gc
from time import process_time
from typing import Any, Awaitable, Callable

import httpx

from .memory import resident
from .startup import REQUEST

IN_FLIGHT = 100
LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=100)


def create(url: str, count: int) -> float:
    import anthropic

    with anthropic.Anthropic(api_key="key", base_url=f"{url}/small") as client:
        return _each(lambda: client.messages.create(**REQUEST), count)


def create_async(url: str, count: int) -> float:
    import anthropic

    async def run() -> float:
        async with anthropic.AsyncAnthropic(api_key="key", base_url=f"{url}/small") as client:
            return await _each_async(lambda: client.messages.create(**REQUEST), count)

    return asyncio.run(run())


def create_aiohttp(url: str, count: int) -> float:
    import anthropic

    async def run() -> float:
        async with anthropic.AsyncAnthropic(
            api_key="key",
            base_url=f"{url}/small",
            http_client=anthropic.DefaultAioHttpClient(),
        ) as client:
            return await _each_async(lambda: client.messages.create(**REQUEST), count)

    return asyncio.run(run())


def concurrent(url: str, count: int) -> float:
    import anthropic

    async def run() -> float:
        async with anthropic.AsyncAnthropic(api_key="key", base_url=f"{url}/small") as client:
            return await _in_flight(lambda: client.messages.create(**REQUEST), count)

    return asyncio.run(run())


def growth(url: str, count: int) -> float:
    """The bytes that three quarters of the calls have added to what the first quarter left."""
    import anthropic

    with anthropic.Anthropic(api_key="key", base_url=f"{url}/small") as client:
        _each(lambda: client.messages.create(**REQUEST), count // 4)
        gc.collect()
        before = resident()
        _each(lambda: client.messages.create(**REQUEST), count - count // 4)
        gc.collect()
        return resident() - before


def httpx_post(url: str, count: int) -> float:
    target = f"{url}/small/v1/messages"
    with httpx.Client() as client:
        return _each(lambda: client.post(target, json=REQUEST).json(), count)


def httpx_post_async(url: str, count: int) -> float:
    async def run() -> float:
        async with httpx.AsyncClient(limits=LIMITS) as client:
            return await _each_async(lambda: _post(client, url), count)

    return asyncio.run(run())


def httpx_post_aiohttp(url: str, count: int) -> float:
    from httpx_aiohttp import HttpxAiohttpClient

    async def run() -> float:
        async with HttpxAiohttpClient(limits=LIMITS) as client:
            return await _each_async(lambda: _post(client, url), count)

    return asyncio.run(run())


def httpx_concurrent(url: str, count: int) -> float:
    async def run() -> float:
        async with httpx.AsyncClient(limits=LIMITS) as client:
            return await _in_flight(lambda: _post(client, url), count)

    return asyncio.run(run())


async def _post(client: httpx.AsyncClient, url: str) -> Any:
    return (await client.post(f"{url}/small/v1/messages", json=REQUEST)).json()


def _each(call: Callable[[], object], count: int) -> float:
    for _ in range(3):
        call()
    started = process_time()
    for _ in range(count):
        call()
    return (process_time() - started) / count


async def _each_async(call: Callable[[], Awaitable[object]], count: int) -> float:
    for _ in range(3):
        await call()
    started = process_time()
    for _ in range(count):
        await call()
    return (process_time() - started) / count


async def _in_flight(call: Callable[[], Awaitable[object]], count: int) -> float:
    async def some(share: int) -> None:
        for _ in range(share):
            await call()

    async def all_of(total: int) -> None:
        await asyncio.gather(*[some(total // IN_FLIGHT) for _ in range(IN_FLIGHT)])

    await all_of(IN_FLIGHT)
    total = max(count, IN_FLIGHT)
    started = process_time()
    await all_of(total)
    return (process_time() - started) / total
