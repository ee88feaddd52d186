"""The checker finds what is wrong and where; samples fit the schema that they are made for."""

from __future__ import annotations

import re
from typing import Any, Dict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anthropic.testing._patterns import matching_text
from anthropic.testing._samples import sample
from anthropic.testing._schema import Checker, describe

SHAPES: Dict[str, Any] = {
    "$defs": {
        "circle": {
            "type": "object",
            "properties": {"type": {"const": "circle"}, "radius": {"type": "number", "minimum": 0}},
            "required": ["type", "radius"],
            "additionalProperties": False,
        },
        "square": {
            "type": "object",
            "properties": {"type": {"enum": ["square", "box"]}, "side": {"type": "integer"}},
            "required": ["type", "side"],
        },
        "group": {
            "type": "object",
            "properties": {
                "type": {"anyOf": [{"const": "group"}, {"type": "null"}]},
                "parts": {"type": "array", "items": {"$ref": "#/$defs/shape"}, "minItems": 1},
            },
            "required": ["parts"],
        },
        "round": {"oneOf": [{"$ref": "#/$defs/circle"}]},
        "shape": {
            "anyOf": [
                {"$ref": "#/$defs/round"},
                {"$ref": "#/$defs/square"},
                {"$ref": "#/$defs/group"},
                {"type": "string"},
            ]
        },
    }
}


def said(value: Any, schema: Any, document: Any = None) -> str:
    return describe(Checker(document or SHAPES).problems(value, schema))


@pytest.mark.parametrize(
    ("value", "schema", "message"),
    [
        (1, {"type": "string"}, "Input should be a valid string"),
        (True, {"type": "integer"}, "Input should be a valid integer"),
        (1.5, {"type": "integer"}, "Input should be a valid integer"),
        (1.0, {"type": "integer"}, ""),
        (1, {"type": "number"}, ""),
        ("x", {"type": ["integer", "null"]}, "Input should be a valid integer"),
        (None, {"type": ["integer", "null"]}, ""),
        (1, {"type": "null"}, "Input should be null"),
        ([], {"type": "object"}, "Input should be an object"),
        ("c", {"enum": ["a", "b"]}, "Input should be 'a' or 'b'"),
        (1, {"const": True}, "Input should be True"),
        (2, {"minimum": 3}, "Input should be greater than or equal to 3"),
        (3, {"exclusiveMinimum": 3}, "Input should be greater than 3"),
        (4, {"maximum": 3}, "Input should be less than or equal to 3"),
        (3, {"exclusiveMaximum": 3}, "Input should be less than 3"),
        (0.3, {"multipleOf": 0.1}, ""),
        (5, {"multipleOf": 2}, "Input should be a multiple of 2"),
        ("", {"minLength": 1}, "String should have at least 1 character"),
        ("abc", {"maxLength": 2}, "String should have at most 2 characters"),
        ("a", {"pattern": "^b"}, "String should match pattern '^b'"),
        ("today", {"format": "date-time"}, "Input should be a valid datetime"),
        ("2026-01-01T00:00:00Z", {"format": "date-time"}, ""),
        ("x", {"format": "date"}, "Input should be a valid date"),
        ([], {"minItems": 1}, "List should have at least 1 item after validation, not 0"),
        ([1, 2], {"maxItems": 1}, "List should have at most 1 item after validation, not 2"),
        ([1, 1], {"uniqueItems": True}, "List should have no repeated items"),
        ([1, True], {"uniqueItems": True}, ""),
        ([1, "a"], {"prefixItems": [{"type": "integer"}], "items": False}, "1: Extra inputs"),
        ({"a": 1}, {"additionalProperties": {"type": "string"}}, "a: Input should be a valid"),
        ({}, {"minProperties": 1}, "Object should have at least 1 keys"),
        ({"a": 1}, {"allOf": [{"required": ["b"]}]}, "b: Field required"),
        (1, {"anyOf": [{"type": "string"}, {"type": "null"}]}, "Input should be a valid string"),
        ("c", {"anyOf": [{"const": "a"}, {"const": "b"}]}, "Input should be 'a' or 'b'"),
        ("c", {"anyOf": [{"enum": ["a"]}, {"type": "string"}]}, ""),
        (1, False, "Extra inputs are not permitted"),
        (1, True, ""),
        (None, {"type": "string", "nullable": True}, ""),
    ],
)
def test_messages(value: Any, schema: Any, message: str) -> None:
    found = said(value, schema)
    assert found.startswith(message) and bool(found) == bool(message)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("any text", ""),
        ({"type": "circle", "radius": 1}, ""),
        ({"type": "box", "side": 1}, ""),
        ({"parts": ["x"]}, ""),
        ({"type": None, "parts": ["x"]}, ""),
        ({"type": "circle", "radius": -1}, "circle.radius: Input should be greater"),
        ({"type": "circle", "radius": 1, "x": 1}, "circle.x: Extra inputs are not permitted"),
        ({"type": "box"}, "box.side: Field required"),
        ({"type": "group", "parts": [{"type": "circle"}]}, "group.parts.0.circle.radius: Field"),
        ({"type": "star"}, "Input tag 'star' found using 'type' does not match any of the"),
        (1, "Input should be an object or a valid string"),
        ({"radius": 1}, "group.parts: Field required"),
    ],
)
def test_unions_speak_of_the_variant_that_was_meant(value: Any, message: str) -> None:
    found = said(value, {"$ref": "#/$defs/shape"})
    assert found.startswith(message) and bool(found) == bool(message)


