"""Answers that break off after every single byte."""

from __future__ import annotations

import json
from typing import Any, Dict, List

import pytest

import anthropic
from tests.runtime.faults.answers import BATCH, RESULT, RESULTS
from tests.runtime.faults.answers import event as sse
from tests.runtime.faults.conftest import Flavour
from tests.runtime.faults.server import Script, Server, answer, chunk, head, reset

EVENTS: List[Dict[str, Any]] = [
    {"type": "message_start", "message": {"id": "m", "content": [], "usage": {}}},
    {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {}},
    {"type": "message_stop"},
]
STREAM = b"".join(map(sse, EVENTS))
# With this much of it, the message has said why it stops.
NEEDED = STREAM.index(b"event: message_stop")


def cut_scripts(body: bytes, content_type: str) -> List[Script]:
    begin = head(content_type=content_type, transfer_encoding="chunked")
    pieces = (chunk(body[:count]) if count else b"" for count in range(len(body) + 1))
    return [[begin + piece, reset] for piece in pieces]


@pytest.mark.exhaustive
async def test_streams(flavour: Flavour) -> None:
    with Server(*cut_scripts(STREAM, "text/event-stream")) as server:
        client = flavour.client(server.url, max_retries=0)
        for count in range(len(STREAM) + 1):
            seen, error = await flavour.events(client)
            # A reset may overtake what was sent before it.
            assert len(seen) <= STREAM[:count].count(b"\n\n")
            if error is None:
                assert count >= NEEDED and len(seen) >= len(EVENTS) - 1
            else:
                assert isinstance(error, anthropic.APIConnectionError), count
                assert (error.snapshot is None) is (not seen)
        await flavour.close(client)
    assert server.connections == len(STREAM) + 1


async def test_helpers(flavour: Flavour) -> None:
    with Server(*cut_scripts(STREAM, "text/event-stream")[::9]) as server:
        client = flavour.client(server.url, max_retries=0)
        for count in range(0, len(STREAM) + 1, 9):
            try:
                message = await flavour.helper(client)
            except anthropic.APIConnectionError:
                continue
            assert count >= NEEDED and message.stop_reason == "end_turn"
        await flavour.close(client)


@pytest.mark.exhaustive
async def test_results(flavour: Flavour) -> None:
    found = json.loads(BATCH)
    scripts = cut_scripts(RESULTS, "application/x-jsonl")
    pairs = [script for cut in scripts for script in ([answer(BATCH)], cut)]
    with Server(*pairs) as server:
        client = flavour.client(server.url, max_retries=0)
        for count in range(len(RESULTS) + 1):
            seen, error = await flavour.results(client)
            assert isinstance(error, anthropic.APIConnectionError), count
            assert len(seen) <= count // len(RESULT)
        await flavour.close(client)
    assert {request.target for request in server.requests[1::2]} == {found["results_url"]}
