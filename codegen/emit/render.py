"""Stage 5: file plans become text. The only module that knows jinja."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Sequence

import jinja2

from codegen.diagnostics import Diagnostic, GenerationFailed, Place
from codegen.plan.expressions import python_literal
from codegen.plan.files import FilePlan


class Renderer:
    def __init__(self, templates: Path, escape: bool = False) -> None:
        self._templates = templates
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(str(templates)),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=escape,  # for HTML; Python is written as it is
        )
        self._environment.filters["pylist"] = _python_list
        self._environment.filters["literal"] = python_literal

    def render(self, plan: FilePlan) -> str:
        if not plan.template:
            return str(plan.view)
        try:
            return self._environment.get_template(plan.template).render(view=plan.view)
        except jinja2.TemplateError as error:
            problem = Diagnostic(
                "template",
                f"cannot draw {plan.path}: {error.message or type(error).__name__}",
                self._place(error, plan.template),
                "templates see one object, `view`: the dataclasses of codegen/plan and codegen/ir",
            )
            raise GenerationFailed([problem]) from error

    def _place(self, error: jinja2.TemplateError, template: str) -> Place:
        """Where in a template an error arose: jinja says it, or the traceback through it does."""
        if isinstance(error, jinja2.TemplateSyntaxError):
            return Place(f"templates/{error.name or template}", error.lineno)
        frames = traceback.extract_tb(error.__traceback__)
        drawn = [frame for frame in frames if frame.filename.endswith(".j2")]
        if not drawn:
            return Place(f"templates/{template}", 0)
        path = Path(drawn[-1].filename)
        return Place(f"templates/{path.relative_to(self._templates)}", drawn[-1].lineno or 0)


def _python_list(names: Sequence[str]) -> str:
    """A list of texts, one a line: additions are one line in a diff."""
    return "[" + "".join(f'\n    "{name}",' for name in names) + "\n]" if names else "[]"
