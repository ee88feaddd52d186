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
        ("$.list[0, 2]", ["/list/0", "/list/2"]),
        ("$.paths['/a','/b'].get", ["/paths//a/get", "/paths//b/get"]),
        ("$.paths.*.get", ["/paths//a/get", "/paths//b/get"]),
        ("$.paths[*][*].id", ["/paths//a/get/id", "/paths//a/post/id", "/paths//b/get/id"]),
        ("$..id", ["/paths//a/get/id", "/paths//a/post/id", "/paths//b/get/id"]),
        ("$..['name']", ["/paths//b/get/name", "/list/0/name", "/list/1/name"]),
        ("$.list[?(@.name == 'two')]", ["/list/1"]),
        ('$.list[?@.name=="two"].in', ["/list/1/in"]),
        ("$.list[?(@.name == 'two' && @.in == 'query')]", []),
        ("$.list[?(@.name == 'two' || @.in == 'query')]", ["/list/0", "/list/1"]),
        ("$.list[?(!(@.name == 'two') && @.name)]", ["/list/0"]),
        ("$.list[?@.name == $.x-wanted]", ["/list/0"]),
        ("$.list[?@ == 7]", ["/list/2"]),
        ("$.list[?@ > 6.5]", ["/list/2"]),
        ("$.paths.*[?(@.deprecated == true)]", ["/paths//a/post"]),
        ("$.paths.*[?(@.id == true)]", []),
        ("$.paths.*[?(@.id != 1)]", ["/paths//a/post", "/paths//b/get"]),
        ("$.paths.*[?(@.id <= 2)]", ["/paths//a/get", "/paths//a/post"]),
        ("$.paths.*[?(@.none == null)]", ["/paths//b/get"]),
        ("$.paths.*[?(@.name == 'it\\'s')]", ["/paths//b/get"]),
        ("$.paths.*[?(@.tags[0] == 'x')].tags", ["/paths//a/get/tags"]),
        ("$.nothing.here", []),
    ],
)
def test_selects(path: str, found: List[str]) -> None:
    assert pointers(path) == found


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("paths", "column 1: expected `$`"),
        ("$.paths[", "column 9: expected `*`, a quoted name, an index or `?`"),
        ("$.paths['a'", "expected `]`, found the end"),
        ("$.a b", "column 4: expected `.` or `[`, found ` b`"),
        ("$.list[?(@.a == 'x]", "expected a closing quote"),
        ("$.list[?(@.a == )]", "expected `@`, text in quotes or a number"),
        ("$.list[?('a')]", "expected a comparison"),
        ("$.", "expected a name or `*`"),
        ("$['\\q']", "valid escapes"),
    ],
)
def test_says_what_it_expected(path: str, words: str) -> None:
    with pytest.raises(PathError) as raised:
        find(path, DATA)
    assert words in str(raised.value)
