"""Stage 7: the generated tree meets the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Mapping, Tuple

# The first line of every generated Python file says so;
# what carries it and is no longer planned is stale.
MARK = "# Generated from openapi/"
# Folders of the package in which every file is generated.
WHOLE = ("types", "resources")


@dataclass(frozen=True)
class Changes:
    """What differs between the plan and the disk, as paths below the root."""

    missing: Tuple[str, ...]
    different: Tuple[str, ...]
    stale: Tuple[str, ...]
    foreign: Tuple[str, ...]  # hand-written, in a folder that is generated whole

    def __bool__(self) -> bool:
        return bool(self.missing or self.different or self.stale or self.foreign)


def compare(root: Path, tree: Mapping[str, str], folders: Tuple[str, ...]) -> Changes:
    missing: List[str] = []
    different: List[str] = []
    for path, text in tree.items():
        target = root / path
        if not target.is_file():
            missing.append(path)
        elif target.read_bytes() != text.encode():  # as bytes: line ends count
            different.append(path)
    stale = {path for path in generated_files(root, folders) if path not in tree}
    found = {path for path in whole_files(root, folders) if path not in tree}
    return Changes(
        tuple(sorted(missing)),
        tuple(sorted(different)),
        tuple(sorted(stale)),
        tuple(sorted(found - stale)),
    )


def whole_files(root: Path, folders: Tuple[str, ...]) -> List[str]:
    """Every file of the folders that hold nothing but generated files."""
    bases = [root / folder / name for folder in folders for name in WHOLE]
    files = [path for base in bases for path in base.rglob("*") if path.is_file()]
    return [p.relative_to(root).as_posix() for p in files if "__pycache__" not in p.parts]


def generated_files(root: Path, folders: Tuple[str, ...]) -> List[str]:
    """Files below `folders` that carry the mark of a generated file."""
    found: List[str] = []
    for folder in folders:
        base = root / folder
        for path in sorted(base.rglob("*.py")) if base.is_dir() else ():
            with path.open("rb") as handle:
                if handle.readline().startswith(MARK.encode()):
                    found.append(path.relative_to(root).as_posix())
    return found


def write(root: Path, tree: Mapping[str, str], changes: Changes) -> Dict[str, int]:
    """Writes what changed and removes what is stale; nothing else is touched."""
    for path in (*changes.missing, *changes.different):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(tree[path].encode())
    for path in changes.stale:
        target = root / path
        target.unlink()
        folder = target.parent
        while folder != root and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
    return {"written": len(changes.missing) + len(changes.different), "removed": len(changes.stale)}
