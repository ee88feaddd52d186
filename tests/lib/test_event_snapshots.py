"""What text events show of the text so far, whenever and however somebody looks at it."""

from __future__ import annotations

import copy
import pickle
from typing import Any, Callable, Dict, List, Set

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anthropic._compat import get_model_fields
from anthropic._types import not_given
from anthropic.lib.streaming import BetaMessageStream, MessageStream
from anthropic.types.beta.beta_raw_message_stream_event import BetaRawMessageStreamEvent
from anthropic.types.raw_message_stream_event import RawMessageStreamEvent

from . import wire

KINDS = ("text", "thinking", "input_json")
TEXTS = ("text", "thinking")
# by the type of the event: the field of its delta, an empty block, pieces and what two of them are
FIELDS = {"text": "text", "thinking": "thinking", "input_json": "partial_json"}
EMPTY: Dict[str, Dict[str, Any]] = {
    "text": {"type": "text", "text": "", "citations": None},
    "thinking": {"type": "thinking", "thinking": "", "signature": ""},
    "input_json": {"type": "tool_use", "id": "t", "name": "n", "input": {}},
}
PIECES: Dict[str, List[str]] = {
    "text": ["a", "b", "c"],
    "thinking": ["a", "b", "c"],
    "input_json": ["[1", ", {", "}]"],
}
TWO: Dict[str, Any] = {"text": "ab", "thinking": "ab", "input_json": [1, {}]}


def reply(kind: str, *pieces: str, beta: bool = False) -> Any:
    """The stream of a message with one block, which arrives in those pieces."""
    cast_to: Any = BetaRawMessageStreamEvent if beta else RawMessageStreamEvent
    deltas = [{"type": f"{kind}_delta", FIELDS[kind]: piece} for piece in pieces]
    body = wire.sse(wire.start(), *wire.block(0, EMPTY[kind], *deltas), *wire.end())
    raw: Any = wire.streams(cast_to, body)[0]
    return BetaMessageStream(raw, not_given) if beta else MessageStream(raw, not_given)


def second_event(kind: str, beta: bool) -> Any:
    """The event of the second piece, which nobody has looked at, after the third arrived."""
    return [event for event in reply(kind, *PIECES[kind], beta=beta) if event.type == kind][1]


LOOKS: Dict[str, Callable[[Any], Any]] = {
    "attribute": lambda event: event.snapshot,
    "to_dict": lambda event: event.to_dict(),
    "to_json": lambda event: event.to_json(),
    "model_dump": lambda event: event.model_dump(),
    "dict": lambda event: dict(event),
    "vars": lambda event: dict(vars(event)),
    "repr": repr,
    "str": str,
    "dir": lambda event: "snapshot" in dir(event),
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda event: pickle.loads(pickle.dumps(event)),
    "validation": lambda event: type(event)(**event.to_dict()),
    "fields": lambda event: list(get_model_fields(type(event))),
}


@pytest.mark.parametrize("beta", [False, True])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("look", LOOKS)
def test_an_event_looks_as_one_made_by_hand(look: str, kind: str, beta: bool) -> None:
    piece = {FIELDS[kind]: PIECES[kind][1]}
    by_hand = type(second_event(kind, beta))(**{"type": kind, **piece, "snapshot": TWO[kind]})
    assert LOOKS[look](second_event(kind, beta)) == LOOKS[look](by_hand)
    assert second_event(kind, beta) == by_hand
    assert by_hand == second_event(kind, beta)
    assert second_event(kind, beta) != second_event(kind, beta).__class__(
        **{"type": kind, **piece, "snapshot": "a"}
    )


@pytest.mark.parametrize("kind", KINDS)
def test_an_event_can_be_changed(kind: str) -> None:
    event = second_event(kind, beta=False)
    event.snapshot = "mine"
    assert event.snapshot == "mine"
    event = second_event(kind, beta=False)
    setattr(event, FIELDS[kind], "mine")
    assert event.to_dict() == {"type": kind, FIELDS[kind]: "mine", "snapshot": TWO[kind]}
    event = second_event(kind, beta=False)
    del event.snapshot
    assert not hasattr(event, "snapshot")
    with pytest.raises(AttributeError, match="nothing"):
        _ = event.nothing


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_that_somebody_replaces_goes_on_from_there(kind: str) -> None:
    stream = reply(kind, "a", "b", "c", "d")
    events: List[Any] = []
    for event in stream:
        if event.type == kind:
            events.append(event)
            if len(events) in (2, 3):
                # twice, so that another text may come to lie where the first one lay
                block = stream.current_message_snapshot.content[0]
                setattr(block, kind, getattr(block, kind).upper())
                setattr(block, kind, getattr(block, kind).replace("A", "*"))
    assert [event.snapshot for event in events] == ["a", "ab", "*Bc", "*BCd"]
    assert getattr(stream.get_final_message().content[0], kind) == "*BCd"


def test_texts_of_several_blocks_are_kept_apart() -> None:
    pieces = [{"type": "text_delta", "text": piece} for piece in "ab"]
    first, second = (wire.block(index, EMPTY["text"], *pieces) for index in (0, 1))
    # the second block's events among those of the first
    mixed = [first[0], second[0], first[1], second[1], first[2], second[2], first[3], second[3]]
    raw: Any = wire.streams(RawMessageStreamEvent, wire.sse(wire.start(), *mixed, *wire.end()))[0]
    texts = [event.snapshot for event in MessageStream(raw, not_given) if event.type == "text"]
    assert texts == ["a", "a", "ab", "ab"]


def check_snapshots(pieces: List[str], early: Set[int]) -> None:
    """Looks at the snapshots of some events when they arrive, and at all of them in the end."""
    stream = reply("text", *pieces)
    events: List[Any] = []
    expected: List[str] = []
    so_far = ""
    for event in stream:
        if event.type == "text":
            so_far += pieces[len(expected)]
            expected.append(so_far)
            assert stream.current_message_snapshot.content[0].text == so_far
            if len(events) in early:
                assert event.snapshot == so_far
            events.append(event)
    assert len(events) == len(pieces)
    out_of_order = sorted(range(len(events)), key=lambda index: (index * 7) % 13)
    for index in out_of_order:
        assert events[index].snapshot == expected[index]
    assert stream.get_final_text() == so_far


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(alphabet="ab\u00e9\u4e16\U0001f600", max_size=3), max_size=12),
    st.sets(st.integers(0, 11)),
)
def test_snapshots_are_the_text_up_to_their_event(pieces: List[str], early: Set[int]) -> None:
    check_snapshots(pieces, early)


def test_snapshots_of_a_long_text() -> None:
    check_snapshots([f"{index} " for index in range(2_500)], {7, 8, 999, 1_000, 1_001, 1_500})
