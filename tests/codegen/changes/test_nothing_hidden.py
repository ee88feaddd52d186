"""A changed SDK never looks unchanged; what changes nothing for users says so."""

from __future__ import annotations

import copy
import json
import random
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Dict, List

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from codegen.changes.report import compared
from codegen.changes.rules import RULES, Level
from codegen.changes.sources import Sdk, sides
from codegen.diagnostics import GenerationFailed, Problems
from codegen.pipeline import Inputs
from codegen.plan.surface import surface_lines
from codegen.spec import load_document
from tests.codegen.changes.case import ZOO, sdk

TYPES = [
    {"type": "string"},
    {"type": "integer"},
    {"type": "number"},
    {"type": ["string", "null"]},
    {"enum": ["a", "b"]},
    {"enum": ["b", "c"]},
    {"type": "array", "items": {"type": "string"}},
    {"type": "array", "items": {"enum": ["a"]}},
    {"type": "object", "additionalProperties": {"type": "integer"}},
    {"type": "object", "properties": {"deep": {"type": "string"}}},
    {"anyOf": [{"type": "string"}, {"enum": ["known"]}]},
    {"oneOf": [{"$ref": "#/components/schemas/House"}, {"$ref": "#/components/schemas/Event"}]},
    {"$ref": "#/components/schemas/House"},
    {"type": "string", "deprecated": True},
]
WORDS = {"description", "summary", "title", "example", "examples", "version"}

schemas = st.sampled_from(["Animal", "House", "Event", "CreateAnimal", "Tiger"])
names = st.sampled_from(["id", "name", "size", "house", "mood"])
edits = st.lists(
    st.one_of(
        st.tuples(st.just("set"), schemas, names, st.sampled_from(TYPES)),
        st.tuples(st.just("drop"), schemas, names, st.none()),
        st.tuples(st.just("require"), schemas, names, st.none()),
        st.tuples(st.just("whole"), schemas, names, st.sampled_from(TYPES)),
        st.tuples(st.just("query"), schemas, names, st.sampled_from(TYPES[:6])),
    ),
    min_size=1,
    max_size=4,
)


def edited(spec: Dict[str, Any], changes: List[Any]) -> Dict[str, Any]:
    spec = copy.deepcopy(spec)
    components = spec["components"]["schemas"]
    for kind, schema, name, value in changes:
        if kind == "whole":
            if schema == "Tiger":
                components[schema] = copy.deepcopy(value)
            continue
        if kind == "query":
            parameters = spec["paths"]["/animals"]["get"]["parameters"]
            if all(parameter["name"] != name for parameter in parameters):
                parameters.append({"name": name, "in": "query", "schema": copy.deepcopy(value)})
            continue
        holder = components.setdefault(schema, {"type": "object", "properties": {"x": {}}})
        holder = holder["allOf"][0] if "allOf" in holder else holder
        if "properties" not in holder:
            continue
        if kind == "set":
            holder["properties"][name] = copy.deepcopy(value)
        elif kind == "drop":
            holder["properties"].pop(name, None)
        elif name in holder["properties"]:
            holder["required"] = sorted({*holder.get("required", []), name})
    return spec


def read(folder: Path, label: str, spec: Any) -> Sdk:
    try:
        return sdk(folder / label, label, spec, ZOO[1])
    except GenerationFailed:
        assume(False)  # no SDK, nothing to compare
        raise


@settings(max_examples=50, deadline=None)
@given(edits, edits)
def test_a_changed_surface_always_has_an_entry(first: List[Any], second: List[Any]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        old_spec = edited(ZOO[0], first)
        before = read(Path(scratch), "old", old_spec)
        after = read(Path(scratch), "new", edited(old_spec, second))
        comparison, mirrored = compared(before, after), compared(after, before)
    lines = [set(surface_lines(side.api)) for side in (before, after)]
    if lines[0] != lines[1]:
        assert comparison.changes and mirrored.changes
    rules = sorted(change.rule for change in comparison.changes)
    assert "otherwise-changed" not in rules
    back = sorted(RULES[change.rule].mirror for change in mirrored.changes)
    assert rules == back


def shuffled(value: Any, dice: random.Random, keep_order: bool = False) -> Any:
    """The same description in another order, and described in other words."""
    if isinstance(value, dict):
        items = list(value.items())
        if not keep_order:
            dice.shuffle(items)
        return {
            key: f"Words {dice.random()}."
            if key in WORDS and isinstance(item, str) and not keep_order
            else shuffled(item, dice, key == "properties" and not keep_order)
            for key, item in items
        }
    return [shuffled(item, dice) for item in value] if isinstance(value, list) else value


@settings(max_examples=20, deadline=None)
@given(edits, st.integers(0, 1000))
def test_other_words_in_another_order(changes: List[Any], seed: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        spec = edited(ZOO[0], changes)
        before = read(Path(scratch), "old", spec)
        after = read(Path(scratch), "new", shuffled(spec, random.Random(seed)))
        comparison = compared(before, after)
    assert all(change.level is Level.DOCUMENTATION for change in comparison.changes)
    assert {change.rule for change in comparison.changes} <= {"described"}


def test_the_api_in_other_words_and_another_order(tmp_path: Path) -> None:
    here = Inputs()
    data = load_document(here.root / here.spec, Problems()).data
    other = tmp_path / "other.json"
    other.write_text(json.dumps(shuffled(data, random.Random(7))), "utf-8")
    with ExitStack() as stack:
        comparison = compared(*sides(str(here.root), str(other), here.root, stack))
    assert comparison.advice == "patch"
    assert len(comparison.changes) > 500  # every description
    assert {change.rule for change in comparison.changes} == {"described"}
