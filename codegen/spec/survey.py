"""Looking over finished schemas: which refer to themselves, and what is described."""

from __future__ import annotations

from typing import Callable, Dict, FrozenSet, Iterator, List, Mapping, Set, Tuple

from codegen.diagnostics import Place
from codegen.spec.graph import Description, Kind, Operation, Schema

Schemas = Mapping[str, Schema]
Item = Tuple[Place, bool]  # where it is, whether it has a description


def walk(schema: Schema) -> Iterator[Schema]:
    """A schema and all that are written inside of it."""
    yield schema
    for prop in schema.properties:
        yield from walk(prop.schema)
    for part in (*schema.branches, schema.items, schema.additional):
        if part is not None:
            yield from walk(part)


def alternatives(schema: Schema) -> Iterator[Schema]:
    """What a schema is, or may be, itself."""
    yield schema
    for branch in schema.branches:
        yield from alternatives(branch)


def recursive_components(
    schemas: Schemas, follow: Callable[[Schema], Iterator[Schema]] = walk
) -> FrozenSet[str]:
    """The components from which a chain of references leads back to themselves."""
    edges = {name: {part.ref for part in follow(s) if part.ref} for name, s in schemas.items()}

    def reaches_itself(name: str) -> bool:
        seen: Set[str] = set()
        work: List[str] = [name]
        while work:
            new = edges.get(work.pop(), set()) - seen
            seen |= new
            work += new
        return name in seen

    return frozenset(filter(reaches_itself, edges))


def described(schemas: Schemas, operations: Tuple[Operation, ...]) -> Tuple[int, int]:
    """How many operations, parameters and properties have a description, and how many there are."""
    flags = [has for _, has in _items(schemas, operations)]
    return sum(flags), len(flags)


def undescribed_pointers(description: Description) -> Tuple[Place, ...]:
    """Where a description is missing, in the order of the file; shared places once."""
    items = _items(description.schemas, description.operations)
    return tuple(sorted({place for place, has in items if not has}))


def _items(schemas: Schemas, operations: Tuple[Operation, ...]) -> Iterator[Item]:
    """Every operation, parameter and property; a property that `allOf` copies counts once."""
    roots = list(schemas.values())
    for operation in operations:
        yield operation.place, bool(operation.description)
        yield from ((p.place, bool(p.description)) for p in operation.parameters)
        contents = (operation.body, *operation.responses)
        roots += [media.schema for content in contents if content for media in content.media]
    properties: Dict[Place, bool] = {}
    for root in roots:
        for schema in walk(root):
            for place, has in (
                (p.schema.place, _explained(p.schema, schemas)) for p in schema.properties
            ):
                properties[place] = properties.get(place, False) or has
    yield from properties.items()


def _explained(schema: Schema, schemas: Schemas) -> bool:
    """Whether a schema, or the component it refers to, has a description."""
    seen: Set[str] = set()
    while not schema.description and schema.kind is Kind.REF and schema.ref not in seen:
        seen.add(schema.ref)
        schema = schemas[schema.ref]
    return bool(schema.description)
