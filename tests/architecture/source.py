"""What the syntax trees of the project say: modules, and who imports whom."""

from __future__ import annotations

import ast
import io
import tokenize
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Dict, Iterator, List, Set, Tuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "anthropic"
GENERATOR = ROOT / "codegen"
TEMPLATES = ROOT / "templates"


@dataclass(frozen=True)
class Import:
    """One imported module, as an absolute dotted name, and where the statement stands."""

    importer: str
    target: str
    line: int
    for_types_only: bool
    """Under `if TYPE_CHECKING:`, so never executed."""
    deferred: bool
    """Inside a function, so not executed when the module is loaded."""

    def __str__(self) -> str:
        kind = " (TYPE_CHECKING)" if self.for_types_only else ""
        return f"{self.importer}:{self.line} imports {self.target}{kind}"


@cache
def modules(top: Path) -> Dict[str, Path]:
    """Every module under a top-level package, by dotted name."""
    found: Dict[str, Path] = {}
    for path in sorted(top.rglob("*.py")):
        parts = list(path.relative_to(top.parent).with_suffix("").parts)
        if parts[-1] == "__init__":
            parts.pop()
        found[".".join(parts)] = path
    return found


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@cache
def imports(top: Path) -> Tuple[Import, ...]:
    """Every import in the modules under a top-level package."""
    return tuple(
        found
        for name, path in modules(top).items()
        for found in _imports_of(name, path, modules(top))
    )


def _imports_of(name: str, path: Path, known: Dict[str, Path]) -> Iterator[Import]:
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node, for_types_only, deferred in _statements(tree(path), False, False):
        for target in _targets(node, package, known):
            yield Import(name, target, node.lineno, for_types_only, deferred)


def _statements(
    node: ast.AST, for_types_only: bool, deferred: bool
) -> Iterator[Tuple[ast.stmt, bool, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.Import, ast.ImportFrom)):
            yield child, for_types_only, deferred
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            for statement in child.body:
                wrapper = ast.Module(body=[statement], type_ignores=[])
                yield from _statements(wrapper, True, deferred)
            for statement in child.orelse:
                wrapper = ast.Module(body=[statement], type_ignores=[])
                yield from _statements(wrapper, for_types_only, deferred)
        else:
            inside = isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
            yield from _statements(child, for_types_only, deferred or inside)


def _targets(node: ast.stmt, package: str, known: Dict[str, Path]) -> List[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    assert isinstance(node, ast.ImportFrom)
    base = node.module or ""
    if node.level:
        parts = package.split(".")
        parents = parts[: len(parts) - node.level + 1]
        base = ".".join([*parents, base] if base else parents)
    # `from . import types` names a module; `from .types import Message` names what one contains.
    submodules = [f"{base}.{alias.name}" for alias in node.names]
    return [name if name in known else base for name in submodules]


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


_NO_CODE = (
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
)


def code_count(path: Path) -> int:
    """Lines of code: without empty lines, comments and docstrings."""
    lines: Set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
        if token.type not in _NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(tree(path)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            if ast.get_docstring(node, clean=False) is not None:
                text = node.body[0]
                lines.difference_update(range(text.lineno, (text.end_lineno or 0) + 1))
    return len(lines)
