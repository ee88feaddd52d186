"""What must stand nowhere in the project."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Iterator, List, Set

from tests.architecture.source import GENERATOR, PACKAGE, ROOT, modules

# Written in pieces, so that this file does not contain what it looks for.
MACHINE_PATH = re.compile("(?<![a-z./])/(" + "|".join(["work/", "root/\\.", "home/[a-z]+/"]) + ")")
LEFT_OVER = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")
SKIPPED = re.compile(
    r"\b(mark\.(skip\b|skipif\((?!sys\.platform)|xfail)|pytest\.(skip|xfail|importorskip))"
)
IGNORED = re.compile(
    r"# (type|pyright): ignore(?P<code>\[[\w\-, ]+\])?"
    r"(?P<reason>[^#]*(# (?!type:|pyright:).*)?)"
)


def tracked(suffix: str = "") -> Iterator[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in names.splitlines():
        path = ROOT / name
        if path.name == "package-lock.json" or path.suffix == ".png":
            continue
        if name.endswith(suffix) and path.is_file():
            yield path


def lines_with(pattern: re.Pattern[str], suffix: str = "") -> List[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in tracked(suffix)
        if path != Path(__file__).resolve()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_path_of_somebodys_machine() -> None:
    assert not lines_with(MACHINE_PATH)


def test_nothing_is_left_for_later() -> None:
    assert not lines_with(LEFT_OVER)


def test_no_test_is_skipped() -> None:
    assert not lines_with(SKIPPED, ".py")


def test_an_ignored_type_error_names_its_code_and_its_reason() -> None:
    """The reason stands on the line or right above it, once for each code in a file."""
    unexplained: List[str] = []
    for path in [*modules(PACKAGE).values(), *modules(GENERATOR).values()]:
        explained: Set[str] = set()
        before = ""
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            found = list(IGNORED.finditer(line))
            if before.lstrip().startswith("#") or (found and found[-1]["reason"].strip()):
                explained |= {match["code"] for match in found if match["code"]}
            if any(match["code"] not in explained for match in found):
                unexplained.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
            before = line
    assert not unexplained, "\n".join(unexplained)


def test_scripts_are_short_programs() -> None:
    for path in (ROOT / "scripts").iterdir():
        if path.name.startswith("_"):
            continue
        text = path.read_text("utf-8")
        assert text.startswith("#!/usr/bin/env bash\n# "), f"{path.name} says first what it does"
        assert path.stat().st_mode & 0o111, f"{path.name} can be executed"
        assert len(text.splitlines()) <= 40, f"{path.name} is short"
