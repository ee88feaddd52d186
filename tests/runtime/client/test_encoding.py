"""What goes over the wire for a body: the JSON of the contract, or an error that says where."""

from __future__ import annotations

import base64
import copy
import enum
import io
import json
import math
import pathlib
import re
import uuid
from collections import OrderedDict, deque
from datetime import date, datetime, timezone
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Callable, ClassVar, Dict, List, NamedTuple, Set

import httpx
import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anthropic._body import transform_body
from anthropic._models import BaseModel
from anthropic._types import not_given, omit
from anthropic._utils._json import openapi_dumps


class Block(BaseModel):
    __api_exclude__: ClassVar[Set[str]] = {"parsed"}

    type: str
    text: Any = None
    citations: Any = None
    parsed: Any = None


class Color(str, enum.Enum):
    RED = "red"


class Level(enum.IntEnum):
    HIGH = 7


class Text(str):
    def __repr__(self) -> str:
        return "not this"


class Number(int):
    def __repr__(self) -> str:
        return "not this"


class Case(NamedTuple):
    """A value that a caller may pass, made anew each time, and what JSON makes of it."""

    make: Callable[[], Any]
    expected: Any


def reference(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _same(value: Any) -> Case:
    return Case(lambda: value, value)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
numbers = (
    st.integers()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([1e-7, 1e16, 1e22, 9999999999999998.0, 1e-4, 0.00001, -0.0, 5e-324, 1e308])
)
plain = st.none() | st.booleans() | numbers | texts
leaves = (
    plain.map(_same)
    | st.sampled_from(
        [
            Case(lambda: Color.RED, "red"),
            Case(lambda: Level.HIGH, 7),
            Case(lambda: Text("größe\u2028\x7f\x00"), "größe\u2028\x7f\x00"),
            Case(lambda: Number(3), 3),
        ]
    )
    | st.datetimes().map(lambda time: Case(lambda: time, time.isoformat()))
    | st.binary(max_size=20).map(
        lambda data: Case(
            lambda: {"type": "base64", "data": io.BytesIO(data)},
            {"type": "base64", "data": base64.b64encode(data).decode()},
        )
    )
    | plain.map(
        lambda text: Case(
            lambda: Block(type="text", text=text, parsed=object()),
            {"type": "text", "text": text},
        )
    )
)
_SEQUENCES: List[Callable[[Any], Any]] = [
    list,
    tuple,
    deque,
    iter,
    lambda items: (item for item in items),
]
_MAPPINGS: List[Callable[[Any], Any]] = [
    dict,
    OrderedDict,
    MappingProxyType,
    lambda items: {**items, "left out": omit, "not given": not_given},
]


def _sequences(inner: Any) -> Any:
    return st.tuples(st.sampled_from(_SEQUENCES), st.lists(inner, max_size=4)).map(
        lambda drawn: Case(
            lambda: drawn[0]([case.make() for case in drawn[1]]),
            [case.expected for case in drawn[1]],
        )
    )


def _mappings(inner: Any) -> Any:
    keys = texts.filter(lambda key: key not in ("left out", "not given", "data"))
    return st.tuples(st.sampled_from(_MAPPINGS), st.dictionaries(keys, inner, max_size=4)).map(
        lambda drawn: Case(
            lambda: drawn[0]({key: case.make() for key, case in drawn[1].items()}),
            {key: case.expected for key, case in drawn[1].items()},
        )
    )


bodies = _mappings(
    st.recursive(leaves, lambda inner: _sequences(inner) | _mappings(inner), max_leaves=15)
)


@given(bodies)
@settings(max_examples=80, deadline=None)
def test_bodies_are_the_json_of_the_contract(case: Case) -> None:
    assert openapi_dumps(transform_body(case.make())) == reference(case.expected)


@given(
    st.recursive(
        plain,
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.lists(inner, max_size=4).map(tuple)
            | st.dictionaries(st.none() | st.booleans() | numbers | texts, inner, max_size=4)
        ),
        max_leaves=20,
    )
)
@settings(max_examples=80, deadline=None)
def test_json_is_that_of_the_standard_library(value: Any) -> None:
    assert openapi_dumps(value) == reference(value)


