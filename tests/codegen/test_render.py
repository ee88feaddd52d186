"""Mistakes in templates are reported like mistakes in descriptions."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.diagnostics import GenerationFailed
from codegen.emit.render import Renderer
from codegen.plan.files import FilePlan


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("one\n{% if %}\n", 2, "Expected an expression"),
        ("one\ntwo\n{{ nonsense.x }}\n", 3, "'nonsense' is undefined"),
        ("{{ view.nothing }}\n", 1, "has no attribute 'nothing'"),
        ('{% include "absent.j2" %}\n', 1, "absent.j2"),
    ],
)
def test_a_broken_template(tmp_path: Path, text: str, line: int, says: str) -> None:
    (tmp_path / "a.py.j2").write_text(text)
    plan = FilePlan("src/zoo/a.py", "a.py.j2", object())
    with pytest.raises(GenerationFailed) as failure:
        Renderer(tmp_path).render(plan)
    (problem,) = failure.value.problems
    assert says in problem.message and "src/zoo/a.py" in problem.message
    assert (problem.place.file, problem.place.line) == ("templates/a.py.j2", line)
