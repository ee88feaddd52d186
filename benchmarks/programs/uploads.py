"""A large file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import anthropic

from .memory import begin_peak, peak


def upload_memory(url: str, count: int) -> float:
    """The memory that a file of ``count`` bytes takes at most on its way to the server."""
    with anthropic.Anthropic(api_key="key", base_url=f"{url}/file:1") as client:
        client.beta.files.upload(file=("small.bin", b"small"))
        with tempfile.NamedTemporaryFile() as file:
            file.truncate(count)
            before = begin_peak()
            client.beta.files.upload(file=Path(file.name))
            return max(0, peak() - before)
