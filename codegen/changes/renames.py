"""Pairs the names of two sides: what stayed, came, went, and what only has another name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Mapping, Tuple, TypeVar

T = TypeVar("T")
Alike = Callable[[str, str, T, T], bool]


@dataclass(frozen=True)
class Pairing:
    kept: List[Tuple[str, str]]
    added: List[str]
    removed: List[str]
    renamed: List[Tuple[str, str]]


def pair(old: Mapping[str, T], new: Mapping[str, T], alike: Alike[T]) -> Pairing:
    """A rename is reported only where it is evident: each of the two is the other's only match."""
    added = [name for name in new if name not in old]
    removed = [name for name in old if name not in new]
    matches = [
        (before, after)
        for before in removed
        for after in added
        if alike(before, after, old[before], new[after])
    ]
    renamed = [
        (before, after)
        for before, after in matches
        if [before for other, _ in matches if other == before] == [before]
        and [after for _, other in matches if other == after] == [after]
    ]
    gone, come = {before for before, _ in renamed}, {after for _, after in renamed}
    return Pairing(
        kept=[(name, name) for name in old if name in new],
        added=[name for name in added if name not in come],
        removed=[name for name in removed if name not in gone],
        renamed=renamed,
    )
