"""Values for the generated tests: the smallest and the fullest arguments of each method."""

from __future__ import annotations

from typing import List, Mapping, Tuple

from codegen.ir import model as ir
from codegen.plan.expressions import python_literal

_SCALARS = {"str": '"string"', "int": "1", "float": "0.5", "bool": "True", "None": "None"}
# What every uploaded sample holds: a document that reads as text, with a head of two entries.
FILE_CONTENT = r'b"---\nname: sample\ndescription: A sample file.\n---\n"'
_EXTERNAL = {
    "FileTypes": FILE_CONTENT,
    "datetime": 'parse_datetime("2026-02-05T12:00:00Z")',
    "date": 'parse_date("2026-02-05")',
    "Base64FileInput": '"c2FtcGxl"',
}
MAX_DEPTH = 6


class Samples:
    def __init__(self, types: Mapping[str, ir.TypeDef]) -> None:
        self.types = types

    def argument(self, argument: ir.Argument, full: bool) -> str:
        example = argument.example
        if argument.is_file:
            names = example if isinstance(example, list) else [example or "sample.txt"]
            files = [f"({python_literal(name)}, {FILE_CONTENT})" for name in names]
            return f"[{', '.join(files)}]" if argument.is_array else files[0]
        if example is not None:
            return python_literal(example)
        return self.value(argument.type, full, 0)

    def value(self, expr: ir.TypeExpr, full: bool, depth: int, seen: Tuple[str, ...] = ()) -> str:
        if isinstance(expr, ir.Builtin):
            return _SCALARS.get(expr.name, "{}")
        if isinstance(expr, ir.External):
            return _EXTERNAL.get(expr.name, "{}")
        if isinstance(expr, ir.Literal):
            return python_literal(expr.values[0])
        if isinstance(expr, ir.Annotated):
            encoded = ("format", "base64") in expr.info
            return '"c2FtcGxl"' if encoded else self.value(expr.inner, full, depth, seen)
        if isinstance(expr, ir.Apply):
            return self._applied(expr, full, depth, seen)
        if isinstance(expr, ir.UnionOf):
            return self.value(self._member(expr, full, seen), full, depth, seen)
        definition = self.types[expr.id]
        if isinstance(definition, ir.AliasType):
            return self.value(definition.type, full, depth, (*seen, expr.id))
        return self._mapping(definition, full and depth < MAX_DEPTH, depth, (*seen, expr.id))

    def _member(self, expr: ir.UnionOf, full: bool, seen: Tuple[str, ...]) -> ir.TypeExpr:
        members = [m for m in expr.members if m != ir.NONE]
        fresh = [m for m in members if not (isinstance(m, ir.Ref) and m.id in seen)] or members
        if full:  # a list says more than a text
            dict_ = ir.typing_name("Dict")
            lists = (m for m in fresh if isinstance(m, ir.Apply) and m.base != dict_)
            return next(lists, fresh[0])
        return next((m for m in fresh if isinstance(m, ir.Builtin)), fresh[0])

    def _applied(self, expr: ir.Apply, full: bool, depth: int, seen: Tuple[str, ...]) -> str:
        if expr.base == ir.typing_name("Type"):
            return "object"
        item = self.value(expr.arguments[-1], full, depth + 1, seen)
        if expr.base != ir.typing_name("Dict"):
            return f"[{item}]"
        return f'{{"foo": {item}}}' if expr.arguments[1] != ir.OBJECT else '{"foo": "bar"}'

    def _mapping(
        self, definition: ir.ClassType, full: bool, depth: int, seen: Tuple[str, ...]
    ) -> str:
        entries: List[str] = []
        for field in self._fields(definition):
            finite = not (isinstance(field.type, ir.Ref) and field.type.id in seen)
            if field.required or (full and finite and not field.deprecated):
                value = python_literal(field.example)
                if field.example is None:
                    value = self.value(field.type, full, depth + 1, seen)
                entries.append(f"{python_literal(field.wire)}: {value}")
        return "{" + ", ".join(entries) + "}"

    def _fields(self, definition: ir.ClassType) -> List[ir.Field]:
        parents = [self.types[base.id] for base in definition.bases if isinstance(base, ir.Ref)]
        fields: List[ir.Field] = []
        for parent in parents:
            fields += self._fields(parent) if isinstance(parent, ir.ClassType) else []
        return [f for f in (*fields, *definition.fields) if f.wire == f.name]
