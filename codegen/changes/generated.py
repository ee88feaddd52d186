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
    old, new = _texts(before), _texts(after)
    paths = [path for path in sorted({*old, *new}) if old.get(path) != new.get(path)]
    sides = [format_texts({p: side[p] for p in paths if p in side}) for side in (old, new)]
    found = {path: list(_hunks(path, *(side.get(path, "") for side in sides))) for path in paths}
    return {path: items for path, items in found.items() if items}


def _texts(sdk: Sdk) -> Dict[str, str]:
    renderer = Renderer(sdk.source.inputs.templates)
    package = sdk.source.inputs.package
    return {
        # Packages that are given as absolute paths are called what this project's is called.
        "src/" + plan.path[len(package) - len(package.rpartition("/")[2]) :]: renderer.render(plan)
        for plan in sdk.plans()
        if plan.path.startswith(f"{package}/") and plan.format
    }


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
        self._hunks = hunks(before, after)
        self._modules: Dict[str, str] = {}
        for api in (before.api, after.api):
            self._modules.update(_modules(api))

    def __call__(self, change: Change) -> Sequence[Hunk]:
        word = _WORD.findall(change.subject)[-1]
        files = dict.fromkeys(map(self._file, (change.subject, *change.also)))
        found = [hunk for file in files for hunk in self._hunks.get(file, ())]
        telling = [hunk for hunk in found if hunk.changes(word)]
        return (telling or found)[:_SHOWN]

    def _file(self, subject: str) -> str:
        name = subject.partition("(")[0]
        while name and name not in self._modules:
            name = name.rpartition(".")[0]
        module = self._modules.get(name, "")
        files = (f"src/anthropic/{module}.py", f"src/anthropic/{module}/__init__.py")
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
