"""The generated lines behind each entry: what the next `generate` will change, cut to hunks."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Dict, Iterator, List, Mapping, Sequence, Tuple

from codegen.changes.entries import Change
from codegen.changes.methods import methods
from codegen.changes.sources import Sdk
from codegen.emit.format import format_texts
from codegen.emit.render import Renderer
from codegen.ir import model as ir
from codegen.plan.files import FilePlan
from codegen.plan.package import plan_package
from codegen.plan.resources import plan_resources
from codegen.plan.types import plan_types

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SHOWN = 8  # hunks that one entry shows


@dataclass(frozen=True)
class Hunk:
    file: str
    lines: Tuple[str, ...]  # the first is `@@ ... @@`

    def changes(self, word: str) -> bool:
        return any(
            line[0] in "+-" and word in _WORD.findall(line) for line in self.lines[1:] if line
        )


def hunks(before: Sdk, after: Sdk) -> Dict[str, List[Hunk]]:
    """What differs in the package, by file; only files that differ are formatted."""
    renderer = Renderer(after.source.inputs.templates)
    old, new = (
        {plan.path: renderer.render(plan) for plan in _plans(sdk.api, root_of(after))}
        for sdk in (before, after)
    )
    paths = [path for path in sorted({*old, *new}) if old.get(path) != new.get(path)]
    sides = [format_texts({p: side[p] for p in paths if p in side}) for side in (old, new)]
    found = {path: list(_hunks(path, *(side.get(path, "") for side in sides))) for path in paths}
    return {path: items for path, items in found.items() if items}


def root_of(sdk: Sdk) -> str:
    return f"src/{sdk.api.package}"


def _plans(api: ir.Api, root: str) -> List[FilePlan]:
    return plan_types(api, root) + plan_resources(api, root) + plan_package(api, root)


def _hunks(path: str, old: str, new: str) -> Iterator[Hunk]:
    lines: List[str] = []
    diff = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=2)
    for line in list(diff)[2:]:
        if line.startswith("@@") and lines:
            yield Hunk(path, tuple(lines))
            lines = []
        lines.append(line)
    if lines:
        yield Hunk(path, tuple(lines))


class Finder:
    """Finds the hunks that show an entry: those of its files that change a line with its name."""

    def __init__(self, before: Sdk, after: Sdk) -> None:
        self._root = root_of(after)
        self._hunks = hunks(before, after)
        self._modules: Dict[str, str] = {}
        for api in (before.api, after.api):
            self._modules.update(_modules(api))

    def __call__(self, change: Change) -> Sequence[Hunk]:
        word = _WORD.findall(change.subject)[-1]
        subjects = (change.subject, *change.also, change.before)  # `before` may be an old name
        files = dict.fromkeys(map(self._file, subjects))
        found = [hunk for file in files for hunk in self._hunks.get(file, ())]
        telling = [hunk for hunk in found if hunk.changes(word)]
        return (telling or found)[:_SHOWN]

    def _file(self, subject: str) -> str:
        name = subject.partition("(")[0]
        while name and name not in self._modules:
            name = name.rpartition(".")[0]
        module = self._modules.get(name, "")
        files = (f"{self._root}/{module}.py", f"{self._root}/{module}/__init__.py")
        return next((file for file in files if file in self._hunks), "")


def _modules(api: ir.Api) -> Mapping[str, str]:
    """The module that shows a thing, below the package: by the names that entries use."""
    found = {
        name: f"resources/{r.module.replace('.', '/')}" for name, (r, _) in methods(api).items()
    }
    for item in api.types:
        found[f"types.{item.id}"] = f"types/{item.home.dotted.replace('.', '/')}"
    found.update({page.name: "pagination" for page in api.pages})
    found.update({credential.argument: "_client" for credential in api.client.credentials})
    found.update({header: "_client" for header in api.client.headers})
    return {**found, "base_url": "_client", api.package: "__init__"}
