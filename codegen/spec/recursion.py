"""Which components reach themselves."""

from __future__ import annotations

from typing import Callable, Dict, FrozenSet, Iterator, List, Mapping, Set

from codegen.spec.graph import Kind, Schema


def references(schema: Schema) -> Iterator[str]:
    """The components a schema refers to."""
    yield from alternatives(schema)
    inner = [prop.schema for prop in schema.properties]
    inner += [part for part in (schema.additional, schema.items) if part is not None]
    for part in (*inner, *schema.branches):
        yield from references(part)


def alternatives(schema: Schema) -> Iterator[str]:
    """The components a schema is, or may be, itself."""
    if schema.kind is Kind.REF:
        yield schema.ref
    for branch in schema.branches:
        yield from alternatives(branch)


def recursive_components(
    schemas: Mapping[str, Schema], follow: Callable[[Schema], Iterator[str]] = references
) -> FrozenSet[str]:
    """The components from which a chain of references leads back to themselves."""
    edges = {name: set(follow(schema)) & schemas.keys() for name, schema in schemas.items()}
    # What leads nowhere is on no cycle; few components remain to be searched.
    while True:
        ends = {name for name, targets in edges.items() if not targets}
        if not ends:
            return frozenset(name for name in edges if _reaches_itself(name, edges))
        edges = {name: targets - ends for name, targets in edges.items() if name not in ends}


def _reaches_itself(name: str, edges: Dict[str, Set[str]]) -> bool:
    seen: Set[str] = set()
    work: List[str] = [name]
    while work:
        new = edges[work.pop()] - seen
        seen |= new
        work += new
    return name in seen
