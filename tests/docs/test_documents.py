"""What the documents say is true: their code runs, their links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Iterator, List

import pytest

from anthropic.testing import LocalServer

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(path for path in ROOT.glob("*.md"))
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#|mailto:)([^)#]+)")
NAMED_FILE = re.compile(
    r"`\.?/?((?:scripts|openapi|codegen|templates|tests|src|examples)/[\w./-]*)`"
)


def blocks() -> List[object]:
    """Each Python block, padded so that an error shows its line in the document."""
    found: List[object] = []
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        for match in BLOCK.finditer(text):
            line = text.count("\n", 0, match.start(1))
            code = compile("\n" * line + match[1], str(path), "exec")
            found.append(pytest.param(code, id=f"{path.name}:{line + 1}"))
    return found


@pytest.fixture(scope="module")
def running() -> Iterator[LocalServer]:
    with LocalServer() as server:
        yield server


@pytest.mark.parametrize("code", blocks())
def test_code_runs_as_it_stands(
    code: object, running: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.reset()
    monkeypatch.setenv("ANTHROPIC_BASE_URL", running.url)
    monkeypatch.setenv("ANTHROPIC_API_KEY", running.api_key)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    exec(code, {"__name__": "__main__"})  # type: ignore[arg-type]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_and_named_files_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    names = {match[1] for match in [*LINK.finditer(text), *NAMED_FILE.finditer(text)]}
    missing = sorted(name for name in names if not (ROOT / name).exists())
    assert not missing


def test_the_demo_works() -> None:
    command = [sys.executable, str(ROOT / "examples" / "demo.py")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "All 8 steps worked." in result.stdout


def test_the_demo_without_a_key_says_what_is_missing() -> None:
    command = [sys.executable, str(ROOT / "examples" / "demo.py"), "--live"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 1
    assert "ANTHROPIC_API_KEY" in result.stderr
