"""Events that do not fit the message so far: what gateways and proxies make of a stream."""

from __future__ import annotations

import copy
import pickle
from typing import Any, Dict, List, Tuple

import pytest

import anthropic
from anthropic._compat import PYDANTIC_V1
from anthropic.lib.streaming._messages import accumulate_event

from . import wire
from .replies import TEXT, TOOL, Api

START = wire.start()
THINKING = {"type": "thinking", "thinking": "", "signature": ""}


def begin(block: Any = TEXT, index: Any = 0) -> wire.Event:
    return {"type": "content_block_start", "index": index, "content_block": block}


def delta(index: Any = 0, **values: Any) -> wire.Event:
    values = values or {"type": "text_delta", "text": "x"}
    return {"type": "content_block_delta", "index": index, "delta": values}


def without(event: wire.Event, name: str) -> wire.Event:
    return {key: value for key, value in event.items() if key != name}


STOP = {"type": "content_block_stop", "index": 0}
MESSAGE_DELTA, MESSAGE_STOP = wire.end()

# what arrives, the last event of which does not fit, and what is said of that
FAULTS: Dict[str, Tuple[List[wire.Event], str]] = {
    "first_delta": ([delta()], 'order: got "content_block_delta" before "message_start"'),
    "first_stop": ([MESSAGE_STOP], 'order: got "message_stop" before "message_start"'),
    "no_message": (
        [without(START, "message")],
        "`message_start` event: its `message` should be an object, but is missing",
    ),
    "no_content": (
        [wire.start(content=None), begin()],
        "the message has no list of content blocks, but missing or null",
    ),
    "no_block_yet": (
        [START, delta()],
        "`content_block_delta` event of content block 0: there is no content block with this "
        "index, none has begun",
    ),
    "another_block": ([START, begin(), delta(5)], "content block 5: .* only 1 of the message"),
    "out_of_order": ([START, begin(index=3), delta(3)], "content block 3: .* only 1 of"),
    "stop": ([START, STOP], "`content_block_stop` event of content block 0: .* none has begun"),
    "null_block": ([START, begin(None)], "its `content_block` should be an object, but is miss"),
    "text_block": ([START, begin("x")], "its `content_block` should be an object, but is of type"),
    "no_index": ([START, begin(), without(delta(), "index")], "its `index` should be a number"),
    "text_index": ([START, begin(), delta("one")], "its `index` should be a number, but is of"),
    "no_delta": ([START, begin(), without(delta(), "delta")], "its `delta` should be an object"),
    "text_delta": ([START, begin(), {**delta(), "delta": "x"}], "its `delta` should be an object"),
    "no_end": ([START, without(MESSAGE_DELTA, "delta")], "`message_delta` event: its `delta`"),
    "text_usage": ([START, {**MESSAGE_DELTA, "usage": "x"}], "its `usage` should be an object"),
}

if not PYDANTIC_V1:
    # Which makes texts of the numbers.
    FAULTS.update(
        {
            "number": (
                [START, begin(), delta(type="text_delta", text=1)],
                "the `text` of its delta should be a text, but is of type int",
            ),
            "number_of_thoughts": (
                [START, begin(THINKING), delta(type="thinking_delta", thinking=1)],
                "the `thinking` of its delta should be a text",
            ),
            "number_of_inputs": (
                [START, begin(TOOL), delta(type="input_json_delta", partial_json=1)],
                "the `partial_json` of its delta should be a text",
            ),
            "number_before": (
                [START, begin({**TEXT, "text": 1}), delta()],
                "the `text` of the block should be a text, but is of type int",
            ),
        }
    )


@pytest.fixture(params=["ga-sync", "ga-async", "beta-sync", "beta-async"])
def api(request: pytest.FixtureRequest) -> Api:
    return Api("beta" in request.param, "async" in request.param)


@pytest.mark.parametrize("fault", FAULTS)
async def test_the_error_tells_of_the_event_and_of_what_had_arrived(api: Api, fault: str) -> None:
    events, says = FAULTS[fault]
    stream = api.open(*events, *wire.end())
    seen = []
    with pytest.raises(anthropic.APIResponseValidationError, match=says) as caught:
        while True:
            seen.append(await api.next(stream))
    error = caught.value
    assert isinstance(error, RuntimeError)
    assert "POST http://testserver" in str(error)
    assert [event.type for event in seen] == [event["type"] for event in events[:-1]]
    body: Any = error.body
    assert body["type"] == events[-1]["type"]
    assert error.response is stream.response
    if len(events) == 1:
        assert error.snapshot is None
    else:
        assert error.snapshot.id == "msg_1"
        has_begun = any(event["type"] == "content_block_start" for event in events)
        assert (error.open_block is not None) == has_begun
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert (str(again), again.body) == (str(error), error.body)


async def test_a_call_that_was_arriving_is_left_out(api: Api) -> None:
    piece = delta(1, type="input_json_delta", partial_json="{")
    events = START, begin(), STOP, begin(TOOL, 1), piece
    stream = api.open(*events, delta(7), *wire.end())
    with pytest.raises(anthropic.APIError, match="content block 7") as caught:
        await api.events(stream)
    assert [block.type for block in caught.value.snapshot.content] == ["text"]
    message = await api.result(stream.get_final_message())
    assert [block.type for block in message.content] == ["text"]


def test_accumulate_event_says_the_same() -> None:
    snapshot: Any = accumulate_event(event=_raw(START), current_snapshot=None)
    with pytest.raises(RuntimeError, match="content block 2: there is no content block"):
        accumulate_event(event=_raw(delta(2)), current_snapshot=snapshot)


def _raw(event: wire.Event) -> Any:
    return event