def test_every_character_is_escaped_as_the_standard_library_does() -> None:
    characters = "".join(map(chr, [*range(0x300), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF, 0x1F600]))
    for value in (characters, [characters], {characters: characters}):
        assert openapi_dumps(value) == reference(value)


@pytest.mark.parametrize("depth", [100, 199, 200, 201, 300, 800])
def test_deep_bodies(depth: int) -> None:
    body: Dict[str, Any] = {}
    for _ in range(depth):
        body = {"a": [body]} if depth < 300 else {"a": body}
    assert openapi_dumps(transform_body(body)) == reference(body)
    body["b"] = (1,)
    assert openapi_dumps(transform_body(body)) == reference(body)


def test_parts_that_stand_in_many_places() -> None:
    part: Any = {"a": [1, "x"]}
    for _ in range(12):
        part = [part, part]
    assert openapi_dumps(part) == reference(part)


# -- models ---------------------------------------------------------------------------------------


class Own(pydantic.BaseModel):
    """A model of a caller's."""

    text: str = ""
    other: int = 3


def test_models_beside_the_typed_parameters() -> None:
    values = {"a": [Block(type="text", citations=None)], "b": Own(text="x"), "c": Own()}
    assert openapi_dumps(values) == (
        b'{"a":[{"type":"text","citations":null}],"b":{"text":"x"},"c":{}}'
    )
    assert openapi_dumps(transform_body(values)) == openapi_dumps(values)


def test_numbers_of_models_are_spelled_alike() -> None:
    body = transform_body({"a": Block(type="t", text=[1e-7, 1e16, 10**20])})
    assert openapi_dumps(body) == (b'{"a":{"type":"t","text":[1e-07,1e+16,100000000000000000000]}}')


# -- refusals -------------------------------------------------------------------------------------


def _nested(value: Any) -> Any:
    return [{"role": "user", "content": [{"type": "x"}, {"input": {"a": value}}]}]


PLACE = "messages[0].content[1].input.a"
REFUSED = [
    (date(2024, 5, 6), "Object of type date is not JSON serializable"),
    (Decimal("1.5"), "Object of type Decimal is not JSON serializable"),
    (uuid.UUID(int=1), "Object of type UUID is not JSON serializable"),
    ({1}, "Object of type set is not JSON serializable"),
    (frozenset([1]), "Object of type frozenset is not JSON serializable"),
    (b"x", "Object of type bytes is not JSON serializable"),
    (bytearray(b"x"), "Object of type bytearray is not JSON serializable"),
    (object(), "Object of type object is not JSON serializable"),
    (enum.Enum("Plain", "A").A, "Object of type Plain is not JSON serializable"),  # type: ignore[attr-defined]  # made from a text
    (pathlib.PurePosixPath("x"), "Object of type PurePosixPath is not JSON serializable"),
    (io.BytesIO(b"x"), "Object of type BytesIO is not JSON serializable"),
    ([omit], "Object of type Omit is not JSON serializable"),
    ({(1,): 2}, "keys must be str, int, float, bool or None, not tuple"),
    ({b"x": 2}, "keys must be str, int, float, bool or None, not bytes"),
    (math.nan, "Out of range float values are not JSON compliant"),
    (math.inf, "Out of range float values are not JSON compliant"),
    ([1, -math.inf], "Out of range float values are not JSON compliant"),
    ("a\ud800", "surrogates not allowed"),
    ({"\ud800": 1}, "surrogates not allowed"),
    (Block(type="t", text=object()), ""),
]


# Some of the values show an address, which is another in each process that runs tests.
@pytest.mark.parametrize(("value", "reason"), REFUSED, ids=[type(v).__name__ for v, _ in REFUSED])
async def test_refusals_name_the_place_and_nothing_is_sent(
    connect: Any, async_connect: Any, server: Any, value: Any, reason: str
) -> None:
    expected = TypeError if "JSON serializable" in reason or "keys" in reason else ValueError
    if not reason:
        expected = (TypeError, ValueError)  # type: ignore[assignment]  # the two versions of pydantic
    mock = server()
    place = PLACE + ("[0]" if value == [omit] else "[1]" if value == [1, -math.inf] else "")
    for transform in (transform_body, dict):
        body = {"model": "m", "messages": _nested(value)}
        with pytest.raises(expected) as caught:  # type: ignore[arg-type]
            connect(mock).post("/x", cast_to=object, body=transform(body))
        assert reason in str(caught.value)
        assert f"at `{place}" in str(caught.value)
        with pytest.raises(expected):  # type: ignore[arg-type]
            await async_connect(mock).post("/x", cast_to=object, body=transform(body))
    assert mock.requests == []


