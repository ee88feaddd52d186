"""Writes a comparison as one HTML page that needs nothing else: no network, no other file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Dict, List, Sequence, Tuple

from codegen.changes.entries import Change, Comparison
from codegen.changes.generated import Hunk
from codegen.changes.rules import MEANINGS, Level
from codegen.changes.text import GRAVEST_FIRST, advised
from codegen.emit.render import Renderer
from codegen.plan.files import FilePlan


@dataclass(frozen=True)
class EntryView:
    change: Change
    words: Sequence[Tuple[bool, str]]  # the message; whether a piece of it is code
    search: str
    hunks: Sequence[int]


@dataclass(frozen=True)
class PageView:
    comparison: Comparison
    advice: str
    levels: Sequence[Tuple[Level, str, Sequence[EntryView]]]
    resources: Sequence[str]
    hunks: Sequence[Hunk]


def page(comparison: Comparison, hunks_of: Callable[[Change], Sequence[Hunk]]) -> str:
    known: Dict[Hunk, int] = {}
    levels: List[Tuple[Level, str, Sequence[EntryView]]] = []
    for level in GRAVEST_FIRST:
        entries = [_entry(change, known, hunks_of(change)) for change in comparison.of(level)]
        levels.append((level, MEANINGS[level], entries))
    resources = sorted({name for change in comparison.changes for name in change.resources})
    view = PageView(comparison, advised(comparison), levels, resources, list(known))
    renderer = Renderer(Path(__file__).parent, escape=True)
    return renderer.render(FilePlan("page.html", "page.html.j2", view))


def _entry(change: Change, known: Dict[Hunk, int], hunks: Sequence[Hunk]) -> EntryView:
    pieces = [(index % 2 == 1, text) for index, text in enumerate(change.message.split("`"))]
    place = str(change.place) if change.place.file else ""
    words = (change.message, change.subject, *change.also, change.before, change.after, place)
    numbers = [known.setdefault(hunk, len(known)) for hunk in hunks]
    return EntryView(change, pieces, " ".join(words).lower(), numbers)
