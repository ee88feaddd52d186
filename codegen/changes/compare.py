"""Compares two SDKs: `changes(old, new)` is what users notice between them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Dict, Iterable, List, Mapping, Tuple

from codegen.changes.entries import Change
from codegen.changes.found import Found, Subject
from codegen.changes.methods import compare_methods, methods
from codegen.changes.package import compare_package
from codegen.changes.shapes import Shapes, Side
from codegen.changes.types import compare_types, renamed_types
from codegen.changes.usage import usage
from codegen.ir import model as ir
from codegen.plan.surface import surface_lines

_ID = re.compile(r"[\w.]*\w")
# What a line of api.txt is about; the rest of it is what it says.
_FACT = re.compile(r"skipped [^:]*|client header [^:]*|[^ ]+ [^ :]+")


def changes(old: ir.Api, new: ir.Api) -> List[Change]:
    """What users notice, the gravest first. Empty only if `api.txt` is the same on both sides."""
    before, after = ({item.id: item for item in api.types} for api in (old, new))
    names = renamed_types(before, after)
    shapes = Shapes(Side(before, names), Side(after, {}))
    found = Found(new.package, shapes, usage(old), usage(new))
    compare_methods(found, methods(old), methods(new))
    compare_types(found, before, after, names)
    compare_package(found, old, new)
    _otherwise(found, old, new, names)
    return sorted(merged(found.changes), key=_order)


def _order(change: Change) -> Tuple[int, bool, str, str]:
    return -change.level, change.subject.startswith("types."), change.subject, change.rule


def _otherwise(found: Found, old: ir.Api, new: ir.Api, names: Mapping[str, str]) -> None:
    """An entry for each change of `api.txt` that no rule has explained."""
    sides = [{_called(line, names) for line in surface_lines(old)}, set(surface_lines(new))]
    rest: Dict[str, List[List[str]]] = {}
    for index in (0, 1):
        for line in sorted(sides[index] - sides[1 - index]):
            match = _FACT.match(line)
            fact = match.group() if match else line
            if not found.explained(fact):
                rest.setdefault(fact, [[], []])[index].append(line)
    for fact, (before, after) in sorted(rest.items()):
        subject = Subject(fact.partition(" ")[2], fact)
        found.add("otherwise-changed", subject, "\n".join(before), "\n".join(after))


def _called(line: str, names: Mapping[str, str]) -> str:
    """The line with the names that types have now."""
    return _ID.sub(lambda match: names.get(match.group(), match.group()), line) if names else line


# ------------------------------------------------------------------ one cause, one entry


def merged(found: Iterable[Change]) -> List[Change]:
    """Joins what one line of the description has changed in the same way in several places."""
    groups: Dict[object, List[Change]] = {}
    for change in _without_own_types(found):
        what = (change.rule, change.level, change.before, change.after, change.item)
        key = (*what, *_cause(change))
        groups.setdefault(key, []).append(change)
    return [_joined(group) for group in groups.values()]


def _cause(change: Change) -> Tuple[str, ...]:
    """What made the change; sdk.yml gives an argument to each method in a place of its own."""
    if change.rule.startswith(("header-", "endpoint-")):
        return change.resources  # what a method sends, its helpers send
    if not change.place.file:
        return (change.subject,)
    if change.place.pointer.startswith("#/resources/"):
        return (change.subject.rpartition("(")[2],)
    return change.old_place.pointer, change.new_place.pointer


def _joined(group: List[Change]) -> Change:
    first = min(group, key=lambda change: (_order(change), group.index(change)))
    return replace(
        first,
        also=tuple(sorted({s for c in group for s in (c.subject, *c.also)} - {first.subject})),
        facts=tuple(dict.fromkeys(fact for c in group for fact in c.facts)),
        types=tuple(sorted({id_ for c in group for id_ in c.types})),
        resources=tuple(sorted({name for c in group for name in c.resources})),
    )


def _without_own_types(found: Iterable[Change]) -> List[Change]:
    """New methods bring the types of their parameters: the entry of the method says so."""
    everything = list(found)
    owners = {
        (change.rule[len("method-") :], change.place.pointer): index
        for index, change in enumerate(everything)
        if change.rule in ("method-added", "method-removed")
    }
    kept: Dict[int, Change] = {}
    for index, change in enumerate(everything):
        way = change.rule[len("class-") :] if change.rule.startswith("class-") else ""
        owner = owners.get((way, change.place.pointer))
        if owner is None or index < owner:
            kept[index] = change
        else:
            kept[owner] = replace(
                kept[owner],
                also=(*kept[owner].also, change.subject),
                facts=(*kept[owner].facts, *change.facts),
            )
    return list(kept.values())
