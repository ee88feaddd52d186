"""Query strings."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest

from anthropic import _qs
from anthropic._qs import Querystring


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({}, ""),
        ({"a": {}}, ""),
        ({"a": {"b": None}}, ""),
        ({"a": None, "b": ""}, ""),
        ({"a": True, "b": False}, "a=true&b=false"),
        ({"a": 1, "b": 1.5, "c": "x y&z"}, "a=1&b=1.5&c=x+y%26z"),
    ],
)
def test_simple_values(params: Any, expected: str) -> None:
    assert _qs.stringify(params) == expected


@pytest.mark.parametrize(
    ("nested", "expected"),
    [("brackets", "a[b]=1&a[c][d]=2"), ("dots", "a.b=1&a.c.d=2")],
)
def test_nesting(nested: Any, expected: str) -> None:
    params = {"a": {"b": 1, "c": {"d": 2}}}
    assert unquote(Querystring(nested_format=nested).stringify(params)) == expected
    assert unquote(Querystring().stringify(params, nested_format=nested)) == expected


@pytest.mark.parametrize(
    ("arrays", "expected"),
    [
        ("comma", "a=1,true,x&b[c]=2"),
        ("repeat", "a=1&a=true&a=x&b[c]=2"),
        ("brackets", "a[]=1&a[]=true&a[]=x&b[c][]=2"),
    ],
)
def test_arrays(arrays: Any, expected: str) -> None:
    params = {"a": [1, True, None, "x"], "b": {"c": [2]}}
    assert unquote(Querystring(array_format=arrays).stringify(params)) == expected
    assert unquote(_qs.stringify(params, array_format=arrays)) == expected


def test_styles_of_those_who_name_none() -> None:
    params = {"a": [1, True], "b": {"c": 1}}
    written = "a=1&a=true&b[c]=1"
    assert unquote(Querystring().stringify(params)) == unquote(_qs.stringify(params)) == written
    pairs = [("a", "1"), ("a", "true"), ("b[c]", "1")]
    assert Querystring().stringify_items(params) == _qs.stringify_items(params) == pairs


def test_a_style_for_once() -> None:
    commas = Querystring(array_format="comma", nested_format="dots")
    params = {"a": [1, None, 2], "b": {"c": 1}}
    assert commas.stringify_items(params) == [("a", "1,2"), ("b.c", "1")]
    once = commas.stringify_items(params, array_format="brackets", nested_format="brackets")
    assert once == [("a[]", "1"), ("a[]", "2"), ("b[c]", "1")]
    assert commas.parse("a=1&a=2") == {"a": ["1", "2"]}


def test_empty_arrays() -> None:
    assert _qs.stringify({"a": []}, array_format="comma") == "a="
    assert _qs.stringify({"a": []}, array_format="repeat") == ""


def test_arrays_of_mappings() -> None:
    params = {"a": [{"b": 1}, {"b": 2}]}
    assert unquote(_qs.stringify(params, array_format="brackets")) == "a[][b]=1&a[][b]=2"


def test_formats_that_do_not_exist() -> None:
    with pytest.raises(NotImplementedError, match="indices"):
        _qs.stringify({"a": [1]}, array_format="indices")
    message = "Unknown array_format value: foo, choose from comma, repeat, indices, brackets"
    with pytest.raises(NotImplementedError, match=message):
        _qs.stringify({"a": [1]}, array_format="foo")  # type: ignore[arg-type]


def test_reading() -> None:
    assert _qs.parse("a=1&a=2&b=x%20y") == {"a": ["1", "2"], "b": ["x y"]}
