"""Every kind of change is said, has the right class, and leads to the right advice.

Backwards, each is called what the mirrors of its rules say.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from codegen.changes.entries import Comparison
from codegen.changes.report import compared
from codegen.changes.rules import RULES
from tests.codegen.changes.case import Case, cases, sides

CASES = cases()


def said(comparison: Comparison) -> str:
    return "\n".join(f"{c.level.title}: {c.message}  [{c.rule}]" for c in comparison.changes)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.topic}: {case.name}")
def test_case(case: Case, tmp_path: Path) -> None:
    before, after = sides(tmp_path, case)
    comparison = compared(before, after)
    left = list(comparison.changes)
    for level, words in case.says:
        found = [c for c in left if c.level.title == level and words in c.message]
        assert found, f"nothing {level} with {words!r} in:\n{said(comparison)}"
        left.remove(found[0])
    assert not left, f"said too much:\n{said(comparison)}"
    assert comparison.advice == case.advice
    mirrored = compared(after, before)
    expected = Counter(RULES[change.rule].mirror for change in comparison.changes)
    found_rules = Counter(change.rule for change in mirrored.changes)
    assert found_rules == expected, f"backwards it is not the mirror:\n{said(mirrored)}"


def test_there_are_cases_for_the_table() -> None:
    assert len(CASES) >= 60
