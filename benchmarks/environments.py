"""Two environments that differ in one package: `anthropic` as published, and this checkout.

Both take every other package from the project's lock file, so that a ratio compares nothing else.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements-test.lock"
PUBLISHED = "anthropic[aiohttp]==0.79.0"
OWN = "anthropic"
_VERSIONS = """
import importlib.metadata, json
found = importlib.metadata.distributions()
print(json.dumps({each.metadata["Name"].lower(): each.version for each in found}))
"""


class Environment(NamedTuple):
    """A Python with one of the two packages."""

    name: str
    python: Path

    def versions(self) -> Dict[str, str]:
        """What is installed, by name."""
        found = subprocess.run([str(self.python), "-c", _VERSIONS], check=True, stdout=-1, cwd=ROOT)
        versions: Dict[str, str] = json.loads(found.stdout)
        return versions


def prepare() -> List[Environment]:
    """Both environments, theirs first; made at the first run, and again when the pins change."""
    theirs = _environment("theirs", ROOT / ".venv-published", [PUBLISHED])
    ours = _environment("ours", ROOT / ".venv-bench", ["--editable", f"{ROOT}[aiohttp]"])
    return [theirs, ours]


def shared_versions(environments: List[Environment]) -> Dict[str, str]:
    """The versions that both have; raises ``RuntimeError`` if they differ in more than one."""
    theirs, ours = (environment.versions() for environment in environments)
    differing = {
        name: (theirs[name], ours[name]) for name in theirs.keys() & ours.keys() - {OWN, "pip"}
        if theirs[name] != ours[name]
    }  # fmt: skip
    if differing:
        raise RuntimeError(
            f"The environments differ in {differing}: remove .venv-published and .venv-bench, "
            "and they are made anew."
        )
    return {name: ours[name] for name in sorted(theirs.keys() & ours.keys() - {OWN, "pip"})}


def _environment(name: str, folder: Path, packages: List[str]) -> Environment:
    python = folder / "bin" / "python"
    stamp = folder / "stamp"
    pins = "\n".join(
        [sys.version, *packages, LOCK.read_text(), (ROOT / "pyproject.toml").read_text()]
    )
    if not stamp.exists() or stamp.read_text() != pins:
        print(f"Setting up {folder.name}: {' '.join(packages)}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*pip, "--constraint", str(LOCK), *packages], check=True, cwd=ROOT)
        stamp.write_text(pins)
    return Environment(name, python)
