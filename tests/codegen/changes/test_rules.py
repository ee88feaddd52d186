"""The table of rules holds together."""

from __future__ import annotations

import string

import pytest

from codegen.changes.entries import say
from codegen.changes.rules import MEANINGS, RULES, Level, advice

PLACEHOLDERS = {"name", "part", "owner", "before", "after"}


def test_every_rule_has_a_mirror_whose_mirror_it_is() -> None:
    for rule in RULES.values():
        assert rule.mirror in RULES, rule.name
        assert RULES[rule.mirror].mirror == rule.name


@pytest.mark.parametrize("name", sorted(RULES))
def test_texts_use_what_there_is(name: str) -> None:
    fields = {field for _, field, _, _ in string.Formatter().parse(RULES[name].text) if field}
    assert fields and fields <= PLACEHOLDERS
    assert "{" not in say(name, name="a.b", part="b", owner="a", before="x", after="y")


def test_what_comes_for_nothing_goes_at_a_price() -> None:
    """Of two mirrors, what only adds has a counterpart that takes something away."""
    for rule in RULES.values():
        mirror = RULES[rule.mirror]
        for level, back in ((rule.read, mirror.read), (rule.write, mirror.write)):
            if level is Level.ADDITION:
                assert back >= Level.BEHAVIOUR, f"{rule.name} and {mirror.name}"
            if level is Level.DEPRECATION:
                assert back is Level.DOCUMENTATION, f"{rule.name} and {mirror.name}"


def test_readers_and_writers_see_a_type_grow_from_opposite_sides() -> None:
    assert (RULES["type-widened"].read, RULES["type-widened"].write) == (
        RULES["type-narrowed"].write,
        RULES["type-narrowed"].read,
    )
    assert (RULES["none-added"].read, RULES["none-added"].write) == (
        RULES["none-removed"].write,
        RULES["none-removed"].read,
    )


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([], "none"),
        ([Level.DOCUMENTATION], "patch"),
        ([Level.DEPRECATION], "minor"),
        ([Level.ADDITION, Level.DOCUMENTATION], "minor"),
        ([Level.BEHAVIOUR], "minor"),
        ([Level.ADDITION, Level.BREAKING], "major"),
    ],
)
def test_advice(levels: list[Level], expected: str) -> None:
    assert advice(levels) == expected


def test_every_level_has_a_meaning() -> None:
    assert set(MEANINGS) == set(Level)
