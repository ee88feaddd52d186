"""Streams that end too early, break, or report an error: what the caller sees."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import httpx
import pytest

import anthropic
from anthropic import _exceptions as errors
from anthropic import types
from tests.lib import wire
from tests.runtime.streams.conftest import Side
from tests.runtime.streams.scripted import CUT, END, PING, RESET, Server, error_event, event

TEXT = {"type": "text", "text": ""}
TOOL = {"type": "tool_use", "id": "toolu_1", "name": "get_weather", "input": {}}
EVENTS = [
    wire.start(),
    *wire.block(0, TEXT, *({"type": "text_delta", "text": text} for text in ("Hello", " you"))),
    *wire.block(
        1,
        TOOL,
        *(
            {"type": "input_json_delta", "partial_json": text}
            for text in ("", '{"city": "Par', 'is", "days": 3}')
        ),
    ),
    *wire.end(),
]
STOPS = [item["type"] for item in EVENTS].index("message_delta") + 1
TOOL_STARTS = 6
TOOL_ENDS = STOPS - 1
BODY = b"".join(map(event, EVENTS))


def check_snapshot(error: Any, count: int) -> None:
    """What an error tells about a message of which `count` events arrived."""
    snapshot = error.snapshot
    if count == 0:
        assert snapshot is None and error.open_block is None
        return
    assert isinstance(snapshot, (types.Message, anthropic.types.beta.BetaMessage))
    blocks = snapshot.content
    # A tool call is there as a whole, or not at all.
    assert len(blocks) == (count > 1) + (count >= TOOL_ENDS)
    if count > 1:
        assert blocks[0].text == "Hello you"[: {2: 0, 3: 5}.get(count, 9)]
    if count >= TOOL_ENDS:
        assert blocks[1].input == {"city": "Paris", "days": 3}
    block = error.open_block
    if 2 <= count < TOOL_STARTS - 1:
        assert (block.index, block.type, block.id) == (0, "text", None)
    elif TOOL_STARTS <= count < TOOL_ENDS:
        found = (block.index, block.type, block.id, block.name)
        assert found == (1, "tool_use", "toolu_1", "get_weather")
    else:
        assert block is None


@pytest.mark.parametrize("beta", [False, True])
async def test_an_end_after_every_event(side: Side, beta: bool) -> None:
    for count in range(len(EVENTS) + 1):
        with Server([*map(event, EVENTS[:count]), END]) as server:
            seen, error = await side.events(side.client(server), beta=beta)
            message, helper_error = await side.helper(side.client(server), beta=beta)
        assert [item.type for item in seen] == [item["type"] for item in EVENTS[:count]]
        if count >= STOPS:
            assert error is helper_error is None
            assert message.content[1].input == {"city": "Paris", "days": 3}
            continue
        for found in (error, helper_error):
            assert type(found) is anthropic.IncompleteStreamError
            assert found.request_id == "req_wire"
            check_snapshot(found, count)


@pytest.mark.exhaustive
@pytest.mark.parametrize("how", [END, CUT, RESET])
async def test_an_end_after_every_byte(side: Side, how: str) -> None:
    needed = len(b"".join(map(event, EVENTS[:STOPS])))
    step = 1 if how == END else 13
    counts = range(0, len(BODY), step)
    scripts = [[*([BODY[:count]] if count else []), how] for count in counts]
    with Server(*scripts) as server:
        client = side.client(server)
        found = [await side.events(client) for _ in counts]
    for count, (seen, error) in zip(counts, found):
        if error is None:
            # Once a message has said why it stops, nothing of it is missing.
            assert count >= needed
            continue
        assert how == RESET or count < needed
        assert isinstance(error, anthropic.APIConnectionError)
        assert isinstance(error, anthropic.IncompleteStreamError) == (how == END)
        # A reset may overtake what was sent before it.
        complete = BODY[:count].count(b"\n\n")
        assert len(seen) <= complete if how == RESET else len(seen) == complete
        check_snapshot(error, len(seen))


async def test_a_break_is_also_an_error_of_httpx(side: Side) -> None:
    for how, kinds in ((CUT, httpx.RemoteProtocolError), (RESET, httpx.ReadError)):
        with Server([*map(event, EVENTS[:3]), 0.05, how]) as server:
            seen, error = await side.events(side.client(server))
            _, helper_error = await side.helper(side.client(server))
            _, second = await side.events(side.client(server))
        assert [item.type for item in seen] == [item["type"] for item in EVENTS[:3]]
        assert type(error) is type(second) is type(helper_error)
        assert isinstance(error, kinds) and isinstance(error, anthropic.APIConnectionError)
        assert not isinstance(error, anthropic.APITimeoutError)
        assert type(error.__cause__) is kinds
        assert error.request.url.path == "/v1/messages"
        for found in (error, helper_error):
            assert found.request_id == "req_wire" and found.snapshot.content[0].text == "Hello"
        for copied in (copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
            assert type(copied) is type(error) and str(copied) == str(error)
            assert copied.request.url == error.request.url and copied.open_block == error.open_block


async def test_a_read_timeout_is_a_timeout(side: Side) -> None:
    with Server([event(EVENTS[0]), 1.0, END]) as server:
        _, error = await side.events(side.client(server, timeout=0.2))
    assert isinstance(error, anthropic.APITimeoutError) and isinstance(error, httpx.ReadTimeout)
    assert error.snapshot.id == "msg_1"


async def test_the_option_takes_any_end(side: Side) -> None:
    with Server([*map(event, EVENTS[:3]), END]) as server:
        client = side.client(server)
        lenient = client.with_options(require_complete_streams=False)
        for tolerant in (side.client(server, require_complete_streams=False), lenient.copy()):
            seen, error = await side.events(tolerant)
            assert len(seen) == 3 and error is None
            message, error = await side.helper(tolerant)
            assert message.content[0].text == "Hello" and error is None
        strict = lenient.with_options(require_complete_streams=True)
        assert isinstance((await side.events(strict))[1], anthropic.IncompleteStreamError)


@pytest.mark.parametrize("how", [END, RESET])
async def test_a_call_that_never_ends_is_no_call(side: Side, how: str) -> None:
    """Where a gateway loses frames, a message can stop while its call has half an input."""
    lost = (EVENTS[TOOL_ENDS - 1], EVENTS[TOOL_ENDS - 2])
    half = [event(item) for item in EVENTS if item not in lost]
    with Server([*half, how]) as server:
        _, error = await side.events(side.client(server))
        _, helper_error = await side.helper(side.client(server))
    for found in (error, helper_error):
        assert isinstance(found, anthropic.APIConnectionError)
        assert found.open_block is not None and found.open_block.name == "get_weather"
        snapshot: Any = found.snapshot
        assert [block.type for block in snapshot.content] == ["text"]
    if how == END:
        assert type(error) is type(helper_error) is anthropic.IncompleteStreamError
        assert "no `content_block_stop` event for it" in str(error)


async def test_incomplete_errors_can_be_copied(side: Side) -> None:
    with Server([*map(event, EVENTS[:3]), END]) as server:
        _, error = await side.events(side.client(server))
    for copied in (copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert type(copied) is anthropic.IncompleteStreamError and str(copied) == str(error)
        assert copied.snapshot == error.snapshot and copied.open_block == error.open_block


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("invalid_request_error", errors.BadRequestError),
        ("authentication_error", errors.AuthenticationError),
        ("billing_error", errors.APIStatusError),
        ("permission_error", errors.PermissionDeniedError),
        ("not_found_error", errors.NotFoundError),
        ("request_too_large", errors.RequestTooLargeError),
        ("rate_limit_error", errors.RateLimitError),
        ("api_error", errors.InternalServerError),
        ("timeout_error", errors.InternalServerError),
        ("overloaded_error", errors.OverloadedError),
        ("error_of_tomorrow", errors.APIStatusError),
    ],
)
async def test_error_events(side: Side, kind: str, expected: Any) -> None:
    with Server([*map(event, EVENTS[:3]), PING, error_event(kind), END]) as server:
        seen, error = await side.events(side.client(server))
        _, helper_error = await side.helper(side.client(server))
    assert len(seen) == 3
    for found in (error, helper_error):
        assert type(found) is expected
        assert (found.type, found.status_code, found.request_id) == (kind, 200, "req_wire")
        assert found.body["error"]["type"] == kind and str(found) == str(found.body)
        check_snapshot(found, 3)


async def test_the_request_id_of_an_error_event(side: Side) -> None:
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
    with Server([head + error_event("api_error"), CUT]) as server:
        _, error = await side.events(side.client(server))
    assert error.request_id == "r"
