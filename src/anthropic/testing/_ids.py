"""Identifiers and times that depend only on what was asked, never on chance or on the clock."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Dict

from ._values import digest

__all__ = ["Clock", "Ids", "derived_id", "rfc3339"]

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BEGINNING = datetime(2026, 2, 5, 12, 0, 0, tzinfo=timezone.utc)


def derived_id(prefix: str, *seeds: str) -> str:
    """An identifier in the API's style that is a pure function of its seeds."""
    number = int.from_bytes(digest(prefix, *seeds)[:17], "big")
    characters = ["0", "1"]
    for _ in range(22):
        number, index = divmod(number, len(_ALPHABET))
        characters.append(_ALPHABET[index])
    return f"{prefix}_{''.join(characters)}"


class Ids:
    """Makes unique identifiers: the seed decides, and a repeated seed is counted.

    Parallel requests get the same identifiers in whatever order they arrive, as long as their
    contents differ.
    """

    def __init__(self) -> None:
        self._seen: Dict[bytes, int] = {}

    def new(self, prefix: str, seed: str) -> str:
        key = digest(prefix, seed)[:12]
        count = self._seen.get(key, 0)
        self._seen[key] = count + 1
        return derived_id(prefix, seed, str(count))


class Clock:
    """A calendar that moves on by one second whenever something happens."""

    def __init__(self) -> None:
        self._ticks = 0

    def tick(self) -> datetime:
        """Let a second pass and return the new time."""
        self._ticks += 1
        return _BEGINNING + timedelta(seconds=self._ticks)

    def now(self) -> datetime:
        return _BEGINNING + timedelta(seconds=self._ticks)


def rfc3339(moment: datetime) -> str:
    """A time as the API writes it, in UTC: `2026-02-05T12:00:01Z`."""
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
