"""The compiled way from JSON to models gives what construction in Python gives."""

from __future__ import annotations

import contextlib
import gc
import json
from typing import Any, Callable, Dict, List, Optional, Union

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import Annotated, Literal, TypeAliasType

from anthropic._compat import PYDANTIC_V1
from anthropic._models import BaseModel, construct_type
from anthropic._utils import PropertyInfo
from anthropic._validators import always_holds, construct_json, strict_reader
from tests.runtime.response.support import (
    MESSAGE,
    Block,
    Event,
    Measured,
    Message,
    Text,
    Thinking,
    Usage,
    encoded,
    same,
)
from tests.runtime.response.test_construct import (
    anything,
    odd_measures,
    odd_messages,
    valid_messages,
)

TYPES: List[Any] = [
    Message,
    Measured,
    Block,
    List[Block],
    List[Measured],
    Dict[str, Message],
    Optional[Usage],
    Optional[Measured],
    Event,
    object,
]


@given(odd_messages | valid_messages | odd_measures | anything)
def test_compiled_equals_python(value: Any) -> None:
    for type_ in TYPES:
        for data in (value, [value], {"a": value}, {"type": "message_start", "message": value}):
            text = json.dumps(data)
            expected = construct_type(value=json.loads(text), type_=type_)
            assert same(construct_json(text.encode(), type_), expected)


