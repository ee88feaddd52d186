"""Compares what types and methods consist of: fields of models, keys of parameters, arguments."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import List, Set, Tuple, Union

from codegen.changes.found import Found, Subject
from codegen.changes.renames import pair
from codegen.changes.usage import WRITE
from codegen.diagnostics import NOWHERE
from codegen.ir import model as ir
from codegen.plan.expressions import references
from codegen.plan.surface import plain

_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")

Field = Union[ir.Argument, ir.Field]
Fields = Union[Tuple[ir.Argument, ...], Tuple[ir.Field, ...]]


def compare_fields(
    found: Found, owner: Subject, old: Fields, new: Fields, written: bool, form: str
) -> None:
    """Fields of what programs read or write; `form` says how they are called: `{}.{}`."""
    before, after = ({item.name: item for item in side} for side in (old, new))
    pairing = pair(before, after, lambda _, __, x, y: _is_renamed(found, x, y))
    kind = "parameter" if written else "field"
    owner = replace(owner, directions=WRITE) if written else owner

    def fact(name: str) -> str:
        return form.format(owner.fact, name).rstrip(")")

    def inner(was: str, is_: str) -> Subject:
        sides = ((before, was), (after, is_))
        places = [items[name].place if name in items else NOWHERE for items, name in sides]
        return owner.inner(form.format(owner.name, is_ or was), fact(is_ or was), *places)

    def rule(item: Field, change: str) -> str:
        return f"{'required-' if written and item.required else ''}{kind}-{change}"

    for name in pairing.added:
        found.add(rule(after[name], "added"), inner("", name), after=spelled(after[name]))
    for name in pairing.removed:
        found.add(rule(before[name], "removed"), inner(name, ""), before=spelled(before[name]))
    for was, is_ in pairing.renamed:
        found.add(f"{kind}-renamed", inner(was, is_), was, is_, facts=[fact(was)])
    for was, is_ in pairing.kept + pairing.renamed:
        compare = _compare_input if written else _compare_item
        compare(found, inner(was, is_), before[was], after[is_])


def spelled(item: Field) -> str:
    text = plain(item.type) + (" | None" if item.nullable else "")
    return text + ("" if item.required else " (optional)")


def _is_renamed(found: Found, old: Field, new: Field) -> bool:
    """Whether one can be the other under a new name: all else is equal, and something tells."""
    if old.wire == new.wire:
        return True
    if (old.required, old.nullable) != (new.required, new.nullable):
        return False
    if not found.shapes.same(old.type, new.type):
        return False
    telling = bool(old.doc) and old.doc.split() == new.doc.split()
    return telling or bool(set(references(old.type))) or similar(old.name, new.name)


def similar(old: str, new: str) -> bool:
    """Whether two names have a word in common that says something."""
    words: List[Set[str]] = [{w.lower() for w in _WORD.findall(name)} for name in (old, new)]
    return any(len(word) > 3 for word in words[0] & words[1])


def _compare_input(found: Found, subject: Subject, old: Field, new: Field) -> None:
    if old.required != new.required:
        found.add("parameter-required" if new.required else "parameter-optional", subject)
    places = [getattr(item, "location", "") for item in (old, new)]
    if places[0] != places[1]:
        found.add("parameter-moved", subject, *places)
    _compare_item(found, subject, old, new)
    if old.default != new.default:
        change = "unsaid" if not new.default else "changed" if old.default else "said"
        found.add(f"parameter-default-{change}", subject, old.default, new.default)


def _compare_item(found: Found, subject: Subject, old: Field, new: Field) -> None:
    """What arguments, keys and fields have in common."""
    if old.wire != new.wire and old.name == new.name:
        found.add("wire-name-changed", subject, old.wire, new.wire)
    found.deprecation(subject, old.deprecated, new.deprecated)
    nullable = [item.nullable or ir.NONE in ir.members(item.type) for item in (old, new)]
    found.none(subject, *nullable)
    found.values(subject, old.type, new.type)
    found.words(subject, old.doc, new.doc)
