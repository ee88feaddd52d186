"""What no rule knows is said all the same, and each rule is shown by a case."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Callable, Set

import pytest

from codegen.changes import compare
from codegen.changes.compare import changes
from codegen.changes.report import compared
from codegen.changes.rules import RULES, Level
from codegen.ir import model as ir
from codegen.plan.surface import surface_lines
from tests.codegen.changes.case import ZOO, cases, sdk, sides

# Rules that no few lines of a description lead to; the tests below do.
APART = {"base-added", "base-removed", "otherwise-changed"}


@pytest.fixture
def zoo(tmp_path: Path) -> ir.Api:
    return sdk(tmp_path, "zoo", *ZOO).api


def test_bases(zoo: ir.Api) -> None:
    def based(item: ir.TypeDef) -> ir.TypeDef:
        house = isinstance(item, ir.ClassType) and item.id == "House"
        return replace(item, bases=(ir.Ref("Animal"),)) if house else item

    other = replace(zoo, types=tuple(map(based, zoo.types)))
    assert [c.message for c in changes(zoo, other)] == ["`types.House` extends `Animal`"]
    (gone,) = changes(other, zoo)
    assert (gone.rule, gone.level) == ("base-removed", Level.BREAKING)


@pytest.mark.parametrize("blind", ["compare_methods", "compare_types", "compare_package"])
def test_without_rules_the_list_of_public_names_speaks(
    zoo: ir.Api, blind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each line of api.txt that changes is in an entry, whatever has been forgotten here."""
    nothing: Callable[..., None] = lambda *_: None  # noqa: E731
    monkeypatch.setattr(compare, blind, nothing)
    empty = replace(zoo, resources=(), types=(), pages=(), exports=(), reexports=())
    found = changes(zoo, empty)
    lines = set(surface_lines(zoo)) - set(surface_lines(empty))
    explained = [fact for change in found for fact in change.facts]
    assert lines and {c.rule for c in found} >= {"otherwise-changed"}
    for line in lines:
        assert any(line.startswith(fact) for fact in explained), line


def test_every_rule_is_shown_by_a_case(tmp_path: Path) -> None:
    shown: Set[str] = set()
    for number, case in enumerate(cases()):
        before, after = sides(tmp_path / str(number), case)
        for comparison in (compared(before, after), compared(after, before)):
            shown |= {change.rule for change in comparison.changes}
    assert shown == set(RULES) - APART
