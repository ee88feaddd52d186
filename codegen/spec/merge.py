"""Merging schemas that must all hold: `allOf`, and keywords beside a reference or a union."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Dict, List, Optional, Sequence, Tuple

from codegen.diagnostics import Place
from codegen.spec.graph import Kind, Property, Schema
from codegen.spec.keywords import ALL_LIMITS

# What `required` says about a property that the same schema does not declare;
# another part of the `allOf` may.
UNDECLARED = Schema(kind=Kind.ANY, place=Place("", -1, "undeclared"))

_SCALARS = (Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN)
_ENUM_TYPES = {
    Kind.STRING: (str,),
    Kind.BOOLEAN: (bool,),
    Kind.INTEGER: (int,),
    Kind.NUMBER: (int, float),
}


class Conflict(Exception):
    """Two schemas that no value, or no type we can write, satisfies both."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def value_fits(value: object, kind: Kind) -> bool:
    """Whether a literal is of the type `kind`; booleans are not numbers."""
    if isinstance(value, bool):
        return kind is Kind.BOOLEAN
    return isinstance(value, _ENUM_TYPES.get(kind, ()))


def is_bare(schema: Schema) -> bool:
    """Whether a schema gives no shape but a type: limits and annotations are no shape."""
    bare = Schema(kind=schema.kind, place=schema.place, limits=schema.limits, format=schema.format)
    return schema.kind not in (Kind.REF, Kind.NULL) and _unannotated(schema) == bare


def _unannotated(schema: Schema) -> Schema:
    return replace(
        schema,
        title="",
        description="",
        nullable=False,
        deprecated=False,
        read_only=False,
        write_only=False,
        default=None,
        has_default=False,
        example=None,
    )


