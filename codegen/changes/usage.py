"""Who meets a type: programs that read it, programs that write it, users of which resources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, FrozenSet, Iterable, Iterator, List, Mapping, Set

from codegen.ir import model as ir
from codegen.plan.expressions import references

READ: FrozenSet[str] = frozenset({"read"})
WRITE: FrozenSet[str] = frozenset({"write"})


@dataclass(frozen=True)
class Usage:
    directions: Mapping[str, FrozenSet[str]]
    resources: Mapping[str, FrozenSet[str]]
    events: FrozenSet[str]  # the types that streams are said to hold


def usage(api: ir.Api) -> Usage:
    edges = {item.id: set(dependencies(item)) for item in api.types}
    written: Set[str] = set()
    read: Set[str] = set()
    events: Set[str] = set()
    resources: Dict[str, Set[str]] = {}
    for resource in api.walk():
        dotted = ".".join(resource.path)
        for method in resource.methods:
            inputs, outputs = set(_inputs(method)), set(_outputs(method))
            _reach(edges, inputs, written)
            _reach(edges, outputs, read)
            events |= {method.event.id} if isinstance(method.event, ir.Ref) else set()
        mine: Set[str] = set()
        roots = (id_ for m in resource.methods for id_ in (*_inputs(m), *_outputs(m)))
        _reach(edges, roots, mine)
        for id_ in mine:
            resources.setdefault(id_, set()).add(dotted)
    directions = {item.id: _directions(item, item.id in read, item.id in written)
                  for item in api.types}  # fmt: skip
    return Usage(directions, {k: frozenset(v) for k, v in resources.items()}, frozenset(events))


def dependencies(definition: ir.TypeDef) -> Iterator[str]:
    """Ids of the types that a type is made of."""
    if isinstance(definition, ir.AliasType):
        yield from references(definition.type)
        return
    for base in definition.bases:
        yield from references(base)
    for item in definition.fields:
        yield from references(item.type)


def _directions(definition: ir.TypeDef, read: bool, written: bool) -> FrozenSet[str]:
    if definition.role == "param":
        return WRITE
    # A list of values is published once, for both ways; a model only comes back, even where
    # programs may pass it on as it is.
    if written and isinstance(definition, ir.AliasType) and not set(dependencies(definition)):
        return READ | WRITE if read else WRITE
    return READ


def _inputs(method: ir.Method) -> Iterator[str]:
    for argument in method.arguments:
        yield from references(argument.type)


def _outputs(method: ir.Method) -> Iterator[str]:
    for expr in (method.returns, method.result, method.event):
        if expr is not None:
            yield from references(expr)


def _reach(edges: Mapping[str, Set[str]], roots: Iterable[str], found: Set[str]) -> None:
    """Adds to `found` what the roots reach; what is in it already has been walked."""
    todo: List[str] = [root for root in roots if root not in found]
    found.update(todo)
    while todo:
        new = edges.get(todo.pop(), set()) - found
        found |= new
        todo += new
