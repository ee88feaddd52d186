"""Merging schemas that must all hold: `allOf`, and keywords beside a reference or a union."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Dict, List, Optional, Tuple

from codegen.diagnostics import Place
from codegen.spec.annotations import combined, unannotated
from codegen.spec.graph import Kind, Property, Schema
from codegen.spec.keywords import ALL_LIMITS, value_fits

# What `required` says about a property that the same schema does not declare;
# another part of the `allOf` may.
UNDECLARED = Schema(kind=Kind.ANY, place=Place("", -1, "undeclared"))

_ONE_UNION = "write the combinations out as one `oneOf`"


class Conflict(Exception):
    """Two schemas that no value, or no type we can write, satisfies both."""

    def __init__(
        self,
        message: str,
        code: str = "conflicting-types",
        hint: str = "make the parts agree on the type",
    ) -> None:
        self.code = code
        self.hint = hint
        super().__init__(message)


def _is_bare(schema: Schema) -> bool:
    """Whether a schema gives no shape but a type: limits and annotations are no shape."""
    bare = Schema(kind=schema.kind, place=schema.place, limits=schema.limits, format=schema.format)
    return schema.kind not in (Kind.REF, Kind.NULL) and unannotated(schema) == bare


class Merger:
    """Merges two schemas at a time; `target` gives the schema a REF stands for."""

    def __init__(self, target: Callable[[Schema], Schema]) -> None:
        self._target = target

    def both(self, a: Schema, b: Schema) -> Schema:
        """The schema of what satisfies `a` and `b`. Raises `Conflict`.

        A reference stays one when the other only describes it or repeats its
        type. Annotations are taken from `b` before `a`.
        """
        if a is UNDECLARED or b is UNDECLARED:
            return b if a is UNDECLARED else a
        bare = [part for part in (a, b) if _is_bare(part)]
        # One of them, with the other's limits, may say it all.
        if Kind.ANY in (a.kind, b.kind) or (a.ref and a.ref == b.ref) or self._retyped(a, b, bare):
            core, other = (b, a) if a.kind is Kind.ANY or (a in bare and b.ref) else (a, b)
            core = replace(core, limits=_limits(a, b), format=b.format or a.format)
            nullable = core.nullable and (other.nullable or other.kind is Kind.ANY)
        else:
            left, right = (self._target(part) if part.ref else part for part in (a, b))
            core = self._core(left, right)
            nullable = self._nullable(a) and self._nullable(b)
        # `{type: object, nullable: true}` beside something is meant to let it be null.
        told = (Kind.ANY, Kind.OBJECT) if not core.ref else tuple(Kind)
        nullable = nullable or any(part.nullable and part.kind in told for part in bare)
        merged = replace(combined(core, a, b), nullable=nullable)
        if merged.description or merged.ref:
            return merged
        # The description of the first component; the use has none itself.
        found = (self._target(part).description for part in (a, b) if part.ref)
        return replace(merged, description=next(filter(None, found), ""))

    @staticmethod
    def _retyped(a: Schema, b: Schema, bare: List[Schema]) -> bool:
        return bool((a.ref and b in bare) or (b.ref and a in bare))

    def _nullable(self, schema: Schema) -> bool:
        if schema.kind is Kind.REF:
            return schema.nullable or self._nullable(self._target(schema))
        return schema.nullable or schema.kind in (Kind.NULL, Kind.ANY)

    def _core(self, a: Schema, b: Schema) -> Schema:
        kinds = {a.kind, b.kind}
        if Kind.ANY in kinds:
            return b if a.kind is Kind.ANY else a
        if Kind.UNION in kinds:
            return self._distribute(a, b) if a.kind is Kind.UNION else self._distribute(b, a)
        if Kind.ENUM in kinds:
            return _narrowed(a, b) if a.kind is Kind.ENUM else _narrowed(b, a)
        core = replace(b, limits=_limits(a, b), format=b.format or a.format)
        if kinds == {Kind.INTEGER, Kind.NUMBER}:
            return replace(core, kind=Kind.INTEGER)
        if len(kinds) > 1:
            raise Conflict(f"no value is of type {a.kind.value} and of type {b.kind.value}")
        return replace(
            core,
            properties=self._properties(a, b),
            additional=self._optional(a.additional, b.additional),
            closed=a.closed or b.closed,
            items=self._optional(a.items, b.items),
        )

    def _optional(self, a: Optional[Schema], b: Optional[Schema]) -> Optional[Schema]:
        return self.both(a, b) if a is not None and b is not None else a or b

    def _properties(self, a: Schema, b: Schema) -> Tuple[Property, ...]:
        merged: Dict[str, Property] = {}
        for prop in (*a.properties, *b.properties):
            before = merged.get(prop.name)
            if before is None:
                merged[prop.name] = prop
                continue
            try:
                schema = self.both(before.schema, prop.schema)
            except Conflict as conflict:
                message = f"property `{prop.name}`: {conflict}"
                raise Conflict(message, conflict.code, conflict.hint) from None
            if before.schema is UNDECLARED:
                del merged[prop.name]  # its place is where it is declared
            merged[prop.name] = Property(prop.name, schema, before.required or prop.required)
        return tuple(merged.values())

    def _distribute(self, union: Schema, other: Schema) -> Schema:
        """The union with `other` holding for each branch; branches that it rules out are left."""
        if other.kind is Kind.UNION:
            raise Conflict("two unions must hold at once", "unsupported-construct", _ONE_UNION)
        beside = unannotated(other)
        branches: List[Schema] = []
        conflicts: List[Conflict] = []
        for branch in union.branches:
            try:
                branches.append(self.both(beside, branch))
            except Conflict as conflict:
                if conflict.code != "conflicting-types":
                    raise
                conflicts.append(conflict)
        if len(branches) < 2:
            if not branches:
                raise conflicts[0]
            return branches[0]
        if [branch.ref for branch in branches] != [branch.ref for branch in union.branches]:
            union = replace(union, discriminator="", mapping=())
        return replace(union, branches=tuple(branches))


def _narrowed(enum: Schema, other: Schema) -> Schema:
    """The enum with the values that `other`, an enum or a type, allows."""
    if other.kind is Kind.ENUM:
        allowed = {(type(value), value) for value in other.values}
        kept = [value for value in enum.values if (type(value), value) in allowed]
    else:
        kept = [value for value in enum.values if value_fits(value, other.kind)]
    if not kept:
        raise Conflict(f"no value of the enum is allowed by the other part's {other.kind.value}")
    texts = dict(zip(enum.values, enum.value_descriptions))
    described = tuple(texts.get(value, "") for value in kept) if texts else ()
    return replace(enum, values=tuple(kept), value_descriptions=described)


def _limits(a: Schema, b: Schema) -> Tuple[Tuple[str, object], ...]:
    """The limits of both; where they give the same one, that of `b`."""
    found = dict((*a.limits, *b.limits))
    return tuple((name, found[name]) for name in ALL_LIMITS if name in found)
