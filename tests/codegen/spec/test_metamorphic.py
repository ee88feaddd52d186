"""Changes to a description that must not change what is understood of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable, Dict

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from codegen.diagnostics import Problems
from codegen.spec import describe, load_document
from codegen.spec.graph import Description

Understand = Callable[[Path, str], Description]


def to(name: str) -> Dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


API: Dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Zoo", "version": "1"},
    "security": [{"Key": []}],
    "paths": {
        "/pets": {
            "get": {"responses": {"200": {"$ref": "#/components/responses/Pets"}}},
            "post": {
                "requestBody": {
                    "content": {"application/json": {"schema": to("Pet")}}
                },
                "responses": {"201": {"description": "Made"}, "4XX": {"description": "Not made"}},
            },
        },
        "/pets/{id}": {
            "parameters": [{"$ref": "#/components/parameters/Id"}],
            "delete": {"operationId": "drop", "responses": {"204": {"description": "Gone"}}},
        },
        "/owners": {"get": {"responses": {"200": {"$ref": "#/components/responses/Pets"}}}},
    },
    "components": {
        "schemas": {
            "Pet": {
                "oneOf": [to("Cat"), to("Dog")],
                "discriminator": {"propertyName": "kind"},
            },
            "Base": {"required": ["kind"], "properties": {"kind": {"type": "string"}}},
            "Cat": {
                "allOf": [
                    to("Base"),
                    {"properties": {"kind": {"const": "cat"}}},
                ]
            },
            "Dog": {
                "allOf": [
                    to("Base"),
                    {"properties": {"kind": {"const": "dog"}, "friend": to("Pet")}},
                ]
            },
            "Alias": to("Pet"),
            "Size": {"type": ["string", "null"], "enum": ["s", "m", None], "description": "Big? "},
        },
        "parameters": {
            "Id": {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        },
        "responses": {
            "Pets": {
                "description": "Pets",
                "content": {
                    "application/json": {
                        "schema": {"type": "array", "items": to("Alias")}
                    }
                },
            }
        },
        "securitySchemes": {"Key": {"type": "http", "scheme": "bearer"}},
    },
}  # fmt: skip


@pytest.fixture(scope="session")
def understood(unplaced: Callable[[Any], Any]) -> Callable[[Path, str], Description]:
    def write_and_describe(path: Path, text: str) -> Description:
        path.write_text(text, encoding="utf-8")
        problems = Problems()
        description: Description = unplaced(describe(load_document(path, problems), problems))
        return description

    return write_and_describe


def shuffled(data: st.DataObject, mapping: Dict[str, Any]) -> Dict[str, Any]:
    return {key: mapping[key] for key in data.draw(st.permutations(list(mapping)))}


@given(data=st.data())
@settings(max_examples=25)
def test_order_of_paths_and_components_does_not_matter(
    understood: Understand, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("api") / "api.yml"
    api = shuffled(data, API)
    api["paths"] = {p: shuffled(data, item) for p, item in shuffled(data, API["paths"]).items()}
    api["components"] = {
        kind: shuffled(data, entries) for kind, entries in shuffled(data, API["components"]).items()
    }
    other = understood(path, yaml.safe_dump(api, sort_keys=False))
    first = understood(path, yaml.safe_dump(API, sort_keys=False))
    assert other == first
    assert list(other.schemas) == list(first.schemas)
    assert list(other.security_schemes) == list(first.security_schemes)


def test_yaml_and_json_are_understood_alike(understood: Understand, tmp_path: Path) -> None:
    in_yaml = understood(tmp_path / "api.yml", yaml.safe_dump(API, sort_keys=False))
    assert in_yaml == understood(tmp_path / "api.json", json.dumps(API))
    assert in_yaml == understood(tmp_path / "flow.yml", json.dumps(API, indent=2))


def test_a_component_in_another_file_is_understood_alike(
    understood: Understand, tmp_path: Path
) -> None:
    whole = understood(tmp_path / "api.yml", yaml.safe_dump(API))
    moved = json.loads(json.dumps(API))
    size = moved["components"]["schemas"].pop("Size")
    moved["components"]["schemas"]["Size"] = {"$ref": "parts/size.json"}
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "size.json").write_text(json.dumps(size), encoding="utf-8")
    split = understood(tmp_path / "api.yml", yaml.safe_dump(moved))
    assert split.schemas == whole.schemas


def test_describing_twice_gives_the_same(read: Callable[..., Description], tmp_path: Path) -> None:
    path = tmp_path / "api.yml"
    path.write_text(yaml.safe_dump(API), encoding="utf-8")
    document = load_document(path, Problems())
    assert describe(document, Problems()) == describe(document, Problems())
