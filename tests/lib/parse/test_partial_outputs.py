"""The typed output of a stream that is still arriving."""

from __future__ import annotations

import dataclasses
import datetime
import json
import warnings
from typing import Any, Dict, Generic, List, Optional, Tuple, TypeVar, Union

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import Literal, TypeAliasType, TypedDict

from anthropic._compat import PYDANTIC_V1
from anthropic.lib._parse._partial import partial_output
from tests.lib.parse.replies import ASK, replying

T = TypeVar("T")


@dataclasses.dataclass
class Point:
    x: int
    y: int = 7


class Address(TypedDict):
    city: str
    zip: int


class Cat(pydantic.BaseModel):
    kind: Literal["cat"]
    lives: int


class Dog(pydantic.BaseModel):
    kind: Literal["dog"]
    tricks: List[str]


class Person(pydantic.BaseModel):
    name: str = pydantic.Field(min_length=5)
    born: Optional[datetime.date] = None
    pets: List[Union[Cat, Dog]] = []
    home: Optional[Address] = None
    points: List[Point] = []
    parent: Optional[Person] = None
    is_member: bool = pydantic.Field(default=False, alias="member")


if PYDANTIC_V1:
    Person.update_forward_refs()


def given_fields(model: Any) -> Dict[str, Any]:
    """The attributes that a partial model has."""
    fields_set = model.__fields_set__ if PYDANTIC_V1 else model.model_fields_set
    assert set(vars(model)) == fields_set
    return dict(vars(model))


# piece by piece, with the fields that are there after each
STEPS: List[Tuple[str, Dict[str, Any]]] = [
    ("{", {}),
    ('"na', {}),
    ('me": ', {}),
    ('"A', {"name": "A"}),
    ("da", {"name": "Ada"}),
    (' L"', {"name": "Ada L"}),
    (', "born": "1815-12', {"name": "Ada L"}),
    ('-10"', {"name": "Ada L", "born": datetime.date(1815, 12, 10)}),
]


def test_fields_appear_when_they_arrive() -> None:
    text = ""
    for piece, expected in STEPS:
        text += piece
        assert given_fields(partial_output(text, Person)) == expected

    partial = partial_output(text, Person)
    assert isinstance(partial, Person)
    assert not hasattr(partial, "pets"), "not even a default is guessed"


@pytest.mark.parametrize(
    "text, expected",
    [
        ('{"is_adult": tr', {}),
        ('{"member": tru', {}),
        ('{"member": true', {"is_member": True}),
        ('{"unknown": {"a": [1', {}),
        ('{"home": {"city": "Ro', {"home": {"city": "Ro"}}),
        ('{"home": {"city": "Rome", "zip": 12', {"home": {"city": "Rome"}}),
        ('{"home": {"city": "Rome", "zip": 12}', {"home": {"city": "Rome", "zip": 12}}),
        ('{"home": null', {"home": None}),
        ('{"points": [{"x": 1}, {', {"points": [Point(1), Point(None, None)]}),  # type: ignore[arg-type]  # not there yet
        ('{"pets": [{"kind": "d', {"pets": []}),
        ('{"name": "no", "born": "soon"', {"name": "no", "born": "soon"}),
    ],
)
def test_unfinished_parts(text: str, expected: Dict[str, Any]) -> None:
    assert given_fields(partial_output(text, Person)) == expected


def test_a_union_shows_when_it_is_decided() -> None:
    partial = partial_output('{"pets": [{"kind": "cat", "lives": 9}, {"kind": "dog", "t', Person)

    assert partial.pets[0] == Cat(kind="cat", lives=9)
    assert isinstance(partial.pets[1], Dog)
    assert given_fields(partial.pets[1]) == {"kind": "dog"}


def test_models_in_models() -> None:
    partial = partial_output('{"parent": {"name": "Annabella", "parent": {"name": "J', Person)

    assert isinstance(partial.parent.parent, Person)
    assert given_fields(partial.parent.parent) == {"name": "J"}


@pytest.mark.parametrize(
    "type_, text, expected",
    [
        (str, '"ab', "ab"),
        (int, "12", None),
        (bool, "fal", None),
        (bool, "true", True),
        (List[int], "[1, 2", [1]),
        (List[int], "[1, 2]", [1, 2]),
        (Tuple[int, str], '[1, "a', (1, "a")),
        (Dict[str, List[int]], '{"a": [1, ', {"a": [1]}),
        (Any, '{"a": [1, "x', {"a": [1, "x"]}),
        (Union[int, str], '"a', "a"),
        (Literal["abc"], '"ab', None),
        (Person, "", None),
        (Person, " ", None),
    ],
)
def test_other_types(type_: Any, text: str, expected: Any) -> None:
    assert partial_output(text, type_) == expected


def test_text_that_is_no_json() -> None:
    with pytest.raises(ValueError):
        partial_output("I cannot", Person)


