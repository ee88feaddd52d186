"""JSON schemas in the subset that structured outputs accept."""

from __future__ import annotations

import copy
import enum
from typing import Any, Dict, List, Optional

import pydantic
import pytest

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
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"type": "object", "properties": {}, "additionalProperties": False},
    ),
    "an accepted format stays": (
        {"type": "string", "format": "date-time", "title": "When"},
        {"type": "string", "title": "When", "format": "date-time"},
    ),
    "another format is described": (
        {"type": "string", "format": "binary"},
        {"type": "string", "description": "{format: binary}"},
    ),
    "constraints are described after the description": (
        {"type": "integer", "description": "An age.", "minimum": 0, "maximum": 150},
        {"type": "integer", "description": "An age.\n\n{minimum: 0, maximum: 150}"},
    ),
    "enum, const and default are described": (
        {"type": "string", "enum": ["a", "b"], "default": "a"},
        {"type": "string", "description": "{enum: ['a', 'b'], default: a}"},
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
            "description": "{minItems: 2, maxItems: 3}",
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


def test_a_model_class_gives_its_schema() -> None:
    schema = transform_schema(Order)

    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["items"]
    assert schema["properties"]["items"]["items"] == {"$ref": "#/$defs/Item"}
    item: Dict[str, Any] = schema["$defs"]["Item"]
    assert item["required"] == ["name", "color"]
    assert "['red']" in schema["$defs"]["Color"]["description"]
