"""Which published thing a line of a generated file belongs to."""

from __future__ import annotations

import ast
import re
from typing import List, Optional, Tuple

from codegen.ir import model as ir

_ARGUMENT = re.compile(r"\s+(\w+): ")


def names_at(path: str, text: str, line: int, api: ir.Api, package: str) -> List[str]:
    """The names that stand at a line, the narrowest first; empty for what the template says alone.

    `path` is below the repository, `package` the folder of the package.
    """
    if not path.startswith(f"{package}/") or not path.endswith(".py"):
        return []
    below = path[len(package) + 1 : -len(".py")].replace("/", ".")
    tree = ast.parse(text)
    if below.startswith("types."):
        return _type_names(below[len("types.") :], tree, line, api)
    if below.startswith("resources."):
        return _method_names(below[len("resources.") :], tree, text, line, api)
    if below == "__init__":
        found = _words(text, line)
        return [f"exports.{e.name}" for e in api.exports if e.name in found]
    if below == "pagination":
        owner = _covering(tree.body, line)
        name = getattr(owner, "name", "")
        return [page.name for page in api.pages if name.endswith(page.name)]
    return []


def _type_names(module: str, tree: ast.Module, line: int, api: ir.Api) -> List[str]:
    types = {item.name: item for item in api.types if item.home.dotted == module}
    statement = _covering(tree.body, line)
    definition = types.get(_defined(statement)) if statement is not None else None
    if definition is None:
        return [f"types.{item.id}" for item in types.values()]
    name = f"types.{definition.id}"
    if isinstance(statement, ast.ClassDef):
        field = _defined(_covering(statement.body, line))
        return [f"{name}.{field}", name] if field else [name]
    return [name]


def _method_names(module: str, tree: ast.Module, text: str, line: int, api: ir.Api) -> List[str]:
    resource = next((item for item in api.walk() if item.module == module), None)
    if resource is None:
        return []
    path = ".".join(resource.path)
    class_ = _covering(tree.body, line)
    method = _covering(class_.body, line) if isinstance(class_, ast.ClassDef) else None
    if not isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return [path]
    name = f"{path}.{method.name}"
    if method.name not in {item.name for item in resource.methods}:
        return [f"{path}.{word}" for word in _words(text, line) if _has(resource, word)] or [path]
    argument = _argument(method, text, line)
    return [f"{name}({argument})", name, path] if argument else [name, path]


def _argument(method: ast.stmt, text: str, line: int) -> str:
    """The parameter whose annotation, description or use stands at the line."""
    assert isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef))
    arguments = [*method.args.posonlyargs, *method.args.args, *method.args.kwonlyargs]
    for argument in arguments:
        if argument.lineno <= line <= (argument.end_lineno or argument.lineno):
            return argument.arg
    names = {argument.arg for argument in arguments}
    lines = text.splitlines()
    first = method.body[0]
    if first.lineno <= line <= (first.end_lineno or 0) and isinstance(first, ast.Expr):
        for number in range(line, first.lineno, -1):
            described = _ARGUMENT.match(lines[number - 1])
            if described and described.group(1) in names:
                return described.group(1)
        return ""
    return next((word for word in _words(text, line) if word in names and word != "self"), "")


def _has(resource: ir.Resource, name: str) -> bool:
    return any(method.name == name for method in resource.methods)


def _words(text: str, line: int) -> List[str]:
    lines = text.splitlines()
    return re.findall(r"\w+", lines[line - 1]) if 0 < line <= len(lines) else []


def _covering(body: List[ast.stmt], line: int) -> Optional[ast.stmt]:
    """The statement at a line; a text below an assignment belongs to it."""
    before: Optional[ast.stmt] = None
    for statement in body:
        start, end = _span(statement)
        if start <= line <= end:
            text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
            return before if text and before is not None else statement
        before = statement
    return None


def _span(statement: ast.stmt) -> Tuple[int, int]:
    decorators = getattr(statement, "decorator_list", [])
    start = min([statement.lineno, *(item.lineno for item in decorators)])
    return start, statement.end_lineno or statement.lineno


def _defined(statement: Optional[ast.stmt]) -> str:
    if isinstance(statement, ast.ClassDef):
        return statement.name
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    if isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    return next((target.id for target in targets if isinstance(target, ast.Name)), "")
