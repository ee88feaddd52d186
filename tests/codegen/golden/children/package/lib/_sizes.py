"""Numbers that people look up."""

from __future__ import annotations

LARGEST = 5000


def check_size(size: int, *, limit: int = 5000) -> None:
    """Raises `ValueError` for a house that is too large."""
    if size > limit:
        raise ValueError(f"{size} is more than {limit}")


def largest(*sizes: int) -> int:
    return max(sizes)
