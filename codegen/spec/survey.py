"""Looking over finished schemas: which refer to themselves, and what is described."""

from __future__ import annotations

from collections import deque
from typing import Callable, Dict, FrozenSet, Iterable, Iterator, Mapping, Set, Tuple

from codegen.diagnostics import Place
from codegen.spec.graph import Description, Kind, Operation, Schema

Schemas = Mapping[str, Schema]
Refs = Iterable[str]  # the components that one refers to, in order
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


def recursive_components(schemas: Schemas) -> FrozenSet[str]:
    """The components from which a chain of references leads back to themselves."""
    edges = _edges(schemas, walk)
    return frozenset(name for name in edges if _way_back(name, edges))


def endless_references(schemas: Schemas) -> Iterator[Tuple[str, ...]]:
    """Chains of components that are, or may be, each other: once each, from its first one on."""
    edges = _edges(schemas, alternatives)
    told: Set[str] = set()
    for name in sorted(edges, key=lambda name: schemas[name].place):
        path = () if name in told else _way_back(name, edges)
        told.update(path)
        if path:
            yield path


def _edges(schemas: Schemas, follow: Callable[[Schema], Iterator[Schema]]) -> Mapping[str, Refs]:
    return {name: dict.fromkeys(p.ref for p in follow(s) if p.ref) for name, s in schemas.items()}


def _way_back(name: str, edges: Mapping[str, Refs]) -> Tuple[str, ...]:
    """The shortest chain of references from a component to itself; empty when there is none."""
    before: Dict[str, str] = {}
    work = deque([name])
    while work and name not in before:
        here = work.popleft()
        new = [other for other in edges.get(here, ()) if other not in before]
        before.update(dict.fromkeys(new, here))
        work += new
    path = [name, before[name]] if name in before else []
    while path and path[-1] != name:
        path.append(before[path[-1]])
    return tuple(reversed(path))


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
            for inner in (prop.schema for prop in schema.properties):
                has = properties.get(inner.place, False) or _explained(inner, schemas)
                properties[inner.place] = has
    yield from properties.items()


def _explained(schema: Schema, schemas: Schemas) -> bool:
    """Whether a schema, or the component it refers to, has a description."""
    seen: Set[str] = set()
    while not schema.description and schema.kind is Kind.REF and schema.ref not in seen:
        seen.add(schema.ref)
        schema = schemas[schema.ref]
    return bool(schema.description)
