"""The hand-written ends of the seams: they exist, and their signature fits.

They are read from syntax trees, not imported.
"""

from __future__ import annotations

import ast
import builtins
from dataclasses import replace
from pathlib import Path
from typing import Dict, Optional, Tuple

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.ir import model as ir
from codegen.lower.config import Config

OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout")


def check_seams(
    api: ir.Api, config: Config, package: Path, problems: Problems
) -> Dict[ir.Target, ir.Function]:
    """How the functions to publish are declared.

    Raises `GenerationFailed` when something hand-written is not there or does not fit.
    """
    reader = _Reader(package, problems)
    declared: Dict[ir.Target, ir.Function] = {}
    for resource in config.walk():
        for name, target in resource.constants.items():
            reader.find(target, config.place((*resource.tokens, "constants", name)))
        for name, target in resource.functions.items():
            function = reader.declared(target, config.place((*resource.tokens, "functions", name)))
            declared.update({target: function} if function else {})
    for method in (method for resource in api.walk() for method in resource.methods):
        tokens = tuple(method.config_pointer.split("."))
        if method.prepare is not None:
            place = config.place((*tokens, "prepare"))
            reader.fits(method.prepare, place, ("client", "body"), ("timeout",), False)
        if method.call is not None:
            place = config.place((*tokens, "call"))
            twin = replace(method.call, name=f"async_{method.call.name}")
            reader.fits(method.call, place, ("resource", "params"), OPTIONS, False)
            reader.fits(twin, place, ("resource", "params"), OPTIONS, method.coroutine)
    for name, target in config.names.items():
        if not target.module.startswith("types"):
            reader.find(target, config.place(("names", name)))
    problems.raise_if_any()
    return declared


class _Reader:
    def __init__(self, package: Path, problems: Problems) -> None:
        self._package = package
        self._problems = problems
        self._modules: Dict[str, Optional[Dict[str, ast.stmt]]] = {}

    def _module(self, module: str) -> Optional[Dict[str, ast.stmt]]:
        """Top-level names of a module, with the statements that make them."""
        if module not in self._modules:
            base = self._package.joinpath(*module.split("."))
            path = base / "__init__.py" if base.is_dir() else base.with_suffix(".py")
            self._modules[module] = (
                _names(ast.parse(path.read_text(encoding="utf-8")).body) if path.is_file() else None
            )
        return self._modules[module]

    def find(self, target: ir.Target, place: Place) -> Optional[ast.stmt]:
        names = self._module(target.module)
        if names is None:
            message = f"`{target.module}` is to be imported, but does not exist"
            hint = f"write {target.module.replace('.', '/')}.py in {self._package}, or correct this"
            self._problems.add("seam-missing", message, place, hint)
            return None
        if target.name not in names:
            message = f"`{target.module}` has no `{target.name}`"
            self._problems.add("seam-missing", message, place, did_you_mean(target.name, names))
            return None
        return names[target.name]

    def fits(
        self,
        target: ir.Target,
        place: Place,
        positional: Tuple[str, ...],
        keywords: Tuple[str, ...],
        coroutine: bool,
    ) -> None:
        function = self.find(target, place)
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return
        found = [argument.arg for argument in function.args.args]
        named = {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
        missing = [name for name in keywords if name not in named]
        if len(found) < len(positional) or missing:
            message = "`{}.{}` must take ({})".format(
                target.module, target.name, ", ".join((*positional, "*", *keywords))
            )
            hint = f"it takes ({ast.unparse(function.args)})"
            self._problems.add("seam-signature", message, place, hint)
        if coroutine != isinstance(function, ast.AsyncFunctionDef):
            wanted = "a coroutine function" if coroutine else "a plain function"
            message = f"`{target.module}.{target.name}` must be {wanted}"
            hint = "change it, or `coroutine` in sdk.yml"
            self._problems.add("seam-signature", message, place, hint)

    def declared(self, target: ir.Target, place: Place) -> Optional[ir.Function]:
        """What it takes to publish the function from another module."""
        function = self.find(target, place)
        if function is None:
            return None
        called = f"`{target.module}.{target.name}`"
        if not isinstance(function, ast.FunctionDef):
            message, hint = f"{called} must be a plain function", "define it there, with `def`"
            self._problems.add("seam-signature", message, place, hint)
            return None
        signature, returns = function.args, function.returns or ast.Constant(None)
        for node in (*ast.walk(signature), *ast.walk(returns)):
            if isinstance(node, ast.Name) and not hasattr(builtins, node.id):
                message = f"the signature of {called} needs `{node.id}`"
                hint = "use built-in names in it: it is written where nothing else is imported"
                self._problems.add("seam-signature", message, place, hint)
        named = [*signature.posonlyargs, *signature.args]
        arguments = [argument.arg for argument in named]
        arguments += [f"*{signature.vararg.arg}"] if signature.vararg else []
        arguments += [f"{argument.arg}={argument.arg}" for argument in signature.kwonlyargs]
        arguments += [f"**{signature.kwarg.arg}"] if signature.kwarg else []
        return ir.Function(
            parameters=ast.unparse(signature),
            arguments=", ".join(arguments),
            returns=ast.unparse(returns),
            doc=ast.get_docstring(function) or "",
        )


def _names(body: list[ast.stmt]) -> Dict[str, ast.stmt]:
    found: Dict[str, ast.stmt] = {}
    for statement in body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found[statement.name] = statement
        elif isinstance(statement, (ast.Import, ast.ImportFrom)):
            found.update({alias.asname or alias.name: statement for alias in statement.names})
        elif isinstance(statement, ast.If):
            found.update(_names(statement.body))
        elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            found.update({item.id: statement for item in targets if isinstance(item, ast.Name)})
    return found
