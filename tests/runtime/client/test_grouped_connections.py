"""Many requests at a time: each finds a connection, and no limit is exceeded."""

from __future__ import annotations

import asyncio
from typing import Any, List, Optional

import httpx
import pytest

from anthropic import AsyncAnthropic, DefaultAsyncHttpxClient
from anthropic._grouped_connections import GroupedTransport, group_limits

ANSWER = (
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
    b'content-length: 18\r\n\r\n{"input_tokens":7}'
)


class Server:
    """Answers as soon as so many requests wait; counts connections."""

    def __init__(self, together: int = 1) -> None:
        self.together = together
        self.made = 0
        self.busy = 0
        self.busiest = 0
        self._waiting: List[asyncio.Event] = []
        self._server: Optional[asyncio.AbstractServer] = None

    async def __aenter__(self) -> str:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def __aexit__(self, *exc: object) -> None:
        assert self._server is not None
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.made += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = [line for line in head.lower().split(b"\r\n") if b"content-length" in line]
                await reader.readexactly(int(length[0].split(b":")[1]) if length else 0)
                self.busy += 1
                self.busiest = max(self.busiest, self.busy)
                await self._all_there()
                self.busy -= 1
                writer.write(ANSWER)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _all_there(self) -> None:
        arrived = asyncio.Event()
        self._waiting.append(arrived)
        if len(self._waiting) >= self.together:
            for event in self._waiting:
                event.set()
            self._waiting.clear()
        await arrived.wait()


def groups(client: httpx.AsyncClient) -> List[Any]:
    transport: Any = client._transport
    (grouped,) = transport._pools.own().values()
    assert isinstance(grouped, GroupedTransport)
    return grouped._groups


async def count(client: AsyncAnthropic) -> int:
    return (await client.messages.count_tokens(model="m", messages=[])).input_tokens


async def test_requests_one_after_the_other_use_one_connection() -> None:
    server = Server()
    async with server as url, AsyncAnthropic(api_key="key", base_url=url) as client:
        for _ in range(12):
            assert await count(client) == 7
    assert server.made == 1


async def test_requests_at_a_time_have_a_connection_each_which_stays_warm() -> None:
    server = Server(together=25)
    async with server as url, AsyncAnthropic(api_key="key", base_url=url) as client:
        for _ in range(3):
            assert sum(await asyncio.gather(*[count(client) for _ in range(25)])) == 7 * 25
            assert [group.users for group in groups(client._client)] == [0, 0, 0]
    assert server.made == server.busiest == 25


async def test_connections_do_not_exceed_the_limit() -> None:
    server = Server()
    limits = httpx.Limits(max_connections=13, max_keepalive_connections=11)
    async with (
        server as url,
        httpx.AsyncClient(transport=GroupedTransport(limits=limits), base_url=url) as client,
    ):
        answers = await asyncio.gather(*[client.get("/") for _ in range(60)])
    assert {answer.status_code for answer in answers} == {200}
    assert server.busiest <= 13


async def test_a_request_waits_no_longer_for_a_connection_than_it_may() -> None:
    server = Server(together=99)
    limits = httpx.Limits(max_connections=1)
    timeout = httpx.Timeout(5, pool=0.01)
    async with (
        server as url,
        httpx.AsyncClient(
            transport=GroupedTransport(limits=limits), base_url=url, timeout=timeout
        ) as client,
    ):
        first = asyncio.ensure_future(client.get("/"))
        while not server.busy:
            await asyncio.sleep(0.001)
        with pytest.raises(httpx.PoolTimeout):
            await client.get("/")
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        transport: Any = client._transport
        assert [group.users for group in transport._groups] == [0]


async def test_a_stream_holds_its_connection_until_it_is_closed() -> None:
    server = Server()
    http_client = DefaultAsyncHttpxClient(transport=GroupedTransport())
    transport: Any = http_client._transport
    async with server as url, http_client as client:
        async with client.stream("GET", url) as response:
            assert [group.users for group in transport._groups] == [1]
            await response.aread()
            await response.aclose()
        assert [group.users for group in transport._groups] == [0]


async def test_a_connection_that_fails_is_free_again() -> None:
    async with httpx.AsyncClient(transport=GroupedTransport()) as client:
        transport: Any = client._transport
        with pytest.raises(httpx.ConnectError):
            await client.get("http://127.0.0.1:1")
        assert [group.users for group in transport._groups] == [0]


@pytest.mark.parametrize(
    ("limits", "sizes", "kept"),
    [
        (httpx.Limits(max_connections=25, max_keepalive_connections=12), [10, 10, 5], [10, 2, 0]),
        (httpx.Limits(max_connections=4), [4], [10]),
        (httpx.Limits(max_connections=1, max_keepalive_connections=0), [1], [0]),
    ],
)
def test_the_groups_share_the_limits(
    limits: httpx.Limits, sizes: List[int], kept: List[int]
) -> None:
    found = list(group_limits(limits))
    assert [each.max_connections for each in found] == sizes
    assert [each.max_keepalive_connections for each in found] == kept
    assert {each.keepalive_expiry for each in found} == {limits.keepalive_expiry}


def test_without_limits_there_is_always_another_group() -> None:
    found = group_limits(httpx.Limits())
    assert [next(found).max_connections for _ in range(50)] == [10] * 50


async def test_http_2_shares_its_connections() -> None:
    transport = GroupedTransport(http2=False, limits=httpx.Limits(max_connections=30))
    assert len(list(transport._parts)) == 3
    transport = GroupedTransport(http2=True, limits=httpx.Limits(max_connections=30))
    assert [part.max_connections for part in transport._parts] == [30]
