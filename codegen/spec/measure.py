"""How much of a description is described, and what is not."""

from __future__ import annotations

from typing import Dict, Iterator, Mapping, Set, Tuple

from codegen.diagnostics import Place
from codegen.spec.graph import Description, Kind, Operation, Schema

Item = Tuple[str, Place, bool]  # kind of thing, where, whether it has a description


def items(schemas: Mapping[str, Schema], operations: Tuple[Operation, ...]) -> Iterator[Item]:
    """Every operation, parameter and property; a property that `allOf` copies counts once."""
    fields: Dict[Place, bool] = {}
    for schema in schemas.values():
        _fields(schema, schemas, fields)
    for operation in operations:
        yield "operation", operation.place, bool(operation.description)
        for parameter in operation.parameters:
            yield "parameter", parameter.place, bool(parameter.description)
        media = operation.body.media if operation.body is not None else ()
        for one in (*media, *(m for response in operation.responses for m in response.media)):
            _fields(one.schema, schemas, fields)
    for place, described in fields.items():
        yield "property", place, described


def described(schemas: Mapping[str, Schema], operations: Tuple[Operation, ...]) -> Tuple[int, int]:
    """How many of them have a description, and how many there are."""
    flags = [has for _, _, has in items(schemas, operations)]
    return sum(flags), len(flags)


def undescribed_pointers(description: Description) -> Tuple[Place, ...]:
    """Where a description is missing, in the order of the file; shared places once."""
    missing = items(description.schemas, description.operations)
    return tuple(sorted({place for _, place, has in missing if not has}))


def _fields(schema: Schema, schemas: Mapping[str, Schema], found: Dict[Place, bool]) -> None:
    for prop in schema.properties:
        has = _has_description(prop.schema, schemas)
        found[prop.schema.place] = found.get(prop.schema.place, False) or has
        _fields(prop.schema, schemas, found)
    for inner in (*schema.branches, schema.items, schema.additional):
        if inner is not None:
            _fields(inner, schemas, found)


def _has_description(schema: Schema, schemas: Mapping[str, Schema]) -> bool:
    seen: Set[str] = set()
    while not schema.description and schema.kind is Kind.REF and schema.ref not in seen:
        seen.add(schema.ref)
        schema = schemas[schema.ref]
    return bool(schema.description)
