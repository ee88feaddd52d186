"""Each fault of the matrix, with each kind of client."""

from __future__ import annotations

import logging
import socket
import traceback
from typing import Any, List, Tuple

import pytest

from anthropic import APIConnectionError, APIResponseValidationError
from anthropic import _exceptions as exceptions
from anthropic.types import Message
from tests.runtime.faults.answers import EVENTS, RESULTS
from tests.runtime.faults.conftest import KEY, Flavour
from tests.runtime.faults.matrix import (
    EVENTS_THEMSELVES,
    MESSAGE_ITSELF,
    RESULTS_THEMSELVES,
    TEXT_ITSELF,
    Fault,
    Seen,
)
from tests.runtime.faults.message_faults import (
    NO_ANSWER,
    OTHER_ANSWERS,
    PART_OF_AN_ANSWER,
    STATUSES,
)
from tests.runtime.faults.server import Server
from tests.runtime.faults.stream_faults import FOUND, RESULTS_OF_BATCHES, STREAMS

HELLO = {"type": "text", "text": "hello"}


def named(*tables: List[Fault]) -> Any:
    return [pytest.param(fault, id=fault.what) for table in tables for fault in table]


def unused_url() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


def public_class(error: BaseException) -> Any:
    """The class by which users know an error."""
    return next(kind for kind in type(error).__mro__ if kind in vars(exceptions).values())


def check(expected: Seen, seen: int, error: Any, retry_counts: List[str]) -> None:
    """Whether the error is the expected one, and tells what it should and nothing else."""
    assert public_class(error) is expected.result
    if expected.also is not None:
        assert isinstance(error, expected.also)
    told = f"{error} {error.__cause__}"
    assert expected.says in told
    if isinstance(error, (APIConnectionError, APIResponseValidationError)):
        # Which request it was, or else which of its URLs cannot be used.
        assert " http://127.0.0.1:" in str(error) or "ftp://" in str(error)
    assert KEY not in "".join(traceback.format_exception(type(error), error, error.__traceback__))
    assert KEY not in repr(error)
    assert seen == expected.arrived
    if retry_counts:
        assert max(retry_counts) == ("1" if expected.again else "0")


def expected_of(fault: Fault, flavour: Flavour) -> Seen:
    return fault.aiohttp if fault.aiohttp and flavour.name == "aiohttp" else fault.seen


@pytest.mark.parametrize("fault", named(NO_ANSWER, PART_OF_AN_ANSWER, OTHER_ANSWERS, STATUSES))
async def test_calls(flavour: Flavour, fault: Fault, caplog: pytest.LogCaptureFixture) -> None:
    expected = expected_of(fault, flavour)
    caplog.set_level(logging.WARNING)
    with Server(fault.script or []) as server:
        url = unused_url() if fault.script is None else server.url
        client = flavour.client(url, **fault.options)
        try:
            found = await flavour.create(client)
        except Exception as error:
            check(expected, 0, error, server.retry_counts)
            return
        finally:
            await flavour.close(client)
    if expected.result == MESSAGE_ITSELF:
        assert isinstance(found, Message) and found.to_dict()["content"] == [HELLO]
        assert server.retry_counts == ["0"] and not caplog.records
    else:
        assert expected.result == TEXT_ITSELF and isinstance(found, str)
        assert [record.levelname for record in caplog.records] == ["WARNING"]


async def events_or_helper(flavour: Flavour, client: Any, how: str) -> Tuple[List[Any], Any]:
    if how == "events":
        return await flavour.events(client)
    try:
        return [await flavour.helper(client)], None
    except Exception as error:
        return [], error


@pytest.mark.parametrize("how", ["events", "helper"])
@pytest.mark.parametrize("fault", named(STREAMS))
async def test_streams(flavour: Flavour, fault: Fault, how: str) -> None:
    expected = expected_of(fault, flavour)
    with Server(fault.script or []) as server:
        client = flavour.client(server.url, **fault.options)
        seen, error = await events_or_helper(flavour, client, how)
        await flavour.close(client)
    if expected.result == EVENTS_THEMSELVES:
        assert error is None and server.retry_counts == ["0"]
        if how == "helper":
            assert seen[0].content[0].text == "hello" and seen[0].stop_reason == "end_turn"
        else:
            kinds = [event["type"] for event in EVENTS]
            assert [item.type for item in seen] == kinds[: len(seen)] and len(seen) >= len(
                kinds
            ) - 1
        return
    check(expected, len(seen) if how == "events" else expected.arrived, error, server.retry_counts)
    if expected.arrived:
        assert error.snapshot.id == "msg_1"


@pytest.mark.parametrize("fault", named(RESULTS_OF_BATCHES))
async def test_results(flavour: Flavour, fault: Fault) -> None:
    expected = expected_of(fault, flavour)
    with Server(FOUND, fault.script or []) as server:
        client = flavour.client(server.url, **fault.options)
        seen, error = await flavour.results(client)
        await flavour.close(client)
    assert [request.target for request in server.requests] == [
        "/v1/messages/batches/batch",
        "/v1/results",
    ]
    if expected.result == RESULTS_THEMSELVES:
        assert error is None and len(seen) == RESULTS.count(b"\n")
    else:
        check(expected, len(seen), error, server.retry_counts)
