"""Reading JSON in pieces gives what parsing the text so far gives, after every piece."""

from __future__ import annotations

import copy
import json
from typing import Any, List, Tuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jiter import from_json

from anthropic.lib.streaming import _partial_json
from anthropic.lib.streaming._partial_json import PartialJson
from anthropic.lib.streaming._tool_input import ToolInput

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(['"', "\\", '\\"', "{", "]", ",", "\u2028é😀"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=20,
)
CUTS = st.lists(st.integers(1, 7), min_size=1, max_size=12)


def outcome(read: Any) -> Tuple[str, Any]:
    try:
        return "value", read()
    except ValueError:
        return "error", None


def pieces(text: bytes, sizes: List[int]) -> List[bytes]:
    result = []
    position = turn = 0
    while position < len(text):
        size = sizes[turn % len(sizes)]
        result.append(text[position : position + size])
        position += size
        turn += 1
    return result


def check(text: bytes, sizes: List[int], keep_open_strings: bool) -> None:
    mode: Any = "trailing-strings" if keep_open_strings else True
    reader = PartialJson(keep_open_strings=keep_open_strings)
    at_once = ToolInput(keep_open_strings=keep_open_strings)
    late = ToolInput(keep_open_strings=keep_open_strings)
    seen = b""
    history = []
    for piece in pieces(text, sizes):
        seen += piece
        expected = outcome(lambda text=seen: from_json(text, partial_mode=mode))
        actual = outcome(lambda piece=piece: reader.feed(piece))
        assert repr(actual) == repr(expected), seen
        assert repr(outcome(lambda piece=piece: added(at_once, piece))) == repr(expected), seen
        assert outcome(lambda piece=piece: late.add(piece))[0] == expected[0], seen
        history.append((actual, copy.deepcopy(actual), len(seen)))
        if actual[0] == "error":
            history.pop()
            break
    assert all(now == then for now, then, _ in history), "earlier values must not change"
    for (_, value), _, length in history:
        assert repr(late.value(length)) == repr(value)


def added(tool_input: ToolInput, piece: bytes) -> Any:
    tool_input.add(piece)
    return tool_input.value(len(tool_input.text))


@pytest.mark.exhaustive
@settings(max_examples=300, deadline=None)
@given(VALUES, CUTS, st.booleans(), st.sampled_from([None, 1]), st.booleans())
def test_well_formed(
    value: Any, sizes: List[int], keep: bool, indent: Any, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    check(text.encode("utf-8", "replace"), sizes, keep)


@pytest.mark.exhaustive
@settings(max_examples=300, deadline=None)
@given(VALUES, CUTS, st.booleans(), st.data())
def test_damaged(value: Any, sizes: List[int], keep: bool, data: st.DataObject) -> None:
    text = bytearray(json.dumps(value).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        position = data.draw(st.integers(0, len(text)))
        text[position : position + data.draw(st.integers(0, 2))] = data.draw(
            st.sampled_from(
                [b"", b",", b"{", b"}", b"[", b"]", b'"', b":", b"\\", b"1", b" ", b"x"]
            )
        )
    check(bytes(text), sizes, keep)


@pytest.mark.exhaustive
@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='{}[]",:\\1a ', max_size=16), CUTS, st.booleans())
def test_noise(text: str, sizes: List[int], keep: bool) -> None:
    check(text.encode(), sizes, keep)


@pytest.mark.parametrize(
    "text",
    [
        '{"a\\\\\\/\\b\\u12aF\\uD7ff\\ue000": -0.0e-1, "b": [-12.5E+3, 10, 0, true, false, null]}',
        '["\\ud83d\\uDE00", "\\ud83d"]',
        '["\\udc00"]',
        '["\\ud83d\\u0041"]',
        "[01]",
        "[1.]",
        "[.5]",
        "[+1]",
        "[1e]",
        "[nulL]",
        "[truee]",
        '["\\x"]',
        '["\t"]',
        '{"a": [{"b": {}}, [], 1], "c": {"d": "}]"}}',
        '{"a": {"b": [1, {"c": "d"}, []]}, "a": 2}',
        '  {"x" : [ ] , "y" : { } }  ',
        "[[1], [2], 3]",
        '{"a": [1 2]}',
        '{"": 1{',
        '{"a": 1[2]}',
        '{"a": [1], }',
        "[1,,2]",
        "[[1] [2]]",
        '{"a" {"b": 1}}',
        '{"a": 1 {"b": 1}}',
        "[1}",
        "{} x",
        '"text"',
        "12",
        "[NaN, -Infinity, 1e5, 1.50]",
        "[" * 150 + "]" * 150,
    ],
)
@pytest.mark.parametrize("keep", [False, True])
def test_examples(text: str, keep: bool) -> None:
    check(text.encode(), [1], keep)
    check(text.encode(), [3, 2], keep)


def test_each_byte_is_parsed_a_few_times_however_long_the_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def parsed_bytes(items: int) -> float:
        text = json.dumps({"items": [{"id": i, "name": f"n{i}"} for i in range(items)]}).encode()
        reader = PartialJson(keep_open_strings=False)
        counted.clear()
        for piece in pieces(text, [64]):
            reader.feed(piece)
        return sum(counted) / len(text)

    counted: List[int] = []
    parse = _partial_json._parse

    def counting(text: Any, mode: Any = False) -> Any:
        counted.append(len(text))
        return parse(text, mode)

    monkeypatch.setattr(_partial_json, "_parse", counting)
    assert parsed_bytes(4000) < 1.1 * parsed_bytes(500) < 10


@settings(max_examples=60, deadline=None)
@given(CUTS, st.sampled_from(["\\ud83d", "\\ud83d\\ude00", "\\u00e9", "\\n", "é", "\t", ""]))
def test_long_strings(sizes: List[int], oddity: str) -> None:
    text = '{"a": [1, "' + "x" * 30 + oddity + "y" * 30 + '"], "b": "' + "z" * 40 + '"}'
    for keep in (False, True):
        check(text.encode(), sizes, keep)
