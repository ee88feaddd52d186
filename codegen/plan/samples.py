"""Values for the generated tests: the smallest and the fullest arguments of each method."""

from __future__ import annotations

from typing import List, Mapping, Tuple

from codegen.ir.model import (
    NONE,
    AliasType,
    Annotated,
    Apply,
    Argument,
    Builtin,
    ClassType,
    External,
    Field,
    Literal,
    Ref,
    TypeDef,
    TypeExpr,
    UnionOf,
)
from codegen.plan.expressions import python_literal

_SCALARS = {"str": '"string"', "int": "1", "float": "0.5", "bool": "True", "None": "None"}
# What every uploaded sample holds: a document that reads as text, with a head of two entries.
FILE_CONTENT = r'b"---\nname: sample\ndescription: A sample file.\n---\n"'
MAX_DEPTH = 6


class Samples:
    def __init__(self, types: Mapping[str, TypeDef]) -> None:
        self._types = types

    def argument(self, argument: Argument, full: bool) -> str:
        if argument.is_file:
            return self._file(argument)
        if argument.example is not None:
            return python_literal(argument.example)
        return self.value(argument.type, full, 0)

    def _file(self, argument: Argument) -> str:
        names = (
            argument.example
            if isinstance(argument.example, list)
            else [argument.example or "sample.txt"]
        )
        files = [f"({python_literal(name)}, {FILE_CONTENT})" for name in names]
        return f"[{', '.join(files)}]" if argument.is_array else files[0]

    def value(self, expr: TypeExpr, full: bool, depth: int, seen: Tuple[str, ...] = ()) -> str:
        if isinstance(expr, Builtin):
            return _SCALARS.get(expr.name, "{}")
        if isinstance(expr, Literal):
            return python_literal(expr.values[0])
        if isinstance(expr, Annotated):
            formats = dict(expr.info).get("format")
            return (
                '"c2FtcGxl"' if formats == "base64" else self.value(expr.inner, full, depth, seen)
            )
        if isinstance(expr, Apply):
            return self._applied(expr, full, depth, seen)
        if isinstance(expr, UnionOf):
            return self.value(self._member(expr, full, seen), full, depth, seen)
        if isinstance(expr, External):
            return self._external(expr)
        definition = self._types[expr.id]
        if isinstance(definition, AliasType):
            return self.value(definition.type, full, depth, (*seen, expr.id))
        return self._mapping(definition, full and depth < MAX_DEPTH, depth, (*seen, expr.id))

    def _member(self, expr: UnionOf, full: bool, seen: Tuple[str, ...]) -> TypeExpr:
        members = [m for m in expr.members if m != NONE]
        fresh = [m for m in members if not (isinstance(m, Ref) and m.id in seen)] or members
        if full:  # a list says more than a text
            lists = [
                m for m in fresh if isinstance(m, Apply) and m.base != External("typing", "Dict")
            ]
            return lists[0] if lists else fresh[0]
        return next((m for m in fresh if isinstance(m, Builtin)), fresh[0])

    def _applied(self, expr: Apply, full: bool, depth: int, seen: Tuple[str, ...]) -> str:
        base = expr.base.name if isinstance(expr.base, External) else ""
        if base == "Dict":
            return (
                f'{{"foo": {self.value(expr.arguments[1], full, depth + 1, seen)}}}'
                if expr.arguments[1] != Builtin("object")
                else '{"foo": "bar"}'
            )
        if base == "Type":
            return "object"
        return f"[{self.value(expr.arguments[0], full, depth + 1, seen)}]"

    @staticmethod
    def _external(expr: External) -> str:
        return {
            "FileTypes": FILE_CONTENT,
            "datetime": 'parse_datetime("2026-02-05T12:00:00Z")',
            "date": 'parse_date("2026-02-05")',
            "Base64FileInput": '"c2FtcGxl"',
        }.get(expr.name, "{}")

    def _mapping(self, definition: ClassType, full: bool, depth: int, seen: Tuple[str, ...]) -> str:
        entries: List[str] = []
        for field in self._fields(definition):
            if not field.required and not (full and self._finite(field, seen)):
                continue
            if field.example is not None:
                value = python_literal(field.example)
            else:
                value = self.value(field.type, full, depth + 1, seen)
            entries.append(f"{python_literal(field.wire)}: {value}")
        return "{" + ", ".join(entries) + "}"

    def _fields(self, definition: ClassType) -> List[Field]:
        fields: List[Field] = []
        for base in definition.bases:
            if isinstance(base, Ref):
                parent = self._types[base.id]
                if isinstance(parent, ClassType):
                    fields += self._fields(parent)
        return [f for f in (*fields, *definition.fields) if f.wire == f.name]

    @staticmethod
    def _finite(field: Field, seen: Tuple[str, ...]) -> bool:
        return not (isinstance(field.type, Ref) and field.type.id in seen) and not field.deprecated
