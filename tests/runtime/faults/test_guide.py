"""The guide shows the matrix, and nothing else."""

from __future__ import annotations

from tests.runtime.faults.tables import GUIDE, TABLES, filled


def test_the_tables_of_the_guide() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert all(text.count(f"<!-- table: {name} -->") == 1 for name in TABLES)
    assert filled(text) == text, "run `python -m tests.runtime.faults.tables`"


def test_no_fault_is_listed_twice() -> None:
    for faults in TABLES.values():
        names = [fault.what for fault in faults]
        assert len(set(names)) == len(names)
