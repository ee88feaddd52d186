"""Each step of the series: what the report says, which version it asks for, how much is to read."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import Dict, List, Mapping, Tuple

import pytest
import yaml

from codegen.changes.report import compared
from codegen.changes.sources import Sdk
from codegen.pipeline import run
from tests.evolution.series import STEPS, versions

Side = Tuple[Sdk, Mapping[str, str]]


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> Dict[str, Tuple[Side, Side]]:
    """What is before and after each step."""
    read = [
        (v.name, (v.read(), run(v.inputs).tree))
        for v in versions(tmp_path_factory.mktemp("versions"))
    ]
    return {name: (before, after) for (_, before), (name, after) in zip(read, read[1:])}


def changed_lines(old: Mapping[str, str], new: Mapping[str, str]) -> List[str]:
    found: List[str] = []
    for path in sorted(path for path in {*old, *new} if old.get(path) != new.get(path)):
        sides = [side.get(path, "").splitlines() for side in (old, new)]
        found += [
            f"{path}: {line}" for line in list(unified_diff(*sides, n=0))[2:] if line[0] != "@"
        ]
    return found


@pytest.mark.parametrize("path", STEPS, ids=lambda path: path.stem)
def test_step(sides: Dict[str, Tuple[Side, Side]], path: Path) -> None:
    step = yaml.safe_load(path.read_text(encoding="utf-8"))
    (old, old_tree), (new, new_tree) = sides[path.stem]
    report = compared(old, new)
    found = [f"{change.level.name.lower()}: {change.message}" for change in report.changes]
    expected = step["says"]
    assert len(found) == len(expected), "\n".join(found)
    for text in expected:
        assert any(line.startswith(text) for line in found), f"{text}\n\n" + "\n".join(found)
    assert report.advice == step["advice"]
    lines = changed_lines(
        *({k: v for k, v in tree.items() if k.startswith("src/")} for tree in (old_tree, new_tree))
    )
    assert 0 < len(lines) <= step["lines"], "\n".join(lines)
    assert changed_lines({"api.txt": old_tree["api.txt"]}, {"api.txt": new_tree["api.txt"]})


def test_nothing_happens_without_a_step(sides: Dict[str, Tuple[Side, Side]]) -> None:
    (old, _), _ = sides[STEPS[0].stem]
    report = compared(old, old)
    assert not report.changes and report.advice == "none"


def test_the_whole_way_back_breaks_what_the_way_there_added(
    sides: Dict[str, Tuple[Side, Side]],
) -> None:
    first, last = sides[STEPS[0].stem][0][0], sides[STEPS[-1].stem][1][0]
    there = {change.level.name for change in compared(first, last).changes}
    back = {change.level.name for change in compared(last, first).changes}
    assert there == {"BREAKING", "BEHAVIOUR", "ADDITION"}
    assert "BREAKING" in back
