"""JSON schemas in the subset that structured outputs accept."""

from __future__ import annotations

import copy
import dataclasses
import enum
from typing import Any, Dict, List, Optional

import pydantic
import pytest

from anthropic import Anthropic
from anthropic.lib._parse._transform import transform_schema

CASES = {
    "a reference drops its siblings": (
        {"$ref": "#/$defs/Order", "description": "lost"},
        {"$ref": "#/$defs/Order"},
    ),
    "a recursive root keeps its definitions": (
        {
            "$ref": "#/$defs/Node",
            "$defs": {"Node": {"type": "object", "properties": {"next": {"$ref": "#/$defs/Node"}}}},
        },
        {
            "$ref": "#/$defs/Node",
            "$defs": {
                "Node": {
                    "type": "object",
                    "properties": {"next": {"$ref": "#/$defs/Node"}},
                    "additionalProperties": False,
                }
            },
        },
    ),
    "an object is closed": (
        {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]},
        {
            "type": "object",
            "properties": {"a": {"type": "integer"}},
            "additionalProperties": False,
            "required": ["a"],
        },
    ),
    "an object without properties gets none": (
        {"type": "object"},
        {"type": "object", "properties": {}, "additionalProperties": False},
    ),
    "an open object with properties is closed": (
        {"type": "object", "properties": {"a": {"type": "null"}}, "additionalProperties": True},
        {"type": "object", "properties": {"a": {"type": "null"}}, "additionalProperties": False},
    ),
    "an accepted format stays": (
        {"type": "string", "format": "date-time", "title": "When"},
        {"type": "string", "title": "When", "format": "date-time"},
    ),
    "another format is described": (
        {"type": "string", "format": "binary"},
        {"type": "string", "description": "{format: binary}"},
    ),
    "another format is described last": (
        {"type": "string", "format": "binary", "maxLength": 5},
        {"type": "string", "description": "{maxLength: 5, format: binary}"},
    ),
    "a format that is no name is described": (
        {"type": "string", "format": ["date"]},
        {"type": "string", "description": "{format: ['date']}"},
    ),
    "a format of what is no text is described": (
        {"type": "integer", "format": "date", "minItems": 1},
        {"type": "integer", "description": "{format: date, minItems: 1}"},
    ),
    "constraints are described after the description": (
        {"type": "integer", "description": "An age.", "minimum": 0, "maximum": 150},
        {"type": "integer", "description": "An age.\n\n{minimum: 0, maximum: 150}"},
    ),
    "a default is described": (
        {"type": "string", "default": "a"},
        {"type": "string", "description": "{default: a}"},
    ),
    "enum stays": (
        {"type": "string", "enum": ["a", "b"], "title": "Kind"},
        {"type": "string", "enum": ["a", "b"], "title": "Kind"},
    ),
    "const stays": ({"type": "boolean", "const": True}, {"type": "boolean", "const": True}),
    "enum without a type gets the one of its values": (
        {"enum": [1, 2]},
        {"type": "integer", "enum": [1, 2]},
    ),
    "const without a type gets that of its value": (
        {"const": None, "title": "Nothing"},
        {"type": "null", "const": None, "title": "Nothing"},
    ),
    "enum of several types becomes a choice": (
        {"enum": [1, "a", None, True, "b", 2.5], "title": "Mixed"},
        {
            "anyOf": [
                {"type": "string", "enum": ["a", "b"]},
                {"type": "boolean", "enum": [True]},
                {"type": "integer", "enum": [1]},
                {"type": "number", "enum": [2.5]},
                {"type": "null", "enum": [None]},
            ],
            "title": "Mixed",
        },
    ),
    "values that are no scalars are described": (
        {"type": "array", "enum": [[1, 2]]},
        {"type": "array", "description": "{enum: [[1, 2]]}"},
    ),
    "minItems of one stays": (
        {"type": "array", "items": {"type": "null"}, "minItems": 1},
        {"type": "array", "items": {"type": "null"}, "minItems": 1},
    ),
    "minItems of two is described": (
        {"type": "array", "items": {"type": "boolean"}, "minItems": 2, "maxItems": 3},
        {
            "type": "array",
            "items": {"type": "boolean"},
            "description": "{maxItems: 3, minItems: 2}",
        },
    ),
    "anyOf is walked": (
        {"anyOf": [{"type": "string", "minLength": 1}, {"type": "null"}], "title": "Name"},
        {
            "anyOf": [{"type": "string", "description": "{minLength: 1}"}, {"type": "null"}],
            "title": "Name",
        },
    ),
    "oneOf is sent as anyOf": (
        {"oneOf": [{"type": "string"}], "discriminator": {"propertyName": "kind"}},
        {
            "anyOf": [{"type": "string"}],
            "description": "{discriminator: {'propertyName': 'kind'}}",
        },
    ),
    "allOf is walked": (
        {"allOf": [{"type": "object"}]},
        {"allOf": [{"type": "object", "properties": {}, "additionalProperties": False}]},
    ),
    "minItems of none stays": ({"type": "array", "minItems": 0}, {"type": "array", "minItems": 0}),
    "anyOf comes before oneOf": (
        {"oneOf": [{"type": "null"}], "anyOf": [{"type": "string"}]},
        {"anyOf": [{"type": "string"}], "description": "{oneOf: [{'type': 'null'}]}"},
    ),
    "oneOf comes before allOf": (
        {"allOf": [{"type": "null"}], "oneOf": [{"type": "string"}], "description": "Few."},
        {"anyOf": [{"type": "string"}], "description": "Few.\n\n{allOf: [{'type': 'null'}]}"},
    ),
    "a type beside anyOf is not sent, but its keywords are": (
        {"type": "object", "anyOf": [{"type": "null"}], "required": ["a"]},
        {
            "anyOf": [{"type": "null"}],
            "properties": {},
            "additionalProperties": False,
            "required": ["a"],
        },
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_table(name: str) -> None:
    source, expected = CASES[name]
    before = copy.deepcopy(source)

    result = transform_schema(source)

    assert result == expected
    assert source == before, "the input must not change"


@pytest.mark.parametrize(
    "accepted",
    "date-time time date duration email hostname uri ipv4 ipv6 uuid".split(),
)
def test_formats_that_stay(accepted: str) -> None:
    source = {"type": "string", "format": accepted}
    assert transform_schema(source) == source


@pytest.mark.parametrize("kind", ["boolean", "integer", "number", "null"])
def test_types_that_stay_as_they_are(kind: str) -> None:
    assert transform_schema({"type": kind, "title": "T"}) == {"type": kind, "title": "T"}


def test_keywords_come_in_a_fixed_order() -> None:
    source = {
        "minimum": 1,
        "title": "T",
        "description": "d",
        "type": "object",
        "required": ["a"],
        "properties": {},
        "$defs": {"X": {"type": "null"}},
    }
    assert list(transform_schema({**source, "oneOf": [{"type": "null"}]})) == [
        "$defs",
        "anyOf",
        "description",
        "title",
        "properties",
        "additionalProperties",
        "required",
    ]
    assert list(transform_schema(source)) == [
        "$defs",
        "type",
        "description",
        "title",
        "properties",
        "additionalProperties",
        "required",
    ]


def test_a_schema_needs_a_type_or_a_combinator() -> None:
    with pytest.raises(ValueError, match="Schema must have a 'type', 'anyOf', 'oneOf', or 'allOf'"):
        transform_schema({"properties": {}})


@pytest.mark.parametrize("kind", ["text", ["string", "null"]])
def test_other_types_are_refused(kind: Any) -> None:
    with pytest.raises(AssertionError):
        transform_schema({"type": kind})


class Color(str, enum.Enum):
    red = "red"


class Item(pydantic.BaseModel):
    name: str
    color: Color


class Order(pydantic.BaseModel):
    items: List[Item]
    note: Optional[str] = None


@dataclasses.dataclass
class Point:
    x: int


@pytest.mark.parametrize("value", [3, "Order", None, [Order], Order(items=[]), Point(1)])
def test_a_value_is_no_type(value: Any) -> None:
    with pytest.raises(TypeError, match=f"must be a type.* of the type `{type(value).__name__}`"):
        transform_schema(value)


def test_the_class_of_an_instance_is_the_way_out() -> None:
    with pytest.raises(TypeError, match="Pass the class `Order` itself"):
        Anthropic(api_key="k").messages.parse(
            model="m", max_tokens=5, messages=[], output_format=Order(items=[])
        )


@pytest.mark.parametrize("part", [{"properties": 3}, {"properties": {}, "$defs": ["a"]}])
def test_schemas_stand_under_names(part: Any) -> None:
    with pytest.raises(TypeError, match=r"must be a dict of names and their schemas"):
        transform_schema({"type": "object", **part})


def test_an_enum_that_is_no_list_is_told_in_words() -> None:
    transformed = transform_schema({"type": "string", "enum": 3})
    assert transformed == {"type": "string", "description": "{enum: 3}"}


def test_a_model_class_gives_its_schema() -> None:
    schema = transform_schema(Order)

    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["items"]
    assert schema["properties"]["items"]["items"] == {"$ref": "#/$defs/Item"}
    item: Dict[str, Any] = schema["$defs"]["Item"]
    assert item["required"] == ["name", "color"]
    color = schema["$defs"]["Color"]
    assert color["enum" if "enum" in color else "const"] in (["red"], "red")


FREE_KEYS = {
    "a dict": ({"type": "object", "additionalProperties": {"type": "integer"}}, "schema"),
    "by patterns": ({"type": "object", "patternProperties": {"^x": {"type": "null"}}}, "schema"),
    "in a field": (
        {
            "title": "Order",
            "type": "object",
            "properties": {
                "items": {
                    "type": "array",
                    "items": {"anyOf": [{"type": "object", "additionalProperties": True}]},
                }
            },
        },
        "Order.items[]",
    ),
    "in a definition": (
        {
            "$ref": "#/$defs/Node",
            "$defs": {
                "Node": {
                    "type": "object",
                    "properties": {"meta": {"type": "object", "additionalProperties": {}}},
                }
            },
        },
        "Node.meta",
    ),
}


@pytest.mark.parametrize("name", FREE_KEYS)
def test_free_keys_are_refused_by_name(name: str) -> None:
    source, place = FREE_KEYS[name]

    with pytest.raises(TypeError) as caught:
        transform_schema(source)

    assert f"`{place}`" in str(caught.value)
    assert "strict_schema=False" in str(caught.value)


def test_free_keys_are_closed_if_asked_for() -> None:
    source = FREE_KEYS["in a definition"][0]

    schema = transform_schema(source, strict_schema=False)

    assert schema["$defs"]["Node"]["properties"]["meta"] == {
        "type": "object",
        "properties": {},
        "additionalProperties": False,
    }


@pytest.mark.parametrize("anything", [{}, {"title": "Data"}, True])
def test_a_part_that_may_be_anything_is_refused_by_name(anything: Any) -> None:
    source = {"title": "Order", "type": "object", "properties": {"data": anything}}

    with pytest.raises(TypeError, match=r"`Order\.data` may hold any value"):
        transform_schema(source)
