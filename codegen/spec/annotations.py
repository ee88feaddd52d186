"""What a schema says about a value without changing its shape."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, Dict, Mapping

from codegen.spec.graph import Schema
from codegen.spec.read import Node

# Field of a schema -> the keyword it is read from.
_TEXTS = {"title": "title", "description": "description"}
_FLAGS = {
    "nullable": "nullable",
    "deprecated": "deprecated",
    "read_only": "readOnly",
    "write_only": "writeOnly",
}
_VALUES = ("default", "has_default", "example")
_NONE: Mapping[str, Any] = {
    field.name: field.default
    for field in fields(Schema)
    if field.name in (*_TEXTS, *_FLAGS, *_VALUES)
}


def unannotated(schema: Schema) -> Schema:
    return replace(schema, **_NONE)


def annotated(schema: Schema, node: Node) -> Schema:
    """`schema` with the annotations written at `node`; others it already has stay."""
    written = node.mapping
    found: Dict[str, Any] = {f: node[key].text() for f, key in _TEXTS.items() if key in written}
    found.update((f, True) for f, key in _FLAGS.items() if key in written and node[key].flag())
    if "default" in written:
        found.update(default=written["default"], has_default=True)
    if "example" in written:
        found["example"] = written["example"]
    elif "examples" in written:
        found["example"] = next((item.value for item in node["examples"].items()), None)
    return replace(schema, **found) if found else schema


def combined(core: Schema, a: Schema, b: Schema) -> Schema:
    """`core` with the annotations of `a` and `b`; what `b` says counts before what `a` says."""
    values = b if b.has_default else a
    return replace(
        core,
        **{name: getattr(b, name) or getattr(a, name) for name in (*_TEXTS, *_FLAGS)},
        default=values.default,
        has_default=values.has_default,
        example=a.example if b.example is None else b.example,
    )
