"""Compares types as sets of values: which members came and went, which side holds the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import FrozenSet, List, Mapping, Tuple

from codegen.ir import model as ir

Types = Mapping[str, ir.TypeDef]

# A list of the SDK's own kinds is accepted wherever a later one is.
_LISTS = ("List", "SequenceNotStr", "Iterable")
_BOTH = (ir.Literal((False,)), ir.Literal((True,)))
_SCALARS = {"str": (str,), "int": (int,), "float": (int, float), "bool": (bool,)}


@dataclass(frozen=True)
class Side:
    """One of the two SDKs, as far as types need it."""

    types: Types
    names: Mapping[str, str]  # a type's id -> the id that both sides call it by

    def members(
        self, expr: ir.TypeExpr, closed: FrozenSet[ir.TypeExpr] = frozenset()
    ) -> Tuple[ir.TypeExpr, ...]:
        """The alternatives of a type: literals one by one, names for unions opened.

        Names in `closed` are alternatives themselves.
        """
        found: List[ir.TypeExpr] = []
        self._collect(expr, found, closed)
        if all(value in found for value in _BOTH):
            found = [ir.Builtin("bool"), *(item for item in found if item not in _BOTH)]
        return tuple(dict.fromkeys(found))

    def _collect(
        self, expr: ir.TypeExpr, found: List[ir.TypeExpr], closed: FrozenSet[ir.TypeExpr]
    ) -> None:
        if isinstance(expr, ir.Annotated):
            self._collect(expr.inner, found, closed)
        elif isinstance(expr, ir.UnionOf):
            for member in expr.members:
                self._collect(member, found, closed)
        elif isinstance(expr, ir.Literal):
            found += [ir.Literal((value,)) for value in expr.values]
        elif isinstance(expr, ir.Ref):
            definition, named = self.types.get(expr.id), self.common(expr)
            if isinstance(definition, ir.AliasType) and named not in closed:
                self._collect(definition.type, found, closed | {named})
            else:
                found.append(named)
        elif isinstance(expr, ir.Apply):
            found.append(replace(expr, arguments=tuple(map(self.common, expr.arguments))))
        else:
            found.append(expr)

    def common(self, expr: ir.TypeExpr) -> ir.TypeExpr:
        """The expression with the names that both sides use; aliases stay closed."""
        if isinstance(expr, ir.Ref):
            return ir.Ref(self.names.get(expr.id, expr.id))
        if isinstance(expr, ir.UnionOf):
            return ir.UnionOf(tuple(map(self.common, expr.members)))
        if isinstance(expr, ir.Apply):
            return replace(expr, arguments=tuple(map(self.common, expr.arguments)))
        if isinstance(expr, ir.Annotated):
            return replace(expr, inner=self.common(expr.inner))
        return expr


@dataclass(frozen=True)
class Difference:
    """How the values of a type differ: what came, what went, and whether one side holds all."""

    added: Tuple[ir.TypeExpr, ...]
    removed: Tuple[ir.TypeExpr, ...]
    wider: bool  # every old value is still one
    narrower: bool  # every new value was one before
    choice: bool  # programs had and have to tell several kinds apart, and some stayed
    gained_known: Tuple[ir.TypeExpr, ...] = ()  # values that were accepted before, as any text
    lost_known: Tuple[ir.TypeExpr, ...] = ()


class Shapes:
    def __init__(self, old: Side, new: Side) -> None:
        self.old = old
        self.new = new

    def same(self, old: ir.TypeExpr, new: ir.TypeExpr) -> bool:
        return self.old.common(old) == self.new.common(new)

    def difference(self, old: ir.TypeExpr, new: ir.TypeExpr) -> Difference:
        # What both sides name is compared where it is defined, not once more wherever it is used.
        closed = frozenset(map(self.old.common, ir.members(old)))
        closed &= frozenset(map(self.new.common, ir.members(new)))
        before, after = self.old.members(old, closed), self.new.members(new, closed)
        added = tuple(item for item in after if item not in before)
        removed = tuple(item for item in before if item not in after)
        return Difference(
            added=added,
            removed=removed,
            wider=all(self._held(item, after, 0, True) for item in removed),
            narrower=all(self._held(item, before, 0, False) for item in added),
            choice=len(before) > 1 and len(after) > 1 and len(removed) < len(before),
            gained_known=tuple(i for i in added if _open(i, before)),
            lost_known=tuple(i for i in removed if _open(i, after)),
        )

    def _held(
        self, item: ir.TypeExpr, others: Tuple[ir.TypeExpr, ...], depth: int, item_is_old: bool
    ) -> bool:
        return any(self._covers(other, item, depth, item_is_old) for other in others)

    def _covers(self, wide: ir.TypeExpr, slim: ir.TypeExpr, depth: int, slim_is_old: bool) -> bool:
        """Whether every value of `slim` is one of `wide`."""
        if wide == slim or wide == ir.OBJECT:
            return True
        if isinstance(wide, ir.Builtin):
            kind = _SCALARS.get(wide.name)
            if isinstance(slim, ir.Literal) and kind is not None:
                return all(_is(value, wide.name) for value in slim.values)
            return wide.name == "float" and slim == ir.Builtin("int")
        if isinstance(wide, ir.Apply) and isinstance(slim, ir.Apply) and depth < 5:
            fits = wide.base == slim.base or _holds_list(wide.base, slim.base)
            return fits and self._arguments(wide, slim, depth, slim_is_old)
        return False

    def _arguments(self, wide: ir.Apply, slim: ir.Apply, depth: int, slim_is_old: bool) -> bool:
        slims, wides = (self.old, self.new) if slim_is_old else (self.new, self.old)
        return len(wide.arguments) == len(slim.arguments) and all(
            self._held(part, wides.members(w), depth + 1, slim_is_old)
            for w, s in zip(wide.arguments, slim.arguments)
            for part in slims.members(s)
        )


def _is(value: object, name: str) -> bool:
    if isinstance(value, bool):
        return name == "bool"
    return isinstance(value, _SCALARS[name])


def _holds_list(wide: object, slim: object) -> bool:
    names = [getattr(base, "name", "") for base in (slim, wide)]
    if any(name not in _LISTS for name in names):
        return False
    return _LISTS.index(names[0]) <= _LISTS.index(names[1])


def _open(item: ir.TypeExpr, members: Tuple[ir.TypeExpr, ...]) -> bool:
    """Whether a literal is only one of the known values of a type that takes any."""
    if not isinstance(item, ir.Literal):
        return False
    return any(
        isinstance(member, ir.Builtin)
        and member.name in _SCALARS
        and all(_is(value, member.name) for value in item.values)
        for member in members
    )


def encodings(expr: ir.TypeExpr) -> Tuple[Tuple[str, str], ...]:
    """How values of the type are written, wherever in the expression that is said."""
    if isinstance(expr, ir.Annotated):
        return expr.info + encodings(expr.inner)
    parts: Tuple[ir.TypeExpr, ...] = ()
    if isinstance(expr, ir.UnionOf):
        parts = expr.members
    elif isinstance(expr, ir.Apply):
        parts = expr.arguments
    return tuple(info for part in parts for info in encodings(part))
