"""Which components reach themselves."""

from __future__ import annotations

from typing import Dict, FrozenSet, Iterator, List, Mapping, Set, Tuple

from codegen.spec.graph import Kind, Schema


def references(schema: Schema, inner: bool = True) -> Iterator[str]:
    """The components a schema refers to; without `inner`, only those it is or may be itself."""
    if schema.kind is Kind.REF:
        yield schema.ref
    for branch in schema.branches:
        yield from references(branch, inner)
    if not inner:
        return
    for prop in schema.properties:
        yield from references(prop.schema)
    if schema.additional is not None:
        yield from references(schema.additional)
    if schema.items is not None:
        yield from references(schema.items)


def recursive_components(schemas: Mapping[str, Schema]) -> FrozenSet[str]:
    """The components from which a chain of references leads back to themselves."""
    return frozenset(_on_cycles({n: sorted(set(references(s))) for n, s in schemas.items()}))


def alias_cycles(schemas: Mapping[str, Schema]) -> Tuple[str, ...]:
    """The components that are themselves, or one of themselves, with nothing in between."""
    edges = {name: sorted(set(references(s, inner=False))) for name, s in schemas.items()}
    return tuple(sorted(_on_cycles(edges)))


def _on_cycles(edges: Mapping[str, List[str]]) -> Set[str]:
    """Tarjan's algorithm, with a stack of its own because chains can be long."""
    order: Dict[str, int] = {}
    low: Dict[str, int] = {}
    stack: List[str] = []
    stacked: Set[str] = set()
    found: Set[str] = set()
    for root in sorted(edges):
        if root in order:
            continue
        work = [(root, iter(edges[root]))]
        order[root] = low[root] = len(order)
        stack.append(root)
        stacked.add(root)
        while work:
            name, targets = work[-1]
            target = next((t for t in targets if t in edges), None)
            if target is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == order[name]:
                    found |= _component(name, stack, stacked, edges)
            elif target not in order:
                order[target] = low[target] = len(order)
                stack.append(target)
                stacked.add(target)
                work.append((target, iter(edges[target])))
            elif target in stacked:
                low[name] = min(low[name], order[target])
    return found


def _component(
    root: str, stack: List[str], stacked: Set[str], edges: Mapping[str, List[str]]
) -> Set[str]:
    """Take a strongly connected component off the stack; empty when it is no cycle."""
    members = set(stack[stack.index(root) :])
    del stack[stack.index(root) :]
    stacked -= members
    return members if len(members) > 1 or root in edges[root] else set()
