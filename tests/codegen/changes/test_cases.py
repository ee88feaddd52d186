"""Every kind of change is said, has the right class, and leads to the right advice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from codegen.changes.entries import Comparison
from codegen.changes.rules import RULES
from tests.codegen.changes.case import Case, cases, compare

CASES = cases()


def said(comparison: Comparison) -> str:
    return "\n".join(f"{c.level.title}: {c.message}  [{c.rule}]" for c in comparison.changes)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.topic}: {case.name}")
def test_case(case: Case, tmp_path: Path) -> None:
    comparison = compare(tmp_path, case)
    left = list(comparison.changes)
    for level, words in case.says:
        found = [c for c in left if c.level.title == level and words in c.message]
        assert found, f"nothing {level} with {words!r} in:\n{said(comparison)}"
        left.remove(found[0])
    assert not left, f"said too much:\n{said(comparison)}"
    assert comparison.advice == case.advice


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.topic}: {case.name}")
def test_case_backwards(case: Case, tmp_path: Path) -> None:
    """What a change is called backwards is the mirror of what it is called."""
    forwards = compare(tmp_path, case)
    backwards = compare(tmp_path, case, "new", "old")
    expected = Counter(RULES[change.rule].mirror for change in forwards.changes)
    found = Counter(change.rule for change in backwards.changes)
    assert found == expected, f"{said(forwards)}\nbackwards:\n{said(backwards)}"


def test_there_are_cases_for_the_table() -> None:
    assert len(CASES) >= 18
