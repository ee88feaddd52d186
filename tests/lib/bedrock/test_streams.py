"""Event streams: real frames, split anywhere, damaged, cut off, and with failures inside."""

from __future__ import annotations

import json
import struct
import zlib
from typing import Any, AsyncIterator, Iterator, List

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthropic import _exceptions as errors
from anthropic._streaming import ServerSentEvent
from anthropic.lib.bedrock import AnthropicBedrock, AsyncAnthropicBedrock
from anthropic.lib.bedrock._event_stream import EventStreamError
from anthropic.lib.bedrock._stream_decoder import AWSEventStreamDecoder
from tests.lib.bedrock.aws import KEYS, Bedrock
from tests.lib.bedrock.frames import chunk, chunks, error, exception, frame
from tests.lib.clouds import EVENTS, QUESTION, Pieces, items, settled, types_of

ALL = chunks(*EVENTS)

both = pytest.mark.parametrize("client_class", [AnthropicBedrock, AsyncAnthropicBedrock])


def decoded(*pieces: bytes) -> List[ServerSentEvent]:
    return list(AWSEventStreamDecoder().iter_bytes(iter(pieces)))


async def decoded_async(*pieces: bytes) -> List[ServerSentEvent]:
    async def feed() -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece

    return [sse async for sse in AWSEventStreamDecoder().aiter_bytes(feed())]


def inner(events: List[ServerSentEvent]) -> List[Any]:
    assert {sse.event for sse in events} <= {"completion"}
    return [sse.json() for sse in events]


def test_whole_stream() -> None:
    assert inner(decoded(ALL)) == EVENTS
    assert decoded() == []


@given(st.lists(st.integers(0, len(ALL)), max_size=6))
async def test_frames_may_be_split_anywhere(cuts: List[int]) -> None:
    bounds = [0, *sorted(cuts), len(ALL)]
    pieces = [ALL[first:last] for first, last in zip(bounds, bounds[1:])]
    assert inner(decoded(*pieces)) == EVENTS
    assert inner(await decoded_async(*pieces)) == EVENTS


async def test_byte_by_byte() -> None:
    pieces = [ALL[index : index + 1] for index in range(len(ALL))]
    assert inner(decoded(*pieces)) == EVENTS
    assert inner(await decoded_async(*pieces)) == EVENTS


def test_botocore_reads_what_the_tests_write() -> None:
    from botocore.eventstream import EventStreamBuffer

    buffer = EventStreamBuffer()
    buffer.add_data(ALL + exception("throttlingException", "slow down"))
    frames = list(buffer)
    assert len(frames) == len(EVENTS) + 1
    assert frames[0].headers[":event-type"] == "chunk"
    assert frames[0].headers["a-number"] == 7
    assert frames[-1].to_response_dict()["status_code"] == 400


def test_a_frame_of_another_event_is_skipped() -> None:
    other = frame({":message-type": "event", ":event-type": "weather"}, b"{}")
    assert inner(decoded(other + chunk(EVENTS[0]))) == EVENTS[:1]


@pytest.mark.parametrize("position", [0, 5, 9, 14, 40, 100, -3])
def test_any_changed_byte_is_noticed(position: int) -> None:
    data = bytearray(chunk(EVENTS[0]))
    data[position] ^= 0x10
    with pytest.raises(EventStreamError, match="checksum"):
        decoded(bytes(data) + ALL)


def test_damage_does_not_take_back_what_came_before() -> None:
    seen: List[ServerSentEvent] = []
    with pytest.raises(EventStreamError):
        for sse in AWSEventStreamDecoder().iter_bytes(iter([ALL + b"\xff" * 16])):
            seen.append(sse)
    assert inner(seen) == EVENTS


async def test_an_end_amid_a_frame_is_an_error() -> None:
    whole = len(chunks(*EVENTS[:-1]))
    for cut in (whole + 1, whole + 20, len(ALL) - 1):
        with pytest.raises(EventStreamError, match="ended in the middle of a frame"):
            decoded(ALL[:cut])
        with pytest.raises(EventStreamError, match="ended in the middle of a frame"):
            await decoded_async(ALL[:cut])
    assert inner(decoded(ALL[:whole])) == EVENTS[:-1]


def test_impossible_lengths_are_refused() -> None:
    for size, headers_size in ((15, 0), (20, 5), (1 << 30, 0)):
        prelude = struct.pack("!II", size, headers_size)
        with pytest.raises(EventStreamError, match="impossible length"):
            decoded(prelude + struct.pack("!I", zlib.crc32(prelude)))


def with_raw_headers(head: bytes, payload: bytes = b"") -> bytes:
    prelude = struct.pack("!II", 16 + len(head) + len(payload), len(head))
    message = prelude + struct.pack("!I", zlib.crc32(prelude)) + head + payload
    return message + struct.pack("!I", zlib.crc32(message))


