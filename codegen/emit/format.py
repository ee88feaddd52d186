"""Stage 6: one pinned ruff run over a scratch folder, isolated from anybody's configuration."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Dict, Mapping

from codegen.diagnostics import Diagnostic, GenerationFailed, Place

OPTIONS = ("--isolated", "--no-cache", "--line-length", "100", "--target-version", "py39")


def format_texts(texts: Mapping[str, str]) -> Dict[str, str]:
    """Formats Python texts by path; one process for all of them."""
    with tempfile.TemporaryDirectory(prefix="codegen-") as folder:
        root = Path(folder)
        for path, text in texts.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "ruff", "format", *OPTIONS, str(root)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode != 0:
            message = (result.stderr or result.stdout).replace(str(root) + "/", "").strip()
            raise GenerationFailed(
                [
                    Diagnostic(
                        "format", f"generated text is no Python: {message}", Place("ruff format", 0)
                    )
                ]
            )
        return {path: (root / path).read_text(encoding="utf-8") for path in texts}