if not PYDANTIC_V1:

    class Names(pydantic.RootModel[List[str]]):
        pass

    class Tree(pydantic.BaseModel, Generic[T]):
        value: T
        branches: List[Tree[T]] = []
        parent: Optional[Tree[T]] = None

    Json = TypeAliasType("Json", "Union[int, str, List[Json], Tree[int]]")

    def test_generic_models_that_refer_to_themselves() -> None:
        text = '{"value": 1, "branches": [{"value": 2}, {"value": 3, "branches": [{"value": 4'
        partial = partial_output(text, Tree[int])

        assert isinstance(partial, Tree) and type(partial) is Tree[int]
        assert partial.branches[0] == Tree[int](value=2)
        assert type(partial.branches[1].branches[0]) is Tree[int]
        assert given_fields(partial.branches[1].branches[0]) == {}

    def test_aliases_that_refer_to_themselves() -> None:
        assert partial_output('[1, ["a", ["b', Json) == [1, ["a", ["b"]]]
        partial = partial_output('[{"value": 1, "branches": [{"value": 2}', List[Json])
        assert partial[0].branches == [Tree[int](value=2)]

    def test_root_models() -> None:
        assert partial_output('["a", "b', Names).root == ["a", "b"]
        assert partial_output('["a", "b"]', Names) == Names(["a", "b"])
        assert partial_output('["a", "b', Union[Names, int]).root == ["a", "b"]


PEOPLE = st.fixed_dictionaries(
    {"name": st.text(min_size=5, max_size=9)},
    optional={
        "born": st.dates().map(str),
        "pets": st.lists(
            st.one_of(
                st.fixed_dictionaries({"kind": st.just("cat"), "lives": st.integers(0, 999)}),
                st.fixed_dictionaries({"kind": st.just("dog"), "tricks": st.lists(st.text())}),
            ),
            max_size=3,
        ),
        "home": st.fixed_dictionaries({"city": st.text(), "zip": st.integers()}),
        "points": st.lists(
            st.fixed_dictionaries({"x": st.integers()}, optional={"y": st.integers()}), max_size=2
        ),
        "member": st.booleans(),
    },
)


@settings(max_examples=40, deadline=None)
@given(PEOPLE, st.booleans())
def test_every_beginning_of_a_text(value: Dict[str, Any], ascii_only: bool) -> None:
    """Nothing is shown that the whole does not have; what is shown only grows."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    whole = partial_output(text, Person)
    seen: Dict[str, Any] = {}
    for end in range(1, len(text)):
        shown = given_fields(partial_output(text[:end], Person))
        assert set(seen) <= set(shown)
        for name, part in shown.items():
            assert_within(part, getattr(whole, name))
        seen = shown
    assert whole == Person(**value)


def assert_within(part: Any, whole: Any) -> None:
    """What arrived of a value is a beginning of it."""
    if isinstance(part, str):
        assert whole.startswith(part)
    elif isinstance(part, list):
        for index, item in enumerate(part):
            assert_within(item, whole[index])
    elif isinstance(part, dict):
        for key, item in part.items():
            assert_within(item, whole[key])
    elif isinstance(part, (pydantic.BaseModel, Point)):
        assert type(part) is type(whole)
        for name, item in vars(part).items():
            if not (isinstance(part, Point) and item is None):
                assert_within(item, getattr(whole, name))
    else:
        assert part == whole


@pytest.mark.parametrize("beta", [False, True])
async def test_streams_show_what_has_arrived(beta: bool) -> None:
    server = replying('{"name": "Ada L", "member": true}', piece=4)
    client: Any = server.client()
    async_client: Any = server.async_client()
    shown: List[Any] = []
    async_shown: List[Any] = []

    def messages(of: Any) -> Any:
        return of.beta.messages if beta else of.messages

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        with messages(client).stream(output_format=Person, **ASK) as stream:
            assert stream.parsed_snapshot() is None
            for event in stream:
                if event.type == "text":
                    assert json.dumps(event.parsed_snapshot())
                    shown.append(stream.parsed_snapshot())
        async with messages(async_client).stream(output_format=Person, **ASK) as async_stream:
            assert async_stream.parsed_snapshot() is None
            async for event in async_stream:
                if event.type == "text":
                    async_shown.append(async_stream.parsed_snapshot())

    assert [given_fields(partial) for partial in shown[:4]] == [
        {},
        {},
        {"name": "Ad"},
        {"name": "Ada L"},
    ]
    assert shown == async_shown
    assert shown[-1] == Person(name="Ada L", member=True)
    assert stream.parsed_snapshot() is stream.get_final_message().parsed_output


def test_streams_without_a_type_show_nothing() -> None:
    with replying('{"name": "Ada"}').client().messages.stream(**ASK) as stream:
        stream.until_done()
        assert stream.parsed_snapshot() is None
