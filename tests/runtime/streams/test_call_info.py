"""The final message of a stream knows how its call went."""

from __future__ import annotations

import pytest

from anthropic import RetryPolicy
from tests.runtime.streams.conftest import QUESTION, Side
from tests.runtime.streams.scripted import END, PING, Server, error_event
from tests.runtime.streams.test_ends import BODY


@pytest.mark.parametrize("beta", [False, True])
async def test_final_messages(side: Side, beta: bool) -> None:
    policy = RetryPolicy(max_retries=1, initial_delay=0.001)
    with Server([PING, error_event("overloaded_error"), END], [BODY, END]) as server:
        message, error = await side.helper(side.client(server, retry_policy=policy), beta=beta)
    assert error is None
    info = message._response
    assert (info.request_id, info.status_code, info.retries_taken) == ("req_wire", 200, 1)
    assert info.headers["content-type"] == "text/event-stream"
    assert info.rate_limits == {} and info.duration > 0
    assert "_response" not in repr(message) and "_response" not in message.to_dict()


async def test_messages_that_are_not_final_say_nothing(side: Side) -> None:
    with Server([BODY, END]) as server:
        client = side.client(server)
        manager = client.messages.stream(**QUESTION)
        if side.asynchronous:
            async with manager as stream:
                await stream.until_done()
        else:
            with manager as stream:
                stream.until_done()
    assert stream.request_id == "req_wire"
    assert not hasattr(stream.current_message_snapshot, "_response")
