"""The decoder of server-sent events against the format's own rules."""

from __future__ import annotations

from typing import AsyncIterator, Iterator, List, Optional, Tuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from anthropic._streaming import ServerSentEvent, SSEBytesDecoder, SSEDecoder
from tests.runtime.response.support import split_at

Plain = Tuple[Optional[str], str, Optional[str], Optional[int]]


def plain(sse: ServerSentEvent) -> Plain:
    return sse.event, sse.data, sse.id, sse.retry


def decode(*pieces: bytes) -> List[Plain]:
    return [plain(sse) for sse in SSEDecoder().iter_bytes(iter(pieces))]


def reference(data: bytes) -> List[Plain]:
    """The format's rules, one line after the other, with the whole body at hand."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")[:-1]
    events: List[Plain] = []
    event, texts, retry = "", [], None
    last_id: Optional[str] = None
    for line in (raw.decode() for raw in lines):
        if not line:
            if event or texts or last_id or retry is not None:
                events.append((event or None, "\n".join(texts), last_id, retry))
            event, texts, retry = "", [], None
            continue
        name, _, value = line.partition(":")
        value = value[1:] if value[:1] == " " else value
        if name == "event":
            event = value
        elif name == "data":
            texts.append(value)
        elif name == "id" and "\0" not in value:
            last_id = value
        elif name == "retry" and value.isdigit():
            retry = int(value)
    return events


words = st.text(st.sampled_from("ab: \u2028\u0085é\0"), max_size=6)
lines = st.one_of(
    st.builds(
        "{}:{}{}".format,
        st.sampled_from(["event", "data", "id", "x", ""]),
        st.sampled_from(["", " ", "  "]),
        words,
    ),
    st.builds("retry: {}".format, st.one_of(st.integers(0, 99).map(str), st.just("soon"))),
    st.builds("event: {}\ndata: {{}}\n".format, st.sampled_from(["ping", "message_stop"])),
    st.just(""),
    st.just("data"),
)
endings = st.sampled_from(["\n", "\r", "\r\n"])
bodies = st.lists(st.tuples(lines, endings), max_size=12).map(
    lambda parts: "".join(line + ending for line, ending in parts).encode()
)
cut_positions = st.lists(st.integers(0, 200), max_size=8)


@given(bodies, cut_positions)
@example(b"data: a\r\n\r\ndata: b\r\r\n", [8, 9, 10, 11])
@example(b"id: 1\n\n\n", [6, 7])
def test_events_do_not_depend_on_pieces_and_follow_the_rules(body: bytes, cuts: List[int]) -> None:
    assert decode(*split_at(body, cuts)) == reference(body)


@given(bodies)
def test_one_byte_at_a_time(body: bytes) -> None:
    assert decode(*(body[at : at + 1] for at in range(len(body)))) == decode(body)


@given(bodies)
def test_a_line_at_a_time_gives_the_same(body: bytes) -> None:
    decoder = SSEDecoder()
    text = body.decode().replace("\r\n", "\n").replace("\r", "\n")
    events = [decoder.decode(line) for line in text.split("\n")[:-1]]
    assert [plain(sse) for sse in events if sse is not None] == decode(body)


@given(bodies, cut_positions)
async def test_async_twin(body: bytes, cuts: List[int]) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for piece in split_at(body, cuts):
            yield piece

    assert [plain(sse) async for sse in SSEDecoder().aiter_bytes(pieces())] == decode(body)


def test_an_event_comes_out_as_soon_as_it_is_complete() -> None:
    sent: List[bytes] = []

    def pieces() -> Iterator[bytes]:
        for piece in (b"event: a\r", b"data: 1\r\r", b"\nevent: b\ndata: 2\n\n"):
            sent.append(piece)
            yield piece

    events = SSEDecoder().iter_bytes(pieces())
    assert plain(next(events))[:2] == ("a", "1")
    assert len(sent) == 2
    assert plain(next(events))[:2] == ("b", "2")


def test_an_event_without_a_blank_line_is_dropped() -> None:
    assert decode(b"event: a\ndata: 1\n") == []


def test_separators_of_unicode_are_data() -> None:
    body = "event: a\ndata: x\u2028y\u0085z\n\n".encode()
    assert decode(body) == [("a", "x\u2028y\u0085z", None, None)]


def test_ids_persist_and_names_do_not() -> None:
    assert decode(b"id: 7\nevent: a\n\ndata: x\n\n") == [
        ("a", "", "7", None),
        (None, "x", "7", None),
    ]


def test_ids_with_nul_and_times_that_are_none_do_not_count() -> None:
    body = b"id: 7\nid: a\0b\nretry: 5\nretry: soon\ndata: x\n\n"
    assert decode(body) == [(None, "x", "7", 5)]


def test_many_small_pieces_of_a_large_event_cost_linear_time() -> None:
    text = b"x" * 2_000_000
    pieces = [b"event: a\ndata: ", *(text[at : at + 64] for at in range(0, len(text), 64)), b"\n\n"]
    assert decode(*pieces) == [("a", text.decode(), None, None)]


def test_event_object() -> None:
    sse = ServerSentEvent(event="", data=None, retry=3)
    assert plain(sse) == (None, "", None, 3)
    assert ServerSentEvent(data='{"a": 1}').json() == {"a": 1}
    assert repr(ServerSentEvent(event="e", data="d", id="i", retry=1)) == (
        "ServerSentEvent(event=e, data=d, id=i, retry=1)"
    )
    with pytest.raises(ValueError):
        ServerSentEvent(data="{").json()


def test_the_decoder_satisfies_its_protocol() -> None:
    assert isinstance(SSEDecoder(), SSEBytesDecoder)
