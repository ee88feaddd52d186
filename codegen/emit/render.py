"""Stage 5: file plans become text. The only module that knows jinja."""

from __future__ import annotations

from pathlib import Path
from typing import Sequence

import jinja2

from codegen.plan.expressions import python_literal
from codegen.plan.files import FilePlan


class Renderer:
    def __init__(self, templates: Path) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(str(templates)),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,
        )
        self._environment.filters["pylist"] = _python_list
        self._environment.filters["literal"] = python_literal

    def render(self, plan: FilePlan) -> str:
        if not plan.template:
            return str(plan.view)
        return self._environment.get_template(plan.template).render(view=plan.view)


def _python_list(names: Sequence[str]) -> str:
    """A list of texts, one a line: additions are one line in a diff."""
    return "[" + "".join(f'\n    "{name}",' for name in names) + "\n]" if names else "[]"
