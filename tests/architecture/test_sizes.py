"""Limits that keep every part readable."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Iterable, List

from tests.architecture.source import GENERATOR, PACKAGE, ROOT, TEMPLATES, code_count, line_count

MODULE_LIMIT = 500
GENERATOR_LIMIT = 5000  # of code: no empty lines, comments, docstrings
# What no generated line comes from, with limits of its own: tools that reviewers need to judge a
# change must not be paid for with what maintainers need to understand how the SDK is made.
TOOL_LIMITS = {
    "codegen/changes": 1500,
    "codegen/bootstrap": 600,
    "codegen/explain": 300,
    "codegen/__main__.py": 120,
}
TEMPLATES_LIMIT = 1800
TEMPLATE_LIMIT = 200


def too_long(paths: Iterable[Path], limit: int) -> List[str]:
    lengths = ((path, line_count(path)) for path in paths)
    return [f"{path.relative_to(ROOT)}: {lines}" for path, lines in lengths if lines > limit]


def templates() -> List[Path]:
    return [path for path in sorted(TEMPLATES.rglob("*")) if path.is_file()]


def test_modules_of_the_package() -> None:
    resources = PACKAGE / "resources"
    paths = [path for path in PACKAGE.rglob("*.py") if resources not in path.parents]
    assert not too_long(paths, MODULE_LIMIT)


def test_modules_of_the_generator() -> None:
    assert not too_long(GENERATOR.rglob("*.py"), MODULE_LIMIT)


def test_hand_written_tests() -> None:
    generated = ROOT / "tests" / "api_resources"
    paths = [path for path in (ROOT / "tests").rglob("*.py") if generated not in path.parents]
    assert not too_long(paths, MODULE_LIMIT)


def test_the_generator_as_a_whole() -> None:
    folders: Counter[str] = Counter()
    for path in GENERATOR.rglob("*.py"):
        name, folder = (p.relative_to(ROOT).as_posix() for p in (path, path.parent))
        folders[name if name in TOOL_LIMITS else folder] += code_count(path)
    held = ", ".join(f"{folder} {count}" for folder, count in folders.most_common())
    for tool, limit in TOOL_LIMITS.items():
        assert 0 < folders.pop(tool) <= limit, f"lines of code: {held}"
    assert sum(folders.values()) <= GENERATOR_LIMIT, f"lines of code: {held}"


def test_templates() -> None:
    assert templates()
    assert not too_long(templates(), TEMPLATE_LIMIT)
    assert sum(map(line_count, templates())) <= TEMPLATES_LIMIT
