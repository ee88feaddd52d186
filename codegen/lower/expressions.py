"""Type expressions written in sdk.yml: `None | JSONOutputFormatParam | Type[ResponseFormatT]`."""

from __future__ import annotations

import ast
from typing import Dict, List, Union

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.ir import model as ir
from codegen.lower.types import TypeTable

_BUILTINS = {name: ir.Builtin(name) for name in ("str", "int", "float", "bool", "object")}
_TYPING = {"Type", "List", "Dict", "Iterable", "Literal", "Union", "Optional"}


class ExpressionReader:
    """Resolves the names of an expression to generated types, `names` of sdk.yml, or typing."""

    def __init__(self, table: TypeTable, problems: Problems) -> None:
        self._table = table
        self._problems = problems
        self._names = table.config.names
        self.used: Dict[str, None] = {}

    def read(self, text: str, place: Place) -> ir.TypeExpr:
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
            return ir.Builtin("object")

    def _expression(self, node: ast.expr, text: str, place: Place) -> ir.TypeExpr:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return self._union([node.left, node.right], text, place)
        if isinstance(node, ast.Constant) and node.value is None:
            return ir.NONE
        if isinstance(node, ast.Subscript):
            arguments = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
            base = self._name(node.value, place)
            if base == ir.typing_name("Literal"):
                return ir.Literal(tuple(_value(argument) for argument in arguments))
            if not isinstance(base, (ir.External, ir.Ref)):
                raise ValueError(f"`{ast.unparse(node.value)}` takes no arguments")
            return ir.Apply(
                base, tuple(self._expression(argument, text, place) for argument in arguments)
            )
        return self._name(node, place)

    def _union(self, nodes: List[ast.expr], text: str, place: Place) -> ir.TypeExpr:
        members: List[ir.TypeExpr] = []
        for node in nodes:
            expr = self._expression(node, text, place)
            members += expr.members if isinstance(expr, ir.UnionOf) else (expr,)
        if ir.NONE in members:
            members = [member for member in members if member != ir.NONE] + [ir.NONE]
        return ir.UnionOf(tuple(members))

    def _name(
        self, node: ast.expr, place: Place
    ) -> Union[ir.Builtin, ir.External, ir.Ref, ir.TypeExpr]:
        name = ast.unparse(node)
        if name in _BUILTINS:
            return _BUILTINS[name]
        if name == "type":
            return ir.External("builtins", "type")
        if name in _TYPING:
            return ir.typing_name(name)
        if name in self._names:
            self.used[name] = None
            return ir.External(f".{self._names[name].module}", self._names[name].name)
        found = self._table.find(name)
        if found is None:
            known = {*self._names, *self._table._names}
            self._problems.add(
                "unknown-type", f"no type is called `{name}`", place, did_you_mean(name, known)
            )
            return ir.External("builtins", "object")
        return ir.Ref(found)


def _value(node: ast.expr) -> object:
    try:
        return ast.literal_eval(node)
    except ValueError:
        raise ValueError(f"`Literal` takes values, and `{ast.unparse(node)}` is none") from None
