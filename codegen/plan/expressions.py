"""Type expressions as text, with the imports they need."""

from __future__ import annotations

import json
from typing import Callable, FrozenSet, Iterator, Mapping, Optional, Sequence, Set

from codegen.ir import model as ir
from codegen.plan.imports import Imports

# External names that moved into typing after 3.9.
_EXTENSIONS = {"TypedDict", "Required", "Literal", "Annotated", "TypeAlias"}


# How a name that a module does not have yet is written in an alias: for static tools, and for
# whoever reads the alias at run time, in whatever module, after this one is complete.
QUOTED = '"{name}"'
FORWARD = 'ForwardRef("{name}", module=__name__)'


class TypeText:
    """Writes expressions for one module.

    `refer` decides how a generated type is reached: by import (the default), or
    as an attribute of the lazy `types` package.
    """

    def __init__(
        self,
        imports: Imports,
        types: Mapping[str, ir.TypeDef],
        refer: Optional[Callable[[ir.TypeDef], Optional[str]]] = None,
        late: FrozenSet[str] = frozenset(),
    ) -> None:
        self._imports = imports
        self._types = types
        self._refer = refer
        self._late = late

    def text(self, expr: ir.TypeExpr, quote: str = "") -> str:
        """The expression; with `quote`, names that are not there yet stand in it, see `QUOTED`."""
        if isinstance(expr, ir.Builtin):
            return self._imports.builtin(expr.name)
        if isinstance(expr, ir.External):
            return self._external(expr)
        if isinstance(expr, ir.Ref):
            return self._ref(expr, quote)
        if isinstance(expr, ir.Apply):
            arguments = ", ".join(self.text(argument, quote) for argument in expr.arguments)
            return f"{self.text(expr.base, quote)}[{arguments}]"
        if isinstance(expr, ir.Literal):
            literal = self._imports.name("typing_extensions", "Literal")
            return f"{literal}[{', '.join(python_literal(value) for value in expr.values)}]"
        if isinstance(expr, ir.Annotated):
            annotated = self._imports.name("typing_extensions", "Annotated")
            info = self._imports.name("._utils", "PropertyInfo")
            keywords = ", ".join(f"{key}={python_literal(value)}" for key, value in expr.info)
            return f"{annotated}[{self.text(expr.inner, quote)}, {info}({keywords})]"
        return self._union(expr, quote)

    def field_names(self, bases: Sequence[ir.TypeExpr]) -> Set[str]:
        """The fields that a class has from generated bases."""
        names: Set[str] = set()
        for base in bases:
            definition = self._types[base.id] if isinstance(base, ir.Ref) else None
            if isinstance(definition, ir.ClassType):
                names |= {field.name for field in definition.fields} | self.field_names(
                    definition.bases
                )
        return names

    def _union(self, expr: ir.UnionOf, quote: str) -> str:
        members = [self.text(member, quote) for member in expr.members if member != ir.NONE]
        if ir.NONE in expr.members and len(members) == 1:
            return f"{self._imports.name('typing', 'Optional')}[{members[0]}]"
        if ir.NONE in expr.members:
            members.append("None")
        return f"{self._imports.name('typing', 'Union')}[{', '.join(members)}]"

    def _external(self, expr: ir.External) -> str:
        if expr.module == "builtins":
            return self._imports.builtin(expr.name)
        lazy = self._lazy_attribute(expr) if self._refer is not None else None
        if lazy is not None:
            return lazy
        module = (
            "typing_extensions"
            if expr.module == "typing" and expr.name in _EXTENSIONS
            else expr.module
        )
        return self._imports.name(module, expr.name)

    def _lazy_attribute(self, expr: ir.External) -> Optional[str]:
        """A name of a lazy package, as its attribute: it loads when an annotation is evaluated."""
        parts = expr.module.strip(".").split(".")
        if expr.module.startswith(".types"):
            return ".".join((self._imports.name(".", "types"), *parts[1:], expr.name))
        if expr.module.startswith(".lib.") and not parts[-1].startswith("_"):
            return f"{self._imports.name('.' + '.'.join(parts[:-1]), parts[-1])}.{expr.name}"
        return None

    def _ref(self, expr: ir.Ref, quote: str) -> str:
        definition = self._types[expr.id]
        if self._refer is not None:
            reached = self._refer(definition)
            if reached is not None:
                return reached
        late = expr.id in self._late
        name = self._imports.name(
            f".types.{definition.home.dotted}", definition.name, "late" if late else "always"
        )
        return quote.format(name=name) if late and quote else name


def python_literal(value: object) -> str:
    """A Python literal with double quotes, as the formatter writes it."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{python_literal(k)}: {python_literal(v)}" for k, v in value.items())
            + "}"
        )
    if isinstance(value, (list, tuple)):
        inner = ", ".join(python_literal(item) for item in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner}{',' if value else ''})"
    return repr(value)


def references(expr: ir.TypeExpr) -> Iterator[str]:
    """Ids of the generated types an expression mentions."""
    if isinstance(expr, ir.Ref):
        yield expr.id
    elif isinstance(expr, ir.Annotated):
        yield from references(expr.inner)
    else:
        parts = (expr.base, *expr.arguments) if isinstance(expr, ir.Apply) else ir.members(expr)
        for part in parts:
            if part is not expr:
                yield from references(part)
