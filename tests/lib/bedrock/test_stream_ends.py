"""How Bedrock's streams may end: what arrived is kept, and what is missing is told."""

from __future__ import annotations

import copy
import pickle
from typing import Any, Dict, List, Tuple

import httpx
import pytest

import anthropic
from anthropic import AnthropicBedrock, AsyncAnthropicBedrock
from anthropic import _exceptions as errors
from anthropic.lib.bedrock._event_stream import EventStreamError
from tests.lib import wire
from tests.lib.bedrock.frames import chunk, exception
from tests.lib.clouds import EVENTS, QUESTION, Entered, items, settled, types_of
from tests.platforms.wires import read
from tests.runtime.streams.scripted import CUT, END, HANG, RESET, Server, Step

HEAD = (
    b"HTTP/1.1 200 OK\r\ncontent-type: application/vnd.amazon.eventstream\r\n"
    b"request-id: req_wire\r\ntransfer-encoding: chunked\r\n\r\n"
)
FRAMES = [chunk(event) for event in EVENTS]
# The first that leaves nothing open but the end of the message.
STOPS = [event["type"] for event in EVENTS].index("message_delta") + 1
CALL = {"type": "tool_use", "id": "t", "name": "f", "input": {}}

both = pytest.mark.parametrize("client_class", [AnthropicBedrock, AsyncAnthropicBedrock])


@pytest.fixture(autouse=True)
def no_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "anthropic._base_client.BaseClient._calculate_retry_timeout", lambda *_, **__: 0.0
    )


def client_of(client_class: Any, server: Server, **options: Any) -> Any:
    given: Dict[str, Any] = {"aws_region": "r", "api_key": "k", "max_retries": 0}
    return client_class(base_url=server.url, **{**given, **options})


async def streamed(client: Any) -> Tuple[List[str], Any]:
    """The types of the events that arrived, and the error that ended them."""
    stream = await settled(client.messages.create(model="m", stream=True, **QUESTION))
    seen, error = await read(stream)
    assert error is None or stream.response.is_closed
    return types_of(seen), error


async def helped(client: Any) -> Any:
    """The message of a helper; raises what it raises."""
    async with Entered(client.messages.stream(model="m", **QUESTION)) as stream:
        return await settled(stream.get_final_message())


def amid(count: int, size: int = 20) -> bytes:
    """So many whole frames, and the beginning of the next."""
    return b"".join(FRAMES[:count]) + FRAMES[count][:size]


@both
async def test_an_end_amid_a_frame(client_class: Any) -> None:
    for count in range(1, STOPS):
        with Server([HEAD, amid(count), END]) as server:
            client = client_of(client_class, server, max_retries=2)
            seen, error = await streamed(client)
            with pytest.raises(anthropic.APIError) as caught:
                await helped(client)
        assert seen == types_of_frames(count)
        for raised in (error, caught.value):
            assert isinstance(raised, errors.IncompleteStreamError)
            assert isinstance(raised, EventStreamError)
            assert "ended in the middle of a frame, 20 bytes into it" in str(raised)
            assert f"POST {server.url}/model/m/invoke-with-response-stream" in str(raised)
            assert raised.request_id == "req_wire"
            assert raised.snapshot.id == "msg_1"
        # Never asked for again once something has arrived.
        assert len(server.requests) == 2
    assert error.snapshot.content[0].text == "Hello – “world”"


def types_of_frames(count: int) -> List[str]:
    return [event["type"] for event in EVENTS[:count]]