def test_references_that_lead_nowhere() -> None:
    with pytest.raises(ValueError, match="points to nothing"):
        said(1, {"$ref": "#/$defs/none"})
    loop = {"$defs": {"a": {"$ref": "#/$defs/a"}}}
    with pytest.raises(ValueError, match="leads back to itself"):
        said(1, {"$ref": "#/$defs/a"}, loop)


def test_many_problems_are_cut_short() -> None:
    value = {f"k{number}": 1 for number in range(9)}
    assert said(value, {"additionalProperties": False}).endswith("; and 4 more")


@pytest.mark.parametrize(
    "pattern",
    [
        r"^[a-z]{3}-\d+$",
        r"^\d{4}-\d{2}$",
        r"(foo|bar)+",
        r"^[^abc]x?$",
        r"^\w+@\w+\.com$",
        r"^(a)\1$",
        r"^[\s\S]{2,}$",
        r"^\D\S\W$",
        r"^[^\d\s]$",
        r"^.+?\b",
    ],
)
def test_texts_for_patterns(pattern: str) -> None:
    text = matching_text(pattern)
    assert text is not None and re.search(pattern, text)


def test_patterns_that_are_too_much() -> None:
    assert matching_text("(") is None
    assert matching_text("^(?=a)b") is None


def schemas() -> st.SearchStrategy[Dict[str, Any]]:
    texts = st.builds(
        lambda least, more: {"type": "string", "minLength": least, "maxLength": least + more},
        st.integers(0, 30),
        st.integers(0, 30),
    )
    integers = st.builds(
        lambda low, more: {"type": "integer", "minimum": low, "maximum": low + more},
        st.integers(-1000, 1000),
        st.integers(0, 1000),
    )
    scalars = st.one_of(
        texts,
        integers,
        st.sampled_from(
            [
                {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
                {"type": "integer", "exclusiveMinimum": -4, "exclusiveMaximum": -2},
                {"type": "integer", "multipleOf": 7, "minimum": 10},
                {"type": "string", "format": "date-time"},
                {"type": "string", "format": "date"},
                {"type": "string", "pattern": "^[A-Z]{2}\\d{3}$"},
                {"type": ["string", "null"]},
                {"type": "boolean"},
                {"type": "null"},
                {"enum": ["red", "green", 3]},
                {"const": "fixed"},
                {},
            ]
        ),
    )

    def compound(inner: st.SearchStrategy[Dict[str, Any]]) -> st.SearchStrategy[Dict[str, Any]]:
        objects = st.dictionaries(st.sampled_from("abcdef"), inner, max_size=4).map(
            lambda found: {
                "type": "object",
                "properties": found,
                "required": sorted(found)[:2],
                "additionalProperties": False,
            }
        )
        arrays = st.builds(
            lambda item, least: {"type": "array", "items": item, "minItems": least},
            inner,
            st.integers(0, 3),
        )
        unions = st.lists(inner, min_size=1, max_size=3).map(lambda found: {"anyOf": found})
        return st.one_of(objects, arrays, unions)

    return st.recursive(scalars, compound, max_leaves=8)


@pytest.mark.exhaustive
@settings(max_examples=150, deadline=None)
@given(schema=schemas(), prompt=st.text(max_size=60), everything=st.booleans())
def test_samples_fit(schema: Dict[str, Any], prompt: str, everything: bool) -> None:
    value = sample(schema, prompt, everything=everything)
    assert Checker(schema).problems(value, schema) == []


@pytest.mark.parametrize(
    ("name", "schema", "prompt", "expected"),
    [
        ("city", {"type": "string"}, "How warm is it in New York now?", "New York"),
        ("city", {"type": "string"}, "is it warm in san francisco?", "san francisco"),
        ("query", {"type": "string"}, "find cheap flights", "find cheap flights"),
        ("title", {"type": "string"}, 'Call it "Blue Moon" please', "Blue Moon"),
        ("count", {"type": "integer"}, "I want 3 apples and 4.5 pears", 3),
        ("weight", {"type": "number"}, "It weighs 4.5 kilos", 4.5),
        ("url", {"type": "string"}, "Open https://example.com/x", "https://example.com/x"),
        ("email", {"type": "string"}, "Write to a.b@example.com", "a.b@example.com"),
        ("day", {"type": "string"}, "On 2026-03-04, maybe", "2026-03-04"),
        ("expression", {"type": "string"}, "What is 12 * (3 + 4)?", "12 * (3 + 4)"),
        ("unit", {"enum": ["mm", "cm"]}, "in cm", "cm"),
        ("level", {"enum": ["low", "high"], "default": "high"}, "whatever", "high"),
    ],
)
def test_samples_take_words_from_the_prompt(
    name: str, schema: Dict[str, Any], prompt: str, expected: Any
) -> None:
    whole = {"type": "object", "properties": {name: schema}, "required": [name]}
    assert sample(whole, prompt) == {name: expected}


def test_recursive_schemas_end() -> None:
    tree: Dict[str, Any] = {
        "$defs": {
            "node": {
                "type": "object",
                "properties": {
                    "value": {"type": "string"},
                    "next": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]},
                    "children": {"type": "array", "items": {"$ref": "#/$defs/node"}},
                },
                "required": ["value", "next", "children"],
                "additionalProperties": False,
            }
        },
        "$ref": "#/$defs/node",
    }
    value = sample(tree, "Build a tree", everything=True)
    assert Checker(tree).problems(value, tree) == []


def test_all_of_is_merged() -> None:
    schema = {
        "allOf": [
            {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]},
            {"properties": {"b": {"const": "x"}}, "required": ["b"]},
        ]
    }
    assert sample(schema, "7 things") == {"a": 7, "b": "x"}
