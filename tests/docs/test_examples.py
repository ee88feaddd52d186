"""The examples run offline, and show what they are about; the table lists every one of them."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

SHOWN = {
    "messages": [
        "> What is my name?",
        "It is turn 2 of our conversation",
        "The conversation has 1",
        "Refused: ",
        'You said: "Name a mountain."',
    ],
    "streaming": [
        "OverloadedError after 'The moon",
        "The sea is wide. It is deep, too.\n  (ended: end_turn, request req_",
        "input so far: {'harbour': 'Brest'}",
        "call: get_tides({'harbour': 'Brest', 'days': 3})",
    ],
    "thinking": ["[thinking]\nThe user says", "> And 223?", "It is turn 2"],
    "structured_outputs": [
        "Pancakes (dessert)\n  250.0 g of flour",
        "At last: Recipe(title='Leek soup', course='starter'",
        "Does not fit: ",
    ],
    "images": ["What colour is this picture?", "uploaded as file_"],
    "batches": [
        "in_progress: 0 done",
        "ended: 2 done, 1 failed",
        "broken failed: ",
        "capital: You",
    ],
    "files": ["notes.txt: 79 bytes", "cites: 'The lighthouse of Brest was built", "deleted"],
    "web_search": ["searches: {'query'", "found: ", "[https://", "(1 search)"],
}


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that an example changes is left behind, and no key is there for it to find."""
    monkeypatch.syspath_prepend(str(EXAMPLES))
    for name in ("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "ANTHROPIC_AUTH_TOKEN"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("name", SHOWN)
def test_example(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [f"{name}.py", "--local"])
    runpy.run_path(str(EXAMPLES / f"{name}.py"), run_name="__main__")
    output = capsys.readouterr().out
    for shown in SHOWN[name]:
        assert shown in output


def test_the_table_lists_every_example() -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\((\w+)\.py\)", text))
    shared = {"rehearsal", "platform_steps"}
    assert linked | shared == {path.stem for path in EXAMPLES.glob("*.py")}