@both
async def test_the_block_that_was_cut(client_class: Any) -> None:
    events = [wire.start(), *wire.block(0, CALL, {"type": "input_json_delta", "partial_json": "{"})]
    frames = [chunk(event) for event in events]
    with Server([HEAD, *frames[:3], frames[3][:-1], END]) as server:
        _, error = await streamed(client_of(client_class, server))
    assert isinstance(error, errors.IncompleteStreamError)
    assert error.open_block == errors.OpenBlock(index=0, type="tool_use", id="t", name="f")
    assert error.snapshot.content == []
    for made in (copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert type(made) is type(error)
        assert str(made) == str(error)
        assert made.snapshot == error.snapshot


@both
async def test_the_last_frame_may_be_cut(client_class: Any) -> None:
    """Why the message stops is known, so nothing is missing: gateways cut there."""
    for size in (1, 11, len(FRAMES[STOPS]) - 1):
        for end in (END, CUT, RESET):
            pause: List[Step] = [0.02] if end == RESET else []
            with Server([HEAD, amid(STOPS, size), *pause, end]) as server:
                client = client_of(client_class, server)
                seen, error = await streamed(client)
                assert (seen, error) == (types_of_frames(STOPS), None)
                message = await helped(client)
        assert message.stop_reason == "end_turn"
        assert message.content[0].text == "Hello – “world”"


@both
async def test_a_connection_that_breaks_amid_a_frame(client_class: Any) -> None:
    for end, kind in ((CUT, httpx.RemoteProtocolError), (RESET, httpx.ReadError)):
        with Server([HEAD, amid(3), 0.02, end]) as server:
            seen, error = await streamed(client_of(client_class, server, max_retries=2))
        assert seen == types_of_frames(3)
        assert isinstance(error, anthropic.APIConnectionError)
        assert isinstance(error, kind)
        assert error.request_id == "req_wire"
        assert error.snapshot.content[0].text == "Hel"
        assert len(server.requests) == 1


@both
async def test_who_needs_no_whole_streams(client_class: Any) -> None:
    with Server([HEAD, amid(3), END]) as server:
        client = client_of(client_class, server, require_complete_streams=False)
        assert await streamed(client) == (types_of_frames(3), None)


@both
async def test_completions(client_class: Any) -> None:
    """Nothing in them says that they are whole, but half a frame says that they are not."""
    piece = chunk({"type": "completion", "completion": " a", "stop_reason": None, "model": "m"})
    for sent, message in ((piece + piece, None), (piece + piece[:30], "middle of a frame")):
        with Server([HEAD, sent, END]) as server:
            stream = await settled(
                client_of(client_class, server).completions.create(
                    model="m", max_tokens_to_sample=9, prompt="p", stream=True
                )
            )
            if message is None:
                assert types_of(await items(stream)) == ["completion"] * 2
                continue
            with pytest.raises(anthropic.APIConnectionError, match=message):
                await items(stream)


@both
@pytest.mark.parametrize("option", ["stream_idle_timeout", "stream_progress_timeout"])
async def test_streams_that_hang(client_class: Any, option: str) -> None:
    with Server([HEAD, amid(3), HANG]) as server:
        seen, error = await streamed(client_of(client_class, server, **{option: 0.1}))
    assert seen == types_of_frames(3)
    assert isinstance(error, anthropic.APITimeoutError)
    assert error.snapshot.content[0].text == "Hel"


@both
async def test_pings_are_no_progress(client_class: Any) -> None:
    ping = chunk({"type": "ping"})
    pings: List[Step] = [step for _ in range(20) for step in (ping, 0.02)]
    with Server([HEAD, *FRAMES[:3], *pings, HANG]) as server:
        client = client_of(client_class, server, stream_progress_timeout=0.1)
        seen, error = await streamed(client)
    assert seen[:3] == types_of_frames(3)
    assert set(seen[3:]) == {"ping"}
    assert len(seen) < 3 + 20
    assert isinstance(error, anthropic.APITimeoutError)
    assert "stream_progress_timeout" in str(error)
    # Who has seen nothing but pings has seen nothing of the answer.
    with Server([HEAD, ping, CUT], [HEAD, *FRAMES, END]) as server:
        seen, error = await streamed(client_of(client_class, server, max_retries=1))
    assert (seen, error) == (["ping", *types_of_frames(len(FRAMES))], None)


# -- before anything has arrived ------------------------------------------------------------------


@both
@pytest.mark.parametrize(
    "bad",
    [
        [FRAMES[0][:30], END],
        [FRAMES[0][:30], CUT],
        [END],
        [exception("throttlingException", "slow down"), END],
        [exception("modelTimeoutException", "too slow"), END],
        [exception("internalServerException", "sorry"), END],
        [exception("serviceUnavailableException", "later"), END],
    ],
    ids=["half a frame", "cut", "empty", "throttling", "timeout", "internal", "unavailable"],
)
async def test_what_is_asked_for_again(client_class: Any, bad: List[Step]) -> None:
    with Server([HEAD, *bad], [HEAD, *bad], [HEAD, *FRAMES, END]) as server:
        seen, error = await streamed(client_of(client_class, server, max_retries=2))
        assert (seen, error) == (types_of_frames(len(FRAMES)), None)
        assert server.retry_counts == ["0", "1", "2"]


@both
@pytest.mark.parametrize("name", ["validationException", "modelStreamErrorException"])
async def test_what_is_not_asked_for_again(client_class: Any, name: str) -> None:
    with Server([HEAD, exception(name, "no"), END], [HEAD, *FRAMES, END]) as server:
        _, error = await streamed(client_of(client_class, server, max_retries=2))
        assert isinstance(error, anthropic.APIStatusError)
        assert len(server.requests) == 1


# -- answers that are no stream of events ---------------------------------------------------------


@both
async def test_damage(client_class: Any) -> None:
    damaged = bytearray(FRAMES[3])
    damaged[40] ^= 1
    with Server([HEAD, *FRAMES[:3], bytes(damaged), *FRAMES[4:], END]) as server:
        seen, error = await streamed(client_of(client_class, server, max_retries=2))
    assert seen == types_of_frames(3)
    assert isinstance(error, anthropic.APIResponseValidationError)
    assert isinstance(error, EventStreamError)
    assert "the checksum of a frame's message does not match" in str(error)
    assert f"POST {server.url}/model/m/invoke-with-response-stream" in str(error)
    assert error.snapshot.content[0].text == "Hel"
    assert len(server.requests) == 1
    assert type(pickle.loads(pickle.dumps(error))) is type(error)


@both
@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"message": "Missing Authentication Token"}'),
        ("text/html", b"<html>The gateway wants you to log in</html>"),
    ],
)
async def test_answers_that_are_no_stream(
    client_class: Any, content_type: str, body: bytes
) -> None:
    head = f"HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\n\r\n".encode()
    for sent in (body, body[:9]):
        with Server([head + sent, CUT]) as server:
            _, error = await streamed(client_of(client_class, server, max_retries=2))
        assert isinstance(error, anthropic.APIResponseValidationError)
        assert f"should be a stream of events, but is `{content_type}`" in str(error)
        assert error.body == sent.decode()
        assert len(server.requests) == 1


