"""Stage 8: what was written is Python."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Mapping

from codegen.diagnostics import Place, Problems
from codegen.emit.write import Changes


def verify(root: Path, tree: Mapping[str, str], changes: Changes) -> None:
    """Compiles every file that was written; raises `GenerationFailed` for those that do not."""
    problems = Problems()
    for path in (*changes.missing, *changes.different):
        if not path.endswith(".py"):
            continue
        try:
            ast.parse(tree[path], filename=path, feature_version=(3, 9))
        except SyntaxError as error:
            problems.add(
                "not-python",
                f"the generated file does not compile: {error.msg}",
                Place(str(root / path), error.lineno or 0),
            )
    problems.raise_if_any()
