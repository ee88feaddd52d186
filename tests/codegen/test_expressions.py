"""Type expressions of sdk.yml."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, Dict, Optional, Tuple

import pytest

from codegen.diagnostics import Diagnostic, GenerationFailed, Place, Problems
from codegen.ir.model import (
    NONE,
    Apply,
    Builtin,
    External,
    Literal,
    Ref,
    Target,
    TypeExpr,
    UnionOf,
    typing_name,
)
from codegen.lower.config import target
from codegen.lower.expressions import ExpressionReader

PLACE = Place("sdk.yml", 7, "#/returns")
STR = Builtin("str")


class Types:
    """Stands for the table of published types."""

    _names: Dict[str, Any] = {"Message": [], "MessageParam": []}
    config = SimpleNamespace(names={"Manager": Target("lib.streaming", "Manager")})

    def find(self, name: str) -> Optional[str]:
        return name if name in self._names else None


def read(text: str) -> Tuple[TypeExpr, Tuple[Diagnostic, ...]]:
    problems = Problems()
    table: Any = Types()
    expr = ExpressionReader(table, problems).read(text, PLACE)
    try:
        problems.raise_if_any()
    except GenerationFailed as failure:
        return expr, failure.problems
    return expr, ()


@pytest.mark.parametrize(
    "text, expr",
    [
        ("str", STR),
        ("None | str", UnionOf((STR, NONE))),
        ("str | None | int | str", UnionOf((STR, Builtin("int"), STR, NONE))),
        ("Message", Ref("Message")),
        ("Manager", External(".lib.streaming", "Manager")),
        ("Manager[Message]", Apply(External(".lib.streaming", "Manager"), (Ref("Message"),))),
        ("List[MessageParam]", Apply(typing_name("List"), (Ref("MessageParam"),))),
        (
            "Dict[str, List[int]]",
            Apply(typing_name("Dict"), (STR, Apply(typing_name("List"), (Builtin("int"),)))),
        ),
        ("type", External("builtins", "type")),
        ("Literal[True]", Literal((True,))),
        ("Literal['a', -1, None]", Literal(("a", -1, None))),
        ("(Message | str) | None", UnionOf((Ref("Message"), STR, NONE))),
    ],
)
def test_expression(text: str, expr: TypeExpr) -> None:
    assert read(text) == (expr, ())


@pytest.mark.parametrize(
    "text, code, says, hint",
    [
        ("List[", "config-type-expression", "is no type expression", "None | List[Message]"),
        ("", "config-type-expression", "is no type expression", "None | List[Message]"),
        ("Literal[str]", "config-type-expression", "`str` is none", "None | List[Message]"),
        ("int[str]", "config-type-expression", "`int` takes no arguments", "None | List"),
        ("Massage", "unknown-type", "`Massage`", "did you mean `Message`?"),
        ("None | List[Manger]", "unknown-type", "`Manger`", "did you mean `Manager`?"),
        ("list[str]", "unknown-type", "`list`", ""),
        ("print('x')", "unknown-type", "`print('x')`", ""),
    ],
)
def test_what_is_no_expression(text: str, code: str, says: str, hint: str) -> None:
    _, (problem,) = read(text)
    assert problem.code == code
    assert says in problem.message
    assert hint in problem.hint
    assert problem.place == PLACE


def test_names_that_were_used_are_remembered() -> None:
    table: Any = Types()
    reader = ExpressionReader(table, Problems())
    reader.read("None | Message", PLACE)
    assert list(reader.used) == []
    reader.read("List[Manager]", PLACE)
    assert list(reader.used) == ["Manager"]


def test_target() -> None:
    assert target("lib._prepare.prepare_message") == Target("lib._prepare", "prepare_message")
