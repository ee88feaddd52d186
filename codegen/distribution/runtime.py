"""The hand-written runtime as part of another package.

The runtime names its own package and client in messages, loggers, environment variables and error
classes. In a copy these words are the other package's; what concerns one API alone is left out.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Dict, List, Mapping, Tuple

from codegen.emit.write import MARK
from codegen.ir import model as ir

# Folders of the package that any API needs, besides the modules at its root.
FOLDERS = ("_utils", "_decoders")
# Definitions that concern the API of this repository alone, by module.
ONE_API: Mapping[str, Tuple[str, ...]] = {
    "_constants.py": ("HUMAN_PROMPT", "AI_PROMPT", "MODEL_NONSTREAMING_TOKENS")
}


def runtime_files(package: Path, api: ir.Api) -> Dict[str, str]:
    """The runtime of `package` for another API: texts by path below the package."""
    paths = sorted(package.glob("_*.py"))
    paths += [path for folder in FOLDERS for path in sorted((package / folder).rglob("*.py"))]
    found: Dict[str, str] = {"py.typed": ""}
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if not text.startswith(MARK):
            name = path.relative_to(package).as_posix()
            found[name] = _renamed(_without(text, ONE_API.get(name, ())), package.name, api)
    return found


def _renamed(text: str, own: str, api: ir.Api) -> str:
    """The text with the names of the other package and client in place of ours."""
    words = {own: api.package, own.upper(): api.package.upper(), own.title(): api.client.name}
    text = text.replace(f"https://api.{own}.com", api.client.base_url)
    pattern = re.compile(rf"(?<![A-Za-z])(Async)?({'|'.join(words)})(?=[^a-zA-Z]|Error\b)")
    return pattern.sub(lambda match: (match.group(1) or "") + words[match.group(2)], text)


def _without(text: str, names: Tuple[str, ...]) -> str:
    """The module without the assignments to `names` and the comments right above them."""
    lines = text.splitlines(keepends=True)
    drop: List[int] = []
    for statement in ast.parse(text).body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        if isinstance(statement, ast.AnnAssign):
            targets = [statement.target]
        if not any(isinstance(item, ast.Name) and item.id in names for item in targets):
            continue
        start = statement.lineno - 1
        while start and lines[start - 1].startswith("#"):
            start -= 1
        drop += range(start, statement.end_lineno or statement.lineno)
    kept = [line for index, line in enumerate(lines) if index not in set(drop)]
    return re.sub(r"\n{4,}", "\n\n\n", "".join(kept))
