"""What a schema says about a value without changing its type."""

from __future__ import annotations

from dataclasses import replace
from typing import FrozenSet

from codegen.spec.graph import Schema
from codegen.spec.read import Node, Reader

_READ: FrozenSet[str] = frozenset(
    "title description nullable deprecated readOnly writeOnly default example examples".split()
)


def annotated(schema: Schema, node: Node, reader: Reader) -> Schema:
    """`schema` with the annotations written at `node`; others it already has stay."""
    mapping = node.mapping
    written = mapping.keys() & _READ
    if not written:
        return schema
    if written == {"description"}:  # most schemas
        return replace(schema, description=reader.text(node, "description") or schema.description)
    examples = reader.items(node, "examples") if "examples" in mapping else []
    example = mapping.get("example", examples[0].value if examples else None)
    return replace(
        schema,
        title=reader.text(node, "title") or schema.title,
        description=reader.text(node, "description") or schema.description,
        nullable=reader.flag(node, "nullable") or schema.nullable,
        deprecated=reader.flag(node, "deprecated") or schema.deprecated,
        read_only=reader.flag(node, "readOnly") or schema.read_only,
        write_only=reader.flag(node, "writeOnly") or schema.write_only,
        default=mapping.get("default", schema.default),
        has_default="default" in mapping or schema.has_default,
        example=schema.example if example is None else example,
    )
