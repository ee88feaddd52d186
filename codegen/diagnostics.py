"""Errors as values.

Every stage reports what is wrong as a `Diagnostic` instead of printing or
raising ad hoc. A `Problems` list collects them; the command line prints all of
them and exits with status 1 before any file is touched.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Container, Dict, Iterable, Optional, Tuple


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands in an input file: a JSON pointer and a line."""

    file: str
    line: int
    pointer: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" + (f" ({self.pointer})" if self.pointer else "")


NOWHERE = Place("", 0)


@dataclass(frozen=True)
class Diagnostic:
    """One problem: a stable code, what is wrong, where, and what to do about it."""

    code: str
    message: str
    place: Place = NOWHERE
    hint: str = ""
    others: Tuple[Place, ...] = ()  # the places it is at odds with

    def __str__(self) -> str:
        at = f"{self.place}: " if self.place.file else ""
        hint = f"\n    hint: {self.hint}" if self.hint else ""
        return f"{at}error[{self.code}]: {self.message}{hint}"


class GenerationFailed(Exception):
    """Raised once a stage has collected problems; carries all of them."""

    def __init__(self, problems: Iterable[Diagnostic]) -> None:
        self.problems: Tuple[Diagnostic, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Problems:
    """Collects diagnostics so that one run reports everything that is wrong.

    Problems with a code in `tolerated` are noted and do not keep anything from being generated:
    each stage goes on with the nearest thing it can express.
    """

    def __init__(self, tolerated: Container[str] = ()) -> None:
        self._items: Dict[Diagnostic, None] = {}
        self.tolerated = tolerated
        self.notes: Dict[Diagnostic, None] = {}

    def add(
        self,
        code: str,
        message: str,
        place: Place = NOWHERE,
        hint: str = "",
        others: Tuple[Place, ...] = (),
    ) -> None:
        found = self.notes if code in self.tolerated else self._items
        found[Diagnostic(code, message, place, hint, others)] = None

    def raise_if_any(self) -> None:
        if self._items:
            ordered = sorted(self._items, key=lambda item: (item.place, item.code, item.message))
            raise GenerationFailed(ordered)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint with the closest known word, or the list of known words when none is close."""
    words = sorted(known)
    close: Optional[str] = next(iter(difflib.get_close_matches(word, words, n=1, cutoff=0.6)), None)
    if close is not None:
        return f"did you mean `{close}`?"
    return "known: " + ", ".join(words) if words else ""
