"""Results of a batch, read line by line: their client, their connection, and their breaks."""

from __future__ import annotations

import asyncio
import gc
import warnings
from typing import Any

import httpx
import pytest

import anthropic
from tests.runtime.streams.conftest import Side
from tests.runtime.streams.scripted import CUT, END, HANG, Server

BATCH = b'{"id":"b","type":"message_batch","processing_status":"ended","results_url":"/v1/results"}'
FOUND = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b" % (
    len(BATCH),
    BATCH,
)
LINE = b'{"custom_id":"a","result":{"type":"canceled"}}\n'


async def results(side: Side, server: Server) -> Any:
    """The results, through a client that nobody else has."""
    found = side.client(server).messages.batches.results("b")
    return await found if side.asynchronous else found


async def test_results_keep_their_client(side: Side) -> None:
    with Server([FOUND], [LINE, 0.2, LINE, END]) as server:
        decoder = await results(side, server)
        first = await side.next(decoder)
        gc.collect()
        seen: list[Any] = [first]
        await side.read(decoder, seen)
        assert [item.custom_id for item in seen] == ["a", "a"]
        assert decoder.http_response.is_closed


async def test_results_that_break(side: Side) -> None:
    with Server([FOUND], [LINE, CUT]) as server:
        decoder = await results(side, server)
        seen: list[Any] = []
        with pytest.raises(anthropic.APIConnectionError) as caught:
            await side.read(decoder, seen)
        assert len(seen) == 1 and isinstance(caught.value, httpx.RemoteProtocolError)


async def test_a_line_that_cannot_be_read_frees_the_connection(side: Side) -> None:
    with Server([FOUND], [LINE, b"nope\n", HANG]) as server:
        decoder = await results(side, server)
        with warnings.catch_warnings():
            # Nobody has left anything.
            warnings.simplefilter("error")
            with pytest.raises(anthropic.APIResponseValidationError):
                await side.read(decoder, [])
            assert decoder.http_response.is_closed
            assert server.hung_up.wait(5)
            del decoder


async def test_results_whose_reading_was_cancelled() -> None:
    with Server([FOUND], [LINE, HANG]) as server:
        client = anthropic.AsyncAnthropic(base_url=server.url, api_key="key", max_retries=0)
        decoder = await client.messages.batches.results("b")
        await decoder.__anext__()
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(decoder.__anext__(), 0.05)
        # Nothing more comes, but these are not all results.
        with pytest.raises(anthropic.APIConnectionError, match="was cancelled"):
            await decoder.__anext__()
        with pytest.raises(httpx.ReadError):
            async for _ in decoder:
                raise AssertionError("there is nothing to read")
        await decoder.close()


async def test_results_that_are_left(side: Side) -> None:
    with Server([FOUND], [LINE, HANG]) as server:
        decoder = await results(side, server)
        await side.next(decoder)
        with pytest.warns(ResourceWarning, match="left before their end"):
            del decoder
        for _ in range(20):
            await asyncio.sleep(0.01)
        assert server.hung_up.wait(5)