def fits(read: Callable[[str], Any], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


@given(odd_messages | valid_messages)
def test_what_is_read_strictly_is_what_is_validated(value: Any) -> None:
    for type_ in (Block, Event, Optional[Message], List[Union[Message, str]]):
        for data in (value, [value], {"type": "message_start", "message": value}):
            text = json.dumps(data)
            read = strict_reader(type_)
            if fits(read, text):
                expected: Any = pydantic.TypeAdapter(type_).validate_json(text)
                assert same(read(text), expected)


def test_valid_data_goes_the_compiled_way() -> None:
    event = {"type": "message_start", "message": MESSAGE}
    for data, type_ in ((MESSAGE, Message), (event, Event)):
        assert fits(strict_reader(type_), json.dumps(data)) is not PYDANTIC_V1


def test_what_is_no_json_is_said_by_the_json_module() -> None:
    with pytest.raises(json.JSONDecodeError):
        construct_json(b"{", Message)
    assert not fits(strict_reader(Message), "{")


def test_what_compiled_code_refuses_is_read_all_the_same() -> None:
    text = json.dumps({**MESSAGE, "id": "\ud800"})
    assert construct_json(text, Message).id == "\ud800"


class Aliased(BaseModel):
    own: int = pydantic.Field(alias="api")


class Nullable(BaseModel):
    note: Optional[str] = "x"


class Defaults(BaseModel):
    items: List[int] = []
    count: int = pydantic.Field(default_factory=lambda: 3)
    usage: Usage = Usage(input_tokens=1)


class Loud(BaseModel):
    name: str

    if not PYDANTIC_V1:

        @pydantic.field_validator("name")
        @classmethod
        def shout(cls, value: str) -> str:
            return value.upper()


class Failing(BaseModel):
    name: str

    if not PYDANTIC_V1:

        @pydantic.field_validator("name")
        @classmethod
        def fail(cls, value: str) -> str:
            raise RuntimeError(value)


class Bounded(BaseModel):
    count: Annotated[int, pydantic.Field(gt=3)]


class Built(BaseModel):
    name: str

    @classmethod
    def build(cls, *, response: Any, data: Any) -> Built:
        return cls(name="built")


class Tree(BaseModel):
    name: str
    children: Optional[List[Tree]] = None
    twin: Optional[Tree] = None


class Forest(BaseModel):
    trees: List[Tree]
    by_name: Dict[str, List[Tree]]


class Unnamed(BaseModel):
    value: int


class OtherUnnamed(BaseModel):
    value: int


class Optionally(BaseModel):
    type: Optional[Literal["optionally"]] = None


class Renamed(BaseModel):
    kind: Literal["renamed"] = pydantic.Field(alias="type")


class AlsoRenamed(BaseModel):
    kind: Literal["also"] = pydantic.Field(alias="type")


Json: Any = TypeAliasType("Json", Union[str, List["Json"]])

TREE = {"name": "a", "children": [{"name": "b", "twin": {"name": 5}}], "later": 1}


@pytest.mark.parametrize(
    "type_",
    [
        Aliased,
        Nullable,
        Defaults,
        Loud,
        Failing,
        Optional[Loud],
        Optional[Failing],
        Bounded,
        Optional[Bounded],
        Tree,
        Forest,
        Optional[Forest],
        Json,
        float,
        Optional[float],
        Union[float, str],
        Union[float, int],
        Union[bool, int],
        Union[Literal["a"], str],
        Optional[Literal[1, "a"]],
        Dict[int, str],
        Dict[str, object],
        Optional[Dict[str, int]],
        List[Any],
        Union[str, List[Text]],
        Union[Text, Thinking, None],
        Union[Unnamed, OtherUnnamed],
        Union[Text, Optionally],
        Union[Text, Dict[str, object]],
        Union[List[Text], List[Thinking]],
        Union[int, object],
        Union[Renamed, AlsoRenamed],
        Annotated[Union[Renamed, AlsoRenamed], PropertyInfo(discriminator="kind")],
        List[Annotated[str, pydantic.Field(max_length=3)]],
        Optional[Annotated[str, pydantic.Field(max_length=3)]],
        Union[Annotated[str, pydantic.Field(max_length=3)], int],
        List[Optional[Json]],
    ],
)
@settings(max_examples=40)
@given(
    anything
    | st.sampled_from(
        [
            "abcd",
            2**70,
            1e400,
            "2",
            [2**60 + 1],
            TREE,
            [TREE],
            {"name": "loud"},
            {"count": 2},
            {"count": 4, "usage": {"input_tokens": 2, "output_tokens": None}},
            {"trees": [TREE, None], "by_name": {"a": [TREE], "b": {}}},
            {"value": 1},
            {"type": "text", "text": "a"},
            {"type": "renamed", "kind": 1},
            {"type": "also"},
            {"type": "other"},
            {"api": 3, "own": 4},
            {"note": None, "items": None, "count": None},
            {"5": "a"},
            [{"type": "thinking", "thinking": "a"}],
            ["a", ["b", [1]]],
        ]
    )
)
def test_other_types(type_: Any, value: Any) -> None:
    text = json.dumps(value)
    expected = construct_type(value=json.loads(text), type_=type_)
    assert same(construct_json(text, type_), expected)


def test_keys_that_come_twice() -> None:
    text = b'{"input_tokens": 1, "later": 1, "input_tokens": 2, "later": 2}'
    usage = construct_json(text, Usage)
    assert (usage.input_tokens, usage.later) == (2, 2)


class Inner(BaseModel):
    number: int


class Outer(BaseModel):
    inner: Inner
    inners: List[Inner]


def test_classes_that_are_built_keep_to_the_rules() -> None:
    assert Outer(inner=Inner(number=1), inners=[]).to_dict()
    outer = construct_json('{"inner": {"number": "1", "x": 2}, "inners": [{"x": 0}]}', Outer)
    assert (outer.inner.number, outer.inners[0].number) == ("1", None)
    # what nobody has declared does not count as set, except with pydantic 1, which dumps no other
    assert outer.inner.model_fields_set == ({"number", "x"} if PYDANTIC_V1 else {"number"})
    assert outer.to_dict() == {
        "inner": {"number": "1", "x": 2},
        "inners": [{"x": 0}],
    }


def test_a_class_that_builds_itself_is_left_to_do_so() -> None:
    assert not fits(strict_reader(Built), '{"name": "a"}')


def test_always_holds() -> None:
    assert always_holds(Event, "type") is not PYDANTIC_V1
    assert always_holds(Aliased, "api") is not PYDANTIC_V1
    assert not always_holds(Aliased, "own")
    assert not always_holds(Union[Text, Optionally], "type")
    assert not always_holds(object, "type")


def test_times_are_those_of_construction() -> None:
    values = ["2024-10-18T15:30:00Z", "2024-10-18T15:30:00.123456+02:00", "2024-10-18 15:30", 17e8]
    for value in values:
        data = {"ratio": 1, "at": value, "day": "2024-10-18"}
        measured = construct_json(encoded(data), Measured)
        assert repr(measured) == repr(Measured.construct(**data))


@pytest.mark.parametrize("collects", [True, False])
@pytest.mark.parametrize("end", ["]", "", ', "\\ud800"]'])
def test_the_garbage_collector_is_left_as_it_was(collects: bool, end: str) -> None:
    text = "[" + ", ".join('"text"' for _ in range(5_000)) + end
    (gc.enable if collects else gc.disable)()
    try:
        with contextlib.suppress(json.JSONDecodeError):
            assert construct_json(text.encode(), List[str])[0] == "text"
        assert gc.isenabled() is collects
    finally:
        gc.enable()
