"""The golden folders: one feature each, from a small description to what is generated for it.

`golden/<feature>/` holds `spec.yml` (or `spec.json`), `sdk.yml`, the hand-written ends of its seams
under `package/` and, under `expected/`, the generated files that show the feature.
"""

from __future__ import annotations

import fnmatch
import functools
import shutil
from pathlib import Path
from typing import Dict

from codegen.emit.write import MARK
from codegen.pipeline import Inputs, run

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent / "golden"
FEATURES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())

# Where each feature shows, besides its resources, its types and the list of what is public.
SHOWN = ("resources/*", "types/*", "api.txt")
SHOWN_TOO = {
    "simple_get": ("*",),
    "pages": ("pagination.py",),
    "children": ("resources/__init__.py", "resources/houses/__init__.py", "api.md"),
    "aliases": ("types/__init__.py", "types/shared/__init__.py"),
    "recursion": ("types/__init__.py",),
    "streaming": ("tests/*/test_songs.py",),
}


def inputs(feature: str, root: Path = FOLDER) -> Inputs:
    folder = root / feature
    spec = "spec.json" if (folder / "spec.json").is_file() else "spec.yml"
    return Inputs(root=folder, spec=spec, config="sdk.yml", overlays="overlays", package="package")


@functools.cache
def generated(feature: str) -> Dict[str, str]:
    """What is generated for a feature, by path; hashes of the generator itself left out."""
    tree = {path: text for path, text in run(inputs(feature)).tree.items() if path != ".stats.yml"}
    return {
        path[len("package/") :] if path.startswith("package/") else path: text
        for path, text in tree.items()
    }


def shown(feature: str) -> Dict[str, str]:
    """The generated files that stand under `expected/`."""
    extra = SHOWN_TOO.get(feature, ())
    return {
        path: text
        for path, text in generated(feature).items()
        if any(fnmatch.fnmatchcase(path, pattern) for pattern in extra)
        or (
            any(fnmatch.fnmatchcase(path, pattern) for pattern in SHOWN)
            and not path.endswith("__init__.py")
        )
    }


def install(feature: str, folder: Path) -> Path:
    """Write the package of a feature below `folder`: the real runtime and what is generated."""
    package = folder / feature
    package.mkdir(parents=True)
    for source in (ROOT / "src" / "anthropic").iterdir():
        if (
            source.name.startswith("_")
            and not _is_generated(source)
            and source.name != "__pycache__"
        ):
            (package / source.name).symlink_to(source)
    hand_written = FOLDER / feature / "package"
    if hand_written.is_dir():
        shutil.copytree(hand_written, package, dirs_exist_ok=True)
    for path, text in generated(feature).items():
        if path.startswith(("tests/", "api.")):
            continue
        target = package / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return package


def _is_generated(path: Path) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8").startswith(MARK)
