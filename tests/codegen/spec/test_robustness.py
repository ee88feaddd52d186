"""Whatever stands in a description, the answer is a `Description` or a list of problems."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, List, Tuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegen.diagnostics import GenerationFailed, Problems
from codegen.spec import apply_overlays, describe, load_document

REF = {"$ref": "#/components/schemas/A"}
API: Any = {
    "openapi": "3.1.0",
    "info": {"title": "Zoo", "version": "1"},
    "servers": [{"url": "https://zoo.test"}],
    "security": [{"Key": []}],
    "paths": {
        "/a/{id}": {
            "parameters": [{"name": "id", "in": "path", "schema": {"type": "string"}}],
            "post": {
                "operationId": "a",
                "tags": ["t"],
                "requestBody": {"content": {"application/json": {"schema": REF}}},
                "responses": {"200": {"description": "OK", "content": {"a/b": {"schema": REF}}}},
            },
        }
    },
    "components": {
        "schemas": {
            "A": {
                "type": "object",
                "required": ["x"],
                "properties": {"x": {"type": ["integer", "null"], "minimum": 1}, "y": REF},
                "additionalProperties": {"type": "array", "items": {"$ref": "other.json"}},
            },
            "B": {"allOf": [REF, {"properties": {"z": {"enum": ["a", None]}}}], "title": "B"},
            "C": {
                "oneOf": [REF, {"$ref": "#/components/schemas/B"}, {"const": "c"}],
                "discriminator": {"propertyName": "x", "mapping": {"a": "A"}},
            },
        },
        "securitySchemes": {"Key": {"type": "http", "scheme": "bearer"}},
    },
}
OVERLAY: Any = {
    "overlay": "1.0.0",
    "actions": [{"target": "$..x", "description": "Why.", "update": {"title": "X"}}],
}
JUNK = st.one_of(
    st.sampled_from(
        [None, True, False, 0, 1.5, "", "null", "string", [], {}, [None], [[]], {"": None}]
    ),
    st.sampled_from(["A", "B", "C", "D"]).map(lambda n: {"$ref": f"#/components/schemas/{n}"}),
    st.sampled_from(["#", "#/", "#/paths/~1a~1{id}/post", "a.json", "http://x", 1]).map(
        lambda ref: {"$ref": ref}
    ),
)


def places(value: Any) -> List[Tuple[Any, Any]]:
    """Every (container, key) in a document."""
    keys = list(value) if isinstance(value, dict) else range(len(value))
    found = [(value, key) for key in keys]
    for key in keys:
        if isinstance(value[key], (dict, list)):
            found += places(value[key])
    return found


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_nothing_but_problems(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    api, overlay = json.loads(json.dumps([API, OVERLAY]))
    for root in (api, api, overlay) if data.draw(st.booleans()) else (api,):
        container, key = data.draw(st.sampled_from(places(root)))
        container[key] = data.draw(JUNK)
    directory: Path = tmp_path_factory.mktemp("api")
    for name, content in (("a", api), ("overlay", overlay), ("other", {"type": "string"})):
        (directory / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    problems = Problems()
    try:
        document = load_document(directory / "a.json", problems)
        apply_overlays(document, [directory / "overlay.json"], problems)
        describe(document, problems)
    except GenerationFailed as failure:
        assert failure.problems
        assert all(problem.place.line for problem in failure.problems)