class Merger:
    """Merges two schemas at a time; `target` gives the schema a REF stands for."""

    def __init__(self, target: Callable[[Schema], Schema]) -> None:
        self._target = target
        # References with a bare type beside them, to be checked once all is known.
        self.said_to_be: List[Tuple[Schema, Kind]] = []

    def both(self, a: Schema, b: Schema) -> Schema:
        """The schema of what satisfies `a` and `b`. Raises `Conflict`.

        A reference stays one when the other only describes it or repeats its
        type. Annotations are taken from `b` before `a`.
        """
        if a is UNDECLARED or b is UNDECLARED:
            return b if a is UNDECLARED else a
        bare = [part for part in (a, b) if is_bare(part)]
        if self._keeps_one(a, b):
            core, other = (b, a) if a.kind is Kind.ANY or (a in bare and b.ref) else (a, b)
            if core.ref and other.kind not in (Kind.ANY, Kind.REF):
                self.said_to_be.append((core, other.kind))
            core = replace(core, limits=_limits((a, b)), format=b.format or a.format)
            nullable = core.nullable and (other.nullable or other.kind is Kind.ANY)
        else:
            left = self._target(a) if a.kind is Kind.REF else a
            right = self._target(b) if b.kind is Kind.REF else b
            core = self._core(left, right)
            nullable = self._nullable(a) and self._nullable(b)
        # `{type: object, nullable: true}` beside something is meant to let it be null.
        told = (Kind.ANY, Kind.OBJECT) if not core.ref else tuple(Kind)
        nullable = nullable or any(part.nullable and part.kind in told for part in bare)
        return self._described(core, a, b, nullable)

    @staticmethod
    def _keeps_one(a: Schema, b: Schema) -> bool:
        """Whether one of them, with the other's limits, says it all."""
        if Kind.ANY in (a.kind, b.kind) or (a.ref and a.ref == b.ref):
            return True
        return bool((a.ref and is_bare(b)) or (b.ref and is_bare(a)))

    def _nullable(self, schema: Schema) -> bool:
        if schema.kind is Kind.REF:
            return schema.nullable or self._nullable(self._target(schema))
        return schema.nullable or schema.kind in (Kind.NULL, Kind.ANY)

    def _described(self, core: Schema, a: Schema, b: Schema, nullable: bool) -> Schema:
        keep = b if b.has_default else a
        return replace(
            core,
            title=b.title or a.title,
            description=b.description
            or a.description
            or ("" if core.kind is Kind.REF else self._inherited(a, b)),
            nullable=nullable,
            deprecated=a.deprecated or b.deprecated,
            read_only=a.read_only or b.read_only,
            write_only=a.write_only or b.write_only,
            default=keep.default,
            has_default=keep.has_default,
            example=b.example if b.example is not None else a.example,
        )

    def _inherited(self, *schemas: Schema) -> str:
        """The description of the first component among `schemas`; the use has none itself."""
        found = (self._target(schema).description for schema in schemas if schema.kind is Kind.REF)
        return next((text for text in found if text), "")

    def _core(self, a: Schema, b: Schema) -> Schema:
        if a.kind is Kind.ANY or b.kind is Kind.ANY:
            return b if a.kind is Kind.ANY else a
        if a.kind is Kind.UNION or b.kind is Kind.UNION:
            return self._distribute(a, b)
        if a.kind is Kind.ENUM or b.kind is Kind.ENUM:
            return self._enum(a, b)
        if {a.kind, b.kind} == {Kind.INTEGER, Kind.NUMBER}:
            a, b = replace(a, kind=Kind.INTEGER), replace(b, kind=Kind.INTEGER)
        if a.kind is not b.kind:
            raise Conflict(
                "conflicting-types",
                f"no value is both {_article(a.kind.value)} and {_article(b.kind.value)}",
            )
        core = replace(b, limits=_limits((a, b)), format=b.format or a.format)
        if a.kind is Kind.OBJECT:
            return self._object(core, a, b)
        if a.kind is Kind.ARRAY:
            return replace(core, items=self._optional(a.items, b.items))
        return core

    def _optional(self, a: Optional[Schema], b: Optional[Schema]) -> Optional[Schema]:
        if a is None or b is None:
            return b if a is None else a
        return self.both(a, b)

    def _object(self, core: Schema, a: Schema, b: Schema) -> Schema:
        merged: Dict[str, Property] = {}
        for prop in (*a.properties, *b.properties):
            before = merged.get(prop.name)
            if before is None:
                merged[prop.name] = prop
                continue
            try:
                schema = self.both(before.schema, prop.schema)
            except Conflict as conflict:
                raise Conflict(conflict.code, f"property `{prop.name}`: {conflict}") from None
            if before.schema is UNDECLARED:
                del merged[prop.name]  # its place is where it is declared
            merged[prop.name] = Property(prop.name, schema, before.required or prop.required)
        return replace(
            core,
            properties=tuple(merged.values()),
            additional=self._optional(a.additional, b.additional),
            closed=a.closed or b.closed,
            discriminator="",
            mapping=(),
        )

    def _enum(self, a: Schema, b: Schema) -> Schema:
        enum, other = (a, b) if a.kind is Kind.ENUM else (b, a)
        if other.kind is Kind.ENUM:
            kept = [
                v for v in enum.values if any(v == w and type(v) is type(w) for w in other.values)
            ]
        else:
            kept = [value for value in enum.values if value_fits(value, other.kind)]
        if not kept:
            what = "another enum" if other.kind is Kind.ENUM else _article(other.kind.value)
            raise Conflict("conflicting-types", f"no value of the enum is allowed by {what}")
        if len(kept) == len(enum.values):
            return enum
        texts = dict(zip(enum.values, enum.value_descriptions))
        described = tuple(texts.get(value, "") for value in kept) if texts else ()
        return replace(enum, values=tuple(kept), value_descriptions=described)

    def _distribute(self, a: Schema, b: Schema) -> Schema:
        if a.kind is b.kind:
            raise Conflict("unsupported-construct", "two unions must hold at once")
        union, other = (a, b) if a.kind is Kind.UNION else (b, a)
        beside = _unannotated(other)
        branches: List[Schema] = []
        conflicts: List[Conflict] = []
        for branch in union.branches:
            try:
                branches.append(self.both(beside, branch))
            except Conflict as conflict:
                if conflict.code != "conflicting-types":
                    raise
                conflicts.append(conflict)  # nothing that holds elsewhere is in this branch
        if not branches:
            raise conflicts[0]
        if len(branches) == 1:
            return branches[0]
        if [branch.ref for branch in branches] != [branch.ref for branch in union.branches]:
            union = replace(union, discriminator="", mapping=())
        return replace(union, branches=tuple(branches))


def _limits(parts: Sequence[Schema]) -> Tuple[Tuple[str, object], ...]:
    """The limits of all parts; where two give the same one, the later."""
    found = {name: limit for part in parts for name, limit in part.limits}
    return tuple((name, found[name]) for name in ALL_LIMITS if name in found)


def _article(word: str) -> str:
    return ("an " if word[0] in "aeiou" else "a ") + word