def test_senseless_headers_and_chunks_are_refused() -> None:
    for head in (b"\x05ab", b"\x01a\x63", b"\x01a\x07\x00", b"\x02\xff\xff\x00"):
        with pytest.raises(EventStreamError, match="headers"):
            decoded(with_raw_headers(head))
    event = {":message-type": "event", ":event-type": "chunk"}
    for payload in (b"", b"[]", b"{}", b'{"bytes": 1}', b'{"bytes": "/w=="}'):
        with pytest.raises(EventStreamError, match="holds no event"):
            decoded(frame(event, payload))


def test_headers_of_every_type() -> None:
    sizes = {0: 0, 1: 0, 2: 1, 3: 2, 4: 4, 5: 8, 8: 8, 9: 16}
    head = b"".join(
        struct.pack("!B", 1) + b"h" + struct.pack("!B", type_) + b"\1" * size
        for type_, size in sizes.items()
    )
    head += b"\x0b:event-type\x07\x00\x05chunk"
    (event,) = decoded(with_raw_headers(head, b'{"bytes": "e30="}'))
    assert event.json() == {}


async def test_a_failure_is_a_value_error_to_who_decodes_alone() -> None:
    data = ALL + exception("throttlingException", "slow down")
    pattern = "Bad response code, expected 200: throttlingException: slow down"
    with pytest.raises(ValueError, match=pattern):
        decoded(data)
    with pytest.raises(ValueError, match=pattern):
        await decoded_async(data)


# -- through a client -----------------------------------------------------------------------------


def streaming(data: bytes, size: int = 64) -> Any:
    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200,
            headers={"content-type": "application/vnd.amazon.eventstream"},
            stream=Pieces(data, size),
            request=request,
        )

    return respond


async def stream_of(client_class: Any, data: bytes, **question: Any) -> Any:
    cloud = Bedrock(streaming(data))
    client = client_class(**KEYS, http_client=cloud.http_client(client_class), max_retries=0)
    return await settled(client.messages.create(model="m", stream=True, **{**QUESTION, **question}))


@both
async def test_streams_end_with_their_response(client_class: Any) -> None:
    stream = await stream_of(client_class, ALL)
    assert types_of(await items(stream)) == [event["type"] for event in EVENTS]
    assert stream.response.is_closed


@both
async def test_events_of_a_later_api_reach_the_caller(client_class: Any) -> None:
    stream = await stream_of(client_class, chunks({"type": "ping"}, {"type": "new", "x": 1}))
    events = await items(stream)
    assert types_of(events) == ["ping", "new"]
    assert events[1].x == 1


@both
@pytest.mark.parametrize(
    ("name", "status", "error_class"),
    [
        ("internalServerException", 500, errors.InternalServerError),
        ("modelStreamErrorException", 424, errors.APIStatusError),
        ("modelTimeoutException", 408, errors.APIStatusError),
        ("serviceUnavailableException", 503, errors.ServiceUnavailableError),
        ("throttlingException", 429, errors.RateLimitError),
        ("validationException", 400, errors.BadRequestError),
        ("aNewException", 200, errors.APIStatusError),
    ],
)
async def test_failures_in_a_stream(
    client_class: Any, name: str, status: int, error_class: type
) -> None:
    stream = await stream_of(client_class, chunk(EVENTS[0]) + exception(name, "sorry"))
    with pytest.raises(errors.APIStatusError) as caught:
        await items(stream)
    assert isinstance(caught.value, error_class)
    assert type(caught.value).__name__ == error_class.__name__
    assert caught.value.status_code == status
    assert caught.value.body == {"type": name, "message": "sorry"}
    assert "sorry" in caught.value.message
    assert stream.response.is_closed


@both
async def test_failures_that_no_model_names(client_class: Any) -> None:
    stream = await stream_of(client_class, error("InternalFailure", "broken"))
    with pytest.raises(errors.APIStatusError, match="broken") as caught:
        await items(stream)
    assert caught.value.body == {"type": "InternalFailure", "message": "broken"}


@both
async def test_failures_without_json(client_class: Any) -> None:
    headers = {":message-type": "exception", ":exception-type": "validationException"}
    for payload, message in ((b"plain text", "plain text"), (b"", "no reason was given")):
        stream = await stream_of(client_class, frame(headers, payload))
        with pytest.raises(errors.BadRequestError, match=message):
            await items(stream)


@pytest.mark.exhaustive
def test_streams_cut_at_every_frame() -> None:
    def respond(count: int) -> Iterator[str]:
        cloud = Bedrock(streaming(chunks(*EVENTS[:count])))
        client = AnthropicBedrock(**KEYS, http_client=cloud.http_client(AnthropicBedrock))
        for event in client.messages.create(model="m", stream=True, **QUESTION):
            yield json.loads(event.to_json())["type"]

    stops = [event["type"] for event in EVENTS].index("message_delta") + 1
    for count in range(len(EVENTS) + 1):
        seen = []
        try:
            for kind in respond(count):
                seen.append(kind)
        except errors.IncompleteStreamError as broken:
            assert count < stops
            assert (broken.snapshot is None) == (count == 0)
        else:
            assert count >= stops
        assert seen == [event["type"] for event in EVENTS[:count]]
