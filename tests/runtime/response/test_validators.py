"""The fast way from JSON to models gives what the slow way gives, or nothing."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional, Union

import pydantic
import pytest
from hypothesis import given
from typing_extensions import Annotated, Literal

from anthropic._compat import PYDANTIC_V1
from anthropic._construct import UNFIT
from anthropic._models import BaseModel, construct_type
from anthropic._validators import agrees, always_holds, construct_json, validate_json
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
)
from tests.runtime.response.test_construct import odd_messages, valid_messages

TYPES: List[Any] = [Message, Block, List[Block], Dict[str, Message], Optional[Usage], Event, object]


def same(one: Any, other: Any) -> bool:
    """Equal to the last field, its type, and what counts as set."""
    if type(one) is not type(other):
        return False
    if isinstance(one, BaseModel):
        return one.model_fields_set == other.model_fields_set and same(
            dict(one.__dict__, **(getattr(one, "model_extra", None) or {})),
            dict(other.__dict__, **(getattr(other, "model_extra", None) or {})),
        )
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other) or one != one


@given(odd_messages | valid_messages)
def test_fast_equals_slow(value: Any) -> None:
    for type_ in TYPES:
        for data in (value, [value], {"a": value}, {"type": "message_start", "message": value}):
            text = json.dumps(data)
            slow = construct_type(value=json.loads(text), type_=type_)
            fast = validate_json(text, type_)
            assert fast is UNFIT or same(fast, slow)
            assert same(construct_json(text.encode(), type_), slow)


def test_valid_data_goes_the_fast_way() -> None:
    event = {"type": "message_start", "message": MESSAGE}
    for data, type_ in ((MESSAGE, Message), (event, Event)):
        # pydantic 1 has no fast way
        assert (validate_json(encoded(data), type_) is UNFIT) is PYDANTIC_V1


def test_what_is_no_json_is_said_by_the_json_module() -> None:
    with pytest.raises(json.JSONDecodeError):
        construct_json(b"{", Message)
    assert validate_json(b"{", Message) is UNFIT


class Aliased(BaseModel):
    own: int = pydantic.Field(alias="api")


class Nullable(BaseModel):
    note: Optional[str] = "x"


class Loud(BaseModel):
    name: str

    if not PYDANTIC_V1:

        @pydantic.field_validator("name")
        @classmethod
        def shout(cls, value: str) -> str:
            return value.upper()


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


class Unnamed(BaseModel):
    value: int


class OtherUnnamed(BaseModel):
    value: int


class Optionally(BaseModel):
    type: Optional[Literal["optionally"]] = None


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (Message, True),
        (Block, True),
        (Event, True),
        (Aliased, True),
        (Tree, True),
        (Dict[str, List[Message]], True),
        (Union[str, List[Text]], True),
        (Union[Text, Thinking, None], True),
        (object, True),
        (Measured, False),
        (Nullable, False),
        (Loud, False),
        (Bounded, False),
        (float, False),
        (pydantic.BaseModel, False),
        (Dict[int, str], False),
        (Union[Unnamed, OtherUnnamed], False),
        (Union[Text, Optionally], False),
        (Union[Text, Dict[str, object]], False),
        (Union[List[Text], List[Thinking]], False),
        (Union[int, object], False),
        (List[Annotated[str, pydantic.Field(max_length=3)]], False),
    ],
)
def test_which_types_go_the_fast_way(type_: Any, expected: bool) -> None:
    assert agrees(type_) is (expected and not PYDANTIC_V1)


def test_a_class_that_builds_itself_goes_the_slow_way() -> None:
    assert validate_json(b'{"name": "a"}', Built) is UNFIT


def test_always_holds() -> None:
    assert always_holds(Event, "type") is not PYDANTIC_V1
    assert always_holds(Aliased, "api") is not PYDANTIC_V1
    assert not always_holds(Aliased, "own")
    assert not always_holds(Union[Text, Optionally], "type")
    assert not always_holds(object, "type")
