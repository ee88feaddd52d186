"""CONTRIBUTING.md's recipe for a change of the description, followed as it is written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTE = "- `models.list` takes `family`: models of one family only."


def recipe(number: int) -> str:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return text.partition(f"## Recipe {number}:")[2].partition("\n## ")[0]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's files in a repository of their own, with the tools of this interpreter."""
    root = tmp_path_factory.mktemp("clone")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, root / name)
    # Links, in a folder of its own: whatever the scripts do to it, this environment stays.
    environment, here = root / ".venv", Path(sys.prefix)
    environment.mkdir()
    for item in here.iterdir():
        (environment / item.name).symlink_to(item)
    run(root, "git", "init", "-q")
    run(root, "git", "config", "user.email", "maintainer@example.com")
    run(root, "git", "config", "user.name", "A maintainer")
    run(root, "git", "add", "--all")
    run(root, "git", "commit", "-qm", "Before")
    return root


def run(root: Path, *command: str) -> str:
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def entries(report: str) -> List[str]:
    """The entries of a report; where they stand in the description is said with the revision."""
    return [re.sub(r"<sub>.*", "", line) for line in report.splitlines() if line.startswith("- ")]


def commands(text: str) -> List[str]:
    return re.findall(r"`(\./scripts/[^`]+)`", text)


def test_a_change_of_the_description(clone: Path) -> None:
    steps = commands(recipe(1))
    assert steps == [
        "./scripts/generate", "./scripts/review HEAD .", "./scripts/check", "./scripts/test",
        "./scripts/review HEAD~1 HEAD",
    ]  # fmt: skip
    generate, review, check, _, review_commit = (step.split() for step in steps)

    spec = clone / "openapi" / "anthropic.yml"
    text = spec.read_text(encoding="utf-8")
    start = text.index("\n  /v1/models:\n")
    place = text.index("      parameters:\n", start) + len("      parameters:\n")
    parameter = (
        "      - name: family\n"
        "        in: query\n"
        "        description: Family whose models are listed; all of them when it is left out.\n"
        "        schema:\n"
        "          type: string\n"
    )
    spec.write_text(text[:place] + parameter + text[place:], encoding="utf-8")
    assert "0 removed" in run(clone, *generate)

    assert "review/changes.html" in run(clone, *review)
    report = (clone / "review" / "changes.md").read_text(encoding="utf-8")
    assert "`models.list` takes `family`" in report and "minor" in report
    assert "family" in (clone / "review" / "changes.html").read_text(encoding="utf-8")

    python = str(clone / ".venv" / "bin" / "python")
    tests = [
        "-q",
        "-n0",
        "-p",
        "no:cacheprovider",
        "tests/api_resources/test_models.py",
        "-k",
        "list",
    ]
    assert "family" in (clone / "tests/api_resources/test_models.py").read_text(encoding="utf-8")
    assert " passed" in run(clone, python, "-m", "pytest", *tests)

    edit(clone / "CHANGELOG.md", "## Unreleased\n", f"## Unreleased\n\n{NOTE}")
    assert "up to date" in run(clone, *check)
    run(clone, "git", "add", "--all")
    run(clone, "git", "commit", "-qm", "Models of one family")
    run(clone, *review_commit)
    assert entries((clone / "review" / "changes.md").read_text(encoding="utf-8")) == entries(report)


def test_the_other_recipes_name_scripts_that_exist() -> None:
    for number in (2, 3, 4):
        for command in commands(recipe(number)):
            assert (ROOT / command.split()[0]).is_file(), command
