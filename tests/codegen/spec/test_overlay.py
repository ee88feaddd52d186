from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Tuple

import pytest

from codegen.diagnostics import Diagnostic, GenerationFailed, Place, Problems
from codegen.spec import Document, apply_overlays, load_document

Write = Callable[..., Path]

API = """\
openapi: 3.1.0
paths:
  /a:
    get:
      summary: A
      parameters:
      - {name: one, in: query}
      - {name: two, in: query}
      - {name: three, in: query}
      tags: [x]
  /b:
    get: {summary: B}
"""
HEAD = "overlay: 1.0.0\ninfo: {title: Fix, version: '1'}\nactions:\n"


@pytest.fixture
def overlaid(write: Write) -> Callable[..., Document]:
    def apply(*overlays: str) -> Document:
        problems = Problems()
        document = load_document(write(API), problems)
        paths = [write(text, f"overlays/{n}.yml") for n, text in enumerate(overlays, start=1)]
        apply_overlays(document, paths, problems)
        return document

    return apply


@pytest.fixture
def refused(overlaid: Callable[..., Document]) -> Callable[..., Tuple[Diagnostic, ...]]:
    def apply(*overlays: str) -> Tuple[Diagnostic, ...]:
        with pytest.raises(GenerationFailed) as raised:
            overlaid(*overlays)
        return raised.value.problems

    return apply


def at(document: Document, *tokens: str) -> Any:
    found, value = document.find(tokens)
    assert found, tokens
    return value


def test_update_merges_mappings_and_lists(overlaid: Callable[..., Document]) -> None:
    document = overlaid(
        HEAD
        + """\
- target: $.paths['/a'].get
  description: The service names it otherwise.
  update:
    summary: Better
    tags: [y]
    x-new: {deep: 1}
"""
    )
    get = at(document, "paths", "/a", "get")
    assert get["summary"] == "Better"
    assert get["tags"] == ["x", "y"]
    assert get["x-new"] == {"deep": 1}
    assert len(get["parameters"]) == 3
    why = "overlays/1.yml:4: The service names it otherwise."
    for tokens in (("summary",), ("tags", "1"), ("x-new",), ("x-new", "deep")):
        assert document.overlay_of(("paths", "/a", "get", *tokens)) == why
    for tokens in ((), ("tags",), ("tags", "0"), ("parameters", "0")):
        assert document.overlay_of(("paths", "/a", "get", *tokens)) is None


def test_places_of_what_an_overlay_wrote(overlaid: Callable[..., Document]) -> None:
    document = overlaid(
        HEAD
        + """\
- target: $.paths.*.get
  description: Both lack it.
  update:
    responses:
      '200': {description: Fine}
- target: $.paths['/b'].get.responses
  description: Only this one fails.
  update: {'404': {description: Gone}}
"""
    )
    tokens = ("paths", "/b", "get", "responses", "200")
    pointer = "#/paths/~1b/get/responses/200"
    assert document.place(tokens) == Place("overlays/1.yml", 8, pointer)
    assert list(at(document, *tokens[:-1])) == ["200", "404"]
    assert list(at(document, "paths", "/a", "get", "responses")) == ["200"]
    assert document.place(("paths", "/b", "get", "summary")).file == "api.yml"


def test_update_of_a_list_appends(overlaid: Callable[..., Document]) -> None:
    document = overlaid(
        HEAD
        + """\
- target: $.paths['/a'].get.parameters
  description: Undocumented.
  update: {name: four, in: query}
"""
    )
    names = [p["name"] for p in at(document, "paths", "/a", "get", "parameters")]
    assert names == ["one", "two", "three", "four"]
    assert document.place(("paths", "/a", "get", "parameters", "3")).file == "overlays/1.yml"


def test_remove(overlaid: Callable[..., Document]) -> None:
    document = overlaid(
        HEAD
        + """\
- target: $..parameters[?(@.name != 'two')]
  description: They have no effect.
  remove: true
- {target: "$.paths['/b']", description: Withdrawn., remove: true}
"""
    )
    assert at(document, "paths", "/a", "get", "parameters") == [{"name": "two", "in": "query"}]
    assert document.place(("paths", "/a", "get", "parameters", "0", "name")).line == 8
    assert list(at(document, "paths")) == ["/a"]
    assert document.overlay_of(("paths", "/b", "get")) == "overlays/1.yml:7: Withdrawn."


def test_overlays_apply_in_order(overlaid: Callable[..., Document]) -> None:
    first = HEAD + "- {target: '$', description: One., update: {x-n: {a: 1}}}\n"
    second = HEAD + "- {target: '$.x-n', description: Two., update: {a: 2}}\n"
    document = overlaid(first, second)
    assert at(document, "x-n") == {"a": 2}
    assert document.overlay_of(("x-n", "a")) == "overlays/2.yml:4: Two."
    assert document.overlay_of(("x-n",)) == "overlays/1.yml:4: One."


def test_an_update_of_one_use_leaves_the_overlay_as_written(
    overlaid: Callable[..., Document],
) -> None:
    document = overlaid(
        HEAD + "- {target: $.paths.*.get, description: One., update: {x-n: {a: 1}}}\n"
        "- {target: \"$.paths['/a'].get.x-n\", description: Two., update: {a: 2}}\n"
    )
    assert at(document, "paths", "/b", "get", "x-n") == {"a": 1}


@pytest.mark.parametrize(
    ("action", "code", "line", "hint"),
    [
        ("target: $.paths.x\n  description: d\n  remove: true", "overlay-without-match", 4, "path"),
        ("target: $.paths\n  remove: true", "overlay-without-reason", 4, "description"),
        ("target: $.paths[\n  description: d\n  remove: true", "invalid-jsonpath", 4, "example"),
        ("target: $.paths\n  description: d", "malformed", 4, "add one"),
        ("target: $\n  description: d\n  update: {}\n  remove: true", "malformed", 4, "split"),
        ("target: $.paths\n  description: d\n  update: 1", "overlay-mismatch", 6, "keys"),
        ("target: $\n  description: d\n  remove: true", "overlay-mismatch", 4, "what is wrong"),
        ("target: $..summary\n  description: d\n  update: x", "overlay-mismatch", 6, "keys"),
    ],
)  # fmt: skip
def test_refuses_an_action(
    refused: Callable[..., Any], action: str, code: str, line: int, hint: str
) -> None:
    problems = refused(HEAD + "- " + action + "\n")
    assert [p.code for p in problems] == [code]
    assert (problems[0].place.file, problems[0].place.line) == ("overlays/1.yml", line)
    assert hint in problems[0].hint


def test_refuses_other_files(refused: Callable[..., Any]) -> None:
    codes = [p.code for p in refused("openapi: 3.1.0\n", "overlay: 1.0.0\n", "overlay: 2.0.0\n")]
    assert sorted(codes) == ["malformed", "unsupported-version", "unsupported-version"]


def test_reports_every_failing_action(refused: Callable[..., Any]) -> None:
    action = "- {target: $.nowhere, description: d, remove: true}\n"
    problems = refused(HEAD + action + action)
    assert [p.place.line for p in problems] == [4, 5]
    assert "api.yml" in problems[0].message
