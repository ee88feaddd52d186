"""mypy and pyright see every public name, although most modules are loaded only on first use."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator, List

import pytest

import anthropic
from tests.architecture.test_imports import LAZY, static_names


@pytest.fixture(scope="module")
def user_module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A user's module that imports each name, and is wrong in its last line."""
    lines: List[str] = ["import anthropic"]
    for module in LAZY:
        listed = anthropic.__all__ if module == "anthropic" else static_names(module)
        short = module.replace(".", "_")
        lines += [f"from {module} import {name} as {short}_{name}" for name in sorted(listed)]
    lines.append("anthropic.Anthropic().messages.no_such_method()")
    path = tmp_path_factory.mktemp("user") / "user_module.py"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    yield path


def test_mypy(user_module: Path) -> None:
    command = [
        sys.executable, "-m", "mypy", "--config-file=", "--no-error-summary",
        "--follow-imports=silent", str(user_module),
    ]  # fmt: skip
    output = subprocess.run(command, cwd=user_module.parent, capture_output=True, text=True).stdout
    errors = [line for line in output.splitlines() if "error:" in line]
    assert len(errors) == 1 and "no_such_method" in errors[0], output


def test_pyright(user_module: Path) -> None:
    settings = {"pythonVersion": "3.9", "reportAttributeAccessIssue": "error"}
    user_module.with_name("pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    program = shutil.which("pyright", path=str(Path(sys.executable).parent))
    assert program, "pyright is not installed beside this Python: run ./scripts/setup"
    command = [program, "--outputjson", "--pythonpath", sys.executable, str(user_module)]
    result = subprocess.run(command, cwd=user_module.parent, capture_output=True, text=True)
    found = json.loads(result.stdout)["generalDiagnostics"]
    errors = [entry["message"] for entry in found if entry["severity"] == "error"]
    assert len(errors) == 1 and "no_such_method" in errors[0], errors
