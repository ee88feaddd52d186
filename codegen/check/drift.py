"""Says how the disk differs from what the description asks for."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import List, Mapping

from codegen.emit.write import Changes

_SHOWN = 12


def drift_report(root: Path, tree: Mapping[str, str], changes: Changes) -> str:
    """Hand edits, stale files, forgotten runs of `generate`; with the first lines that differ."""
    if not changes:
        return f"{len(tree)} generated files are up to date"
    lines: List[str] = []
    lines += [f"missing: {path}" for path in changes.missing]
    lines += [f"stale: {path} is no longer generated" for path in changes.stale]
    lines += [f"foreign: {path} is hand-written where all is generated" for path in changes.foreign]
    for path in changes.different:
        lines.append(f"different: {path}")
        lines += _first_difference((root / path).read_bytes().decode(errors="replace"), tree[path])
    lines.append(
        "run `python -m codegen generate`; to change a generated file, change openapi/ or "
        "templates/ instead; move what is foreign to a folder of the runtime"
    )
    return "\n".join(lines)


def _first_difference(found: str, expected: str) -> List[str]:
    diff = list(
        difflib.unified_diff(
            found.splitlines(), expected.splitlines(), "on disk", "generated", lineterm="", n=1
        )
    )
    return [f"    {line}" for line in diff[2 : 2 + _SHOWN]]
