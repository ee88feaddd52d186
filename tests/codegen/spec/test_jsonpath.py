from __future__ import annotations

from typing import List

import pytest

from codegen.spec.jsonpath import PathError, find

DATA = {
    "paths": {
        "/a": {"get": {"tags": ["x", "y"], "id": 1}, "post": {"id": 2, "deprecated": True}},
        "/b": {"get": {"id": 3, "name": "it's", "none": None}},
    },
    "list": [{"name": "one", "in": "query"}, {"name": "two", "in": "header"}, 7],
    "x-wanted": "one",
    "odd key": {"$ref": "#/list"},
}


def pointers(path: str) -> List[str]:
    return ["/" + "/".join(tokens) for tokens in find(path, DATA)]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("$", ["/"]),
        ("$.list", ["/list"]),
        ("$['odd key']['$ref']", ["/odd key/$ref"]),
        ("$['odd key'].$ref", ["/odd key/$ref"]),
        ("$.x-wanted", ["/x-wanted"]),
        ('$.paths["/a"].get.tags[0]', ["/paths//a/get/tags/0"]),
        ("$.list[-1]", ["/list/2"]),
        ("$.list[9]", []),
        ("$.paths.*.get", ["/paths//a/get", "/paths//b/get"]),
        ("$.paths[*][*].id", ["/paths//a/get/id", "/paths//a/post/id", "/paths//b/get/id"]),
        ("$..id", ["/paths//a/get/id", "/paths//a/post/id", "/paths//b/get/id"]),
        ("$..['name']", ["/paths//b/get/name", "/list/0/name", "/list/1/name"]),
        ("$.list[?(@.name == 'two')]", ["/list/1"]),
        ('$.list[?@.name=="two"].in', ["/list/1/in"]),
        ("$.list[?(@.name == 'two' && @.in == 'query')]", []),
        ("$.list[?@ == 7]", ["/list/2"]),
        ("$.paths.*[?(@.deprecated == true)]", ["/paths//a/post"]),
        ("$.paths.*[?(@.id == true)]", []),
        ("$.paths.*[?(@.id != 1)]", ["/paths//a/post", "/paths//b/get"]),
        ("$.paths.*[?(@.none == null)]", ["/paths//b/get"]),
        ("$.nothing.here", []),
    ],
)
def test_selects(path: str, found: List[str]) -> None:
    assert pointers(path) == found


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("paths", "does not start with `$`"),
        ("$paths", "cannot read `paths` at column 2"),
        ("$.paths[", "cannot read `[` at column 8"),
        ("$.paths['a'", "cannot read `['a'` at column 8"),
        ("$.a b", "cannot read ` b` at column 4"),
        ("$.list[?(@.a == 'x]", "column 7"),
        ("$.list[?(@.a == )]", "column 7"),
        ("$.list[?('a')]", "column 7"),
        ("$.", "cannot read `.` at column 2"),
        ("$...a", "column 2"),
        ("$..", "column 2"),
    ],
)
def test_says_from_where_it_cannot_read(path: str, words: str) -> None:
    with pytest.raises(PathError) as raised:
        find(path, DATA)
    assert words in str(raised.value)