# -- failures that the stream reports -------------------------------------------------------------


@both
async def test_failures_are_value_errors_too(client_class: Any) -> None:
    """As they were before they had classes of their own."""
    with Server([HEAD, *FRAMES[:3], exception("throttlingException", "slow"), END]) as server:
        client = client_of(client_class, server)
        seen, error = await streamed(client)
        with pytest.raises(ValueError, match="Bad response code, expected 200") as caught:
            await helped(client)
    assert seen == types_of_frames(3)
    for raised in (error, caught.value):
        assert isinstance(raised, anthropic.RateLimitError)
        assert str(raised).startswith("Bad response code, expected 200: Error code: 429")
        assert raised.snapshot.content[0].text == "Hel"
        for made in (copy.deepcopy(raised), pickle.loads(pickle.dumps(raised))):
            assert isinstance(made, anthropic.RateLimitError) and isinstance(made, ValueError)
            assert (str(made), made.status_code, made.body) == (str(error), 429, error.body)


@both
async def test_an_error_among_the_events_of_the_model(client_class: Any) -> None:
    inner = {"type": "error", "error": {"type": "overloaded_error", "message": "no"}}
    with Server([HEAD, *FRAMES[:3], chunk(inner), END]) as server:
        seen, error = await streamed(client_of(client_class, server))
    assert seen == types_of_frames(3)
    assert type(error) is errors.OverloadedError
    assert error.type == "overloaded_error"
    assert error.snapshot.content[0].text == "Hel"
    with Server([HEAD, chunk(inner), END], [HEAD, *FRAMES, END]) as server:
        seen, error = await streamed(client_of(client_class, server, max_retries=1))
    assert (len(seen), error) == (len(FRAMES), None)
