"""The examples of the platforms run offline."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from anthropic._compat import PYDANTIC_V1

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

# Function tools, which each example shows, need pydantic 2.
if not PYDANTIC_V1:

    @pytest.mark.parametrize("name", ["bedrock", "foundry", "vertex"])
    def test_example(name: str) -> None:
        command = [sys.executable, str(EXAMPLES / f"{name}.py"), "--local"]
        result = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert result.returncode == 0, result.stderr
        for shown in ("You said", "get_weather returned: 18 degrees in Paris", "city='Rome'"):
            assert shown in result.stdout
