"""The hand-written ends of the seams: they exist, and their signature fits.

They are read from syntax trees, not imported.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from typing import Dict, Optional, Tuple, Union

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.ir import model as ir
from codegen.lower.config import Config

Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]
OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout")


def check_seams(api: ir.Api, config: Config, package: Path, problems: Problems) -> None:
    """Raises `GenerationFailed` when something hand-written is not there or does not fit."""
    reader = _Reader(package, problems)
    for resource in config.walk():
        for key, targets in (("constants", resource.constants), ("functions", resource.functions)):
            for name, target in targets.items():
                reader.find(target, config.place((*resource.tokens, key, name)))
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


class _Reader:
    def __init__(self, package: Path, problems: Problems) -> None:
        self._package = package
        self._problems = problems
        self._modules: Dict[str, Optional[Dict[str, Optional[Function]]]] = {}

    def _module(self, module: str) -> Optional[Dict[str, Optional[Function]]]:
        """Top-level names of a module; functions with their syntax tree."""
        if module not in self._modules:
            base = self._package.joinpath(*module.split("."))
            path = base / "__init__.py" if base.is_dir() else base.with_suffix(".py")
            self._modules[module] = (
                _names(ast.parse(path.read_text(encoding="utf-8")).body) if path.is_file() else None
            )
        return self._modules[module]

    def find(self, target: ir.Target, place: Place) -> Optional[Function]:
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
        if function is None:
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


def _names(body: list[ast.stmt]) -> Dict[str, Optional[Function]]:
    found: Dict[str, Optional[Function]] = {}
    for statement in body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found[statement.name] = statement
        elif isinstance(statement, ast.ClassDef):
            found[statement.name] = None
        elif isinstance(statement, (ast.Import, ast.ImportFrom)):
            for alias in statement.names:
                found[alias.asname or alias.name] = None
        elif isinstance(statement, ast.If):
            found.update(_names(statement.body))
        elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            found.update({target.id: None for target in targets if isinstance(target, ast.Name)})
    return found
