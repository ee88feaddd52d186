"""The hand-written ends of the seams: they exist, and their signature fits.

They are read from syntax trees, not imported.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Dict, Iterator, Optional, Tuple, Union

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.ir.model import Api, Method, Resource, Target
from codegen.lower.config import Config

Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]
OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout")


def check_seams(api: Api, config: Config, package: Path, problems: Problems) -> None:
    """Raises `GenerationFailed` when something hand-written is not there or does not fit."""
    reader = _Reader(package, problems)
    for resource in _walk(api.resources):
        for name, target in (*resource.constants, *resource.functions):
            place = config.place(("resources", *_config_path(resource)))
            reader.find(target, place, f"`{name}`")
        for method in resource.methods:
            place = config.place(tuple(method.config_pointer.split(".")))
            if method.prepare is not None and method.kind != "derived":
                reader.fits(
                    method.prepare, place, ("client", "body"), ("timeout",), coroutine=False
                )
            if method.call is not None:
                reader.fits(method.call, place, ("resource", "params"), OPTIONS, coroutine=False)
                twin = Target(method.call.module, f"async_{method.call.name}")
                reader.fits(
                    twin, place, ("resource", "params"), OPTIONS, coroutine=method.coroutine
                )
    for name, path in config.names.items():
        module, _, attribute = path.rpartition(".")
        if not module.startswith("types"):
            reader.find(Target(module, attribute), config.place(("names", name)), f"`names.{name}`")
    problems.raise_if_any()


def _walk(resources: Tuple[Resource, ...]) -> Iterator[Resource]:
    for resource in resources:
        yield resource
        yield from _walk(resource.children)


def _config_path(resource: Resource) -> Tuple[str, ...]:
    path = [resource.path[0]]
    for part in resource.path[1:]:
        path += ["children", part]
    return tuple(path)


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

    def find(self, target: Target, place: Place, what: str) -> Optional[Function]:
        names = self._module(target.module)
        if names is None:
            self._problems.add(
                "seam-missing",
                f"{what} is to come from `{target.module}`, which does not exist",
                place,
            )
            return None
        if target.name not in names:
            hint = did_you_mean(target.name, names)
            self._problems.add(
                "seam-missing", f"{what}: `{target.module}` has no `{target.name}`", place, hint
            )
            return None
        return names[target.name]

    def fits(
        self,
        target: Target,
        place: Place,
        positional: Tuple[str, ...],
        keywords: Tuple[str, ...],
        coroutine: bool,
    ) -> None:
        function = self.find(target, place, f"`{target.name}`")
        if function is None:
            return
        found = [argument.arg for argument in function.args.args]
        named = {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
        missing = [name for name in keywords if name not in named]
        if len(found) < len(positional) or missing:
            expected = ", ".join((*positional, "*", *keywords))
            self._problems.add(
                "seam-signature", f"`{target.module}.{target.name}` must take ({expected})", place
            )
        if coroutine != isinstance(function, ast.AsyncFunctionDef):
            wanted = "a coroutine function" if coroutine else "a plain function"
            self._problems.add(
                "seam-signature",
                f"`{target.module}.{target.name}` must be {wanted}",
                place,
                "or change `coroutine` in sdk.yml",
            )


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


__all__ = ["Method", "check_seams"]
