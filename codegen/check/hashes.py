"""Fingerprints of what the SDK is made from, for `.stats.yml`."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Iterable, List

_DIGITS = 32


def hash_files(paths: Iterable[Path]) -> str:
    """One fingerprint of the contents of files, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:_DIGITS]


def files_below(folder: Path, pattern: str) -> List[Path]:
    return sorted(folder.rglob(pattern))
