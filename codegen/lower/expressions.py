"""Type expressions written in sdk.yml: `None | JSONOutputFormatParam | Type[ResponseFormatT]`."""

from __future__ import annotations

import ast
from typing import Dict, List, Tuple, Union

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.ir.model import (
    NONE,
    Apply,
    Builtin,
    External,
    Literal,
    Ref,
    TypeExpr,
    UnionOf,
    typing_name,
)
from codegen.lower.types import TypeTable

_BUILTINS = {name: Builtin(name) for name in ("str", "int", "float", "bool", "object")}
_TYPING = {"Type", "List", "Dict", "Iterable", "Literal", "Union", "Optional"}


class ExpressionReader:
    """Resolves the names of an expression to generated types, `names` of sdk.yml, or typing."""

    def __init__(self, table: TypeTable, problems: Problems) -> None:
        self._table = table
        self._problems = problems
        self._names: Dict[str, str] = dict(table.config.names)
        self.used: Dict[str, None] = {}

    def read(self, text: str, place: Place) -> TypeExpr:
        try:
            return self._expression(ast.parse(text, mode="eval").body, text, place)
        except (SyntaxError, ValueError) as error:
            reason = error.msg if isinstance(error, SyntaxError) else str(error)
            self._problems.add(
                "config-type-expression",
                f"`{text}` is no type expression: {reason}",
                place,
                "write it like `None | List[Message]`, with quotes around it",
            )
            return Builtin("object")

    def _expression(self, node: ast.expr, text: str, place: Place) -> TypeExpr:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return self._union([node.left, node.right], text, place)
        if isinstance(node, ast.Constant) and node.value is None:
            return NONE
        if isinstance(node, ast.Subscript):
            arguments = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
            base = self._name(node.value, place)
            if base == typing_name("Literal"):
                return Literal(tuple(_value(argument) for argument in arguments))
            if not isinstance(base, (External, Ref)):
                raise ValueError(f"`{ast.unparse(node.value)}` takes no arguments")
            return Apply(
                base, tuple(self._expression(argument, text, place) for argument in arguments)
            )
        return self._name(node, place)

    def _union(self, nodes: List[ast.expr], text: str, place: Place) -> TypeExpr:
        members: List[TypeExpr] = []
        for node in nodes:
            expr = self._expression(node, text, place)
            members += expr.members if isinstance(expr, UnionOf) else (expr,)
        if NONE in members:
            members = [member for member in members if member != NONE] + [NONE]
        return UnionOf(tuple(members))

    def _name(self, node: ast.expr, place: Place) -> Union[Builtin, External, Ref, TypeExpr]:
        name = ast.unparse(node)
        if name in _BUILTINS:
            return _BUILTINS[name]
        if name == "type":
            return External("builtins", "type")
        if name in _TYPING:
            return typing_name(name)
        if name in self._names:
            self.used[name] = None
            module, _, attribute = self._names[name].rpartition(".")
            return External(f".{module}", attribute)
        found = self._table.find(name)
        if found is None:
            known = {*self._names, *self._table._names}
            self._problems.add(
                "unknown-type", f"no type is called `{name}`", place, did_you_mean(name, known)
            )
            return External("builtins", "object")
        return Ref(found)


def _value(node: ast.expr) -> object:
    try:
        return ast.literal_eval(node)
    except ValueError:
        raise ValueError(f"`Literal` takes values, and `{ast.unparse(node)}` is none") from None


def target(text: str) -> Tuple[str, str]:
    """`lib._prepare.prepare_message` -> (module, name)."""
    module, _, name = text.rpartition(".")
    return module, name