def _cycles() -> List[Any]:
    dict_cycle: Dict[str, Any] = {}
    dict_cycle["again"] = {"x": dict_cycle}
    list_cycle: List[Any] = [1]
    list_cycle.append({"again": list_cycle})
    fan: List[Any] = []
    fan.extend([[fan] * 5, [fan] * 5])
    with_tuple: List[Any] = [(1, 2)]
    with_tuple.append(with_tuple)
    return [dict_cycle, list_cycle, fan, with_tuple]


@pytest.mark.parametrize("index", range(4))
@pytest.mark.parametrize("transform", [transform_body, dict])
def test_values_that_contain_themselves(index: int, transform: Any) -> None:
    body = {"model": "m", "messages": [{"content": _cycles()[index]}]}
    message = r"Circular reference detected, at `messages\[0\]\.content[.\[]"
    with pytest.raises(ValueError, match=message):
        openapi_dumps(transform(body))


@pytest.mark.parametrize("transform", [transform_body, dict])
def test_values_that_are_too_deep(transform: Any) -> None:
    deep: Dict[str, Any] = {}
    for _ in range(20_000):
        deep = {"a": deep}
    with pytest.raises(RecursionError, match=r"at `messages\.a\.a.*\.a`") as caught:
        openapi_dumps(transform({"messages": deep}))
    assert len(str(caught.value)) < 400
    while deep:  # level by level: to forget it all at once is too deep as well
        deep = deep.pop("a")


def test_long_and_odd_keys_in_a_place() -> None:
    body = {"messages": {"odd key": [{"x" * 1000: b""}]}}
    with pytest.raises(TypeError, match=re.escape("`messages['odd key'][0]['xxx")) as caught:
        openapi_dumps(body)
    assert len(str(caught.value)) < 300


def test_errors_of_generators_are_those_of_the_caller() -> None:
    def blocks() -> Any:
        yield {"type": "text"}
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        transform_body({"messages": [{"content": blocks()}]})


# -- sending again --------------------------------------------------------------------------------


def _messages() -> Any:
    blocks = ({"type": "text", "text": text} for text in "ab")
    return [{"role": "user", "content": blocks}, Block(type="text", text=1e-7)]


async def test_what_is_used_up_is_sent_again(
    connect: Any, async_connect: Any, server: Any, no_waiting: Any
) -> None:
    expected = (
        b'{"messages":[{"role":"user","content":[{"type":"text","text":"a"},'
        b'{"type":"text","text":"b"}]},{"type":"text","text":1e-07}]}'
    )
    failures = [httpx.Response(500), httpx.ConnectError("no"), httpx.Response(200, json={})]
    mock = server(*failures)
    body = transform_body({"messages": _messages()})
    connect(mock).post("/x", cast_to=object, body=body)
    assert mock.bodies == [expected] * 3
    mock = server(*failures)
    body = transform_body({"messages": _messages()})
    await async_connect(mock).post("/x", cast_to=object, body=body)
    assert mock.bodies == [expected] * 3


def test_the_data_of_the_caller_stays_as_it_is(connect: Any, server: Any) -> None:
    body = {
        "messages": [{"content": [{"type": "text", "when": datetime(2024, 5, 6), "x": (1, 2)}]}],
        "tools": ({"name": "a", "schema": {"x": [Own(text="t")]}},),
    }
    before = copy.deepcopy(body)
    mock = server()
    connect(mock).post("/x", cast_to=object, body=transform_body(body))
    assert body == before
    assert isinstance(body["tools"], tuple)
    assert json.loads(mock.bodies[0])["tools"] == [{"name": "a", "schema": {"x": [{"text": "t"}]}}]


def test_times_with_a_zone() -> None:
    time = datetime(2024, 5, 6, 7, 8, 9, 10, tzinfo=timezone.utc)
    assert openapi_dumps({"a": time}) == b'{"a":"2024-05-06T07:08:09.000010+00:00"}'
