"""The examples of tools run offline, and show what they are about."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import List

import pytest

from anthropic._compat import PYDANTIC_V1

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"

SHOWN = {
    "tools": ["get_population('Paris')", "get_population returned: 2100000"],
    "tool_runner": [
        "Everyone has 30 days off.",
        "'content': 'Pages are never deleted.', 'is_error': True",
        "ended: complete",
    ],
    "memory": ["'command': 'create'", "memory returned: /memories/user.md", "Drinks tea"],
    "compaction": [
        "Performing compaction.",
        "Compaction complete.",
        "read_chapter({'number': 3})",
        "It is a book about nights at sea.",
    ],
}
if PYDANTIC_V1:
    # Function tools need pydantic 2.
    SHOWN = {name: SHOWN[name] for name in ("tools", "memory")}


@pytest.mark.parametrize("name", SHOWN)
def test_example(name: str) -> None:
    command: List[str] = [sys.executable, str(EXAMPLES / f"{name}.py"), "--local"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    output = result.stdout + result.stderr
    for shown in SHOWN[name]:
        assert shown in output
