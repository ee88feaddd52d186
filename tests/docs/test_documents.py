"""What the documents say is true: their code runs, their links lead somewhere."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Dict, Iterator, List

import pytest

from anthropic.testing import LocalBedrock, LocalFoundry, LocalServer, LocalVertex
from tests.platforms.accounts import known_account, new_key

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
            # As a program of its own, without the future imports of this one.
            code = compile("\n" * line + match[1], str(path), "exec", dont_inherit=True)
            found.append(pytest.param(code, id=f"{path.name}:{line + 1}"))
    return found


@pytest.fixture(scope="module")
def running() -> Iterator[LocalServer]:
    with LocalServer() as server:
        yield server


@pytest.fixture(scope="module")
def platforms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dict[str, str]]:
    """The environment of someone who has configured every platform: the local ones."""
    account = tmp_path_factory.mktemp("google") / "account.json"
    bedrock = LocalBedrock(region="us-west-2")
    vertex = LocalVertex(project_id="my-project", region="us-east5")
    with bedrock, vertex, LocalFoundry() as foundry:
        account.write_text(json.dumps(known_account(vertex, new_key())))
        yield {
            "ANTHROPIC_BEDROCK_BASE_URL": bedrock.url,
            "AWS_REGION": bedrock.region,
            "AWS_ACCESS_KEY_ID": bedrock.access_key,
            "AWS_SECRET_ACCESS_KEY": bedrock.secret_key,
            "ANTHROPIC_VERTEX_BASE_URL": f"{vertex.url}/v1",
            "GOOGLE_APPLICATION_CREDENTIALS": str(account),
            "ANTHROPIC_FOUNDRY_BASE_URL": foundry.client_options["base_url"],
            "ANTHROPIC_FOUNDRY_API_KEY": foundry.api_key,
            "ENTRA_TOKEN": foundry.tokens[0],
        }


@pytest.mark.parametrize("code", blocks())
def test_code_runs_as_it_stands(
    code: object,
    running: LocalServer,
    platforms: Dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    running.reset()
    for name, value in platforms.items():
        monkeypatch.setenv(name, value)
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
