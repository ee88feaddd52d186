"""Collects changes while two SDKs are compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import FrozenSet, Iterable, List, Set, Tuple

from codegen.changes.entries import Change, say
from codegen.changes.rules import RULES
from codegen.changes.shapes import Shapes, encodings
from codegen.changes.usage import READ, WRITE, Usage
from codegen.diagnostics import NOWHERE, Place
from codegen.ir import model as ir
from codegen.plan.surface import plain


@dataclass(frozen=True)
class Subject:
    """What changes are about: where users see it, and where reviewers look for it."""

    name: str
    fact: str  # the beginning of its lines in api.txt
    old_place: Place = NOWHERE
    new_place: Place = NOWHERE
    directions: FrozenSet[str] = READ | WRITE
    types: Tuple[str, ...] = ()
    resources: Tuple[str, ...] = ()

    @property
    def owner(self) -> str:
        return self.name.rpartition("(" if self.name.endswith(")") else ".")[0]

    @property
    def part(self) -> str:
        return self.name.rpartition("(" if self.name.endswith(")") else ".")[2].rstrip(")")

    def inner(self, name: str, fact: str, old: Place = NOWHERE, new: Place = NOWHERE) -> Subject:
        """Something that belongs to it."""
        return replace(self, name=name, fact=fact, old_place=old, new_place=new)


class Found:
    def __init__(self, package: str, shapes: Shapes, old: Usage, new: Usage) -> None:
        self.package = package
        self.shapes = shapes
        self.old = old
        self.new = new
        self.changes: List[Change] = []
        self._facts: Set[str] = set()

    def add(
        self,
        rule: str,
        subject: Subject,
        before: str = "",
        after: str = "",
        *,
        facts: Iterable[str] = (),
        item: str = "",
    ) -> None:
        """A change, classified for the programs that meet it.

        `item` is what came or went, where `before` and `after` are the whole that it belongs to.
        """
        known = RULES[rule]
        levels = {"read": known.read, "write": known.write}
        shown = {"name": subject.name, "part": subject.part, "owner": subject.owner}
        hint = f": {known.hint}" if known.hint and "read" in subject.directions else ""
        shown.update(before=item or before or "nothing", after=item or after or "nothing")
        change = Change(
            rule=rule,
            level=max(levels[way] for way in subject.directions),
            subject=subject.name,
            message=say(rule, **shown) + hint,
            before=before,
            after=after,
            item=item,
            old_place=subject.old_place,
            new_place=subject.new_place,
            facts=() if rule == "described" else (subject.fact, *facts),
            types=subject.types,
            resources=subject.resources,
        )
        self.changes.append(change)
        self._facts.update(change.facts)

    def type_resources(self, id_: str) -> Tuple[str, ...]:
        found = self.old.resources.get(id_, frozenset()) | self.new.resources.get(id_, frozenset())
        return tuple(sorted(found))

    def explained(self, fact: str) -> bool:
        """Whether there is an entry for a line of `api.txt`, or for what it belongs to."""
        while fact:
            if fact in self._facts:
                return True
            fact = fact[: max(fact.rfind("."), fact.rfind("("), 0)]
        return False

    # -------------------------------------------------------------- what both have

    def words(self, subject: Subject, old: str, new: str) -> None:
        if old.split() != new.split():
            self.add("described", subject, old, new)

    def deprecation(self, subject: Subject, old: bool, new: bool) -> None:
        if old != new:
            self.add("deprecated" if new else "restored", subject)

    def none(self, subject: Subject, old: bool, new: bool) -> None:
        if old != new:
            self.add("none-added" if new else "none-removed", subject)

    def values(
        self, subject: Subject, old: ir.TypeExpr, new: ir.TypeExpr, event: bool = False
    ) -> None:
        """How the values differ that a type stands for, None aside."""
        old, new = ir.without_none(old), ir.without_none(new)
        if self.shapes.same(old, new):
            return
        found = self.shapes.difference(old, new)
        added = [item for item in found.added if item not in found.gained_known]
        removed = [item for item in found.removed if item not in found.lost_known]
        before, after = plain(old), plain(new)
        known = found.gained_known + found.lost_known
        if added and removed and self._lists(subject, added, removed):
            return
        if found.choice or not (added or removed) or _literals(added + removed):
            rules = [("known-value-added", item) for item in found.gained_known]
            rules += [("known-value-removed", item) for item in found.lost_known]
            rules += [(_member_rule(item, "added", event), item) for item in added]
            rules += [(_member_rule(item, "removed", event), item) for item in removed]
            for rule, item in rules:
                self.add(rule, subject, before, after, item=plain(item))
            if not (known or added or removed):
                encoded = encodings(old) != encodings(new)
                rule = "encoding-changed" if encoded else "type-respelled"
                self.add(rule, subject, before, after)
        elif found.wider and found.narrower:
            self.add("type-respelled", subject, before, after)
        elif found.wider or found.narrower:
            rule = "type-widened" if found.wider else "type-narrowed"
            self.add(rule, subject, before, after)
        else:
            self.add("type-changed", subject, before, after)

    def _lists(
        self, subject: Subject, added: List[ir.TypeExpr], removed: List[ir.TypeExpr]
    ) -> bool:
        """Lists whose items differ, and nothing else: the difference of the items is reported."""
        if len(added) != 1 or len(removed) != 1:
            return False
        old, new = removed[0], added[0]
        if not (isinstance(old, ir.Apply) and isinstance(new, ir.Apply)):
            return False
        if old.base != new.base or old.arguments[:-1] != new.arguments[:-1]:
            return False
        subject = replace(subject, name=f"{subject.name}[]")
        self.values(subject, old.arguments[-1], new.arguments[-1])
        self.none(subject, *(ir.NONE in ir.members(e.arguments[-1]) for e in (old, new)))
        return True


def _literals(items: List[ir.TypeExpr]) -> bool:
    return all(isinstance(item, ir.Literal) for item in items)


def _member_rule(item: ir.TypeExpr, how: str, event: bool) -> str:
    if event:
        return f"event-{how}"
    return f"value-{how}" if isinstance(item, ir.Literal) else f"member-{how}"
