"""A comparison from its two operands to the text of a report: what `diff` does."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Dict, Sequence

from codegen.changes.compare import changes
from codegen.changes.entries import Comparison
from codegen.changes.generated import Finder
from codegen.changes.page import page
from codegen.changes.sources import Sdk, sides
from codegen.changes.text import as_json, markdown, terminal

FORMATS = ("terminal", "markdown", "json", "html")
_BY_SUFFIX = {".md": "markdown", ".json": "json", ".html": "html"}
_WRITERS = {"terminal": terminal, "markdown": markdown, "json": as_json}


def format_of(path: Path) -> str:
    """The format that a file's name asks for."""
    return _BY_SUFFIX.get(path.suffix, "terminal")


def reports(old: str, new: str, root: Path, formats: Sequence[str]) -> Dict[str, str]:
    """The report of `old` -> `new` in each of the formats.

    Raises `GenerationFailed` when a side cannot be found or is wrong.
    """
    with ExitStack() as stack:
        before, after = sides(old, new, root, stack)
        comparison = compared(before, after)
        texts: Dict[str, str] = {}
        for name in dict.fromkeys(formats):
            if name == "html":  # it alone shows generated lines, which cost more than all the rest
                texts[name] = page(comparison, Finder(before, after))
            else:
                texts[name] = _WRITERS[name](comparison)
        return texts


def compared(before: Sdk, after: Sdk) -> Comparison:
    found = tuple(
        replace(
            change,
            old_place=before.source.described(change.old_place),
            new_place=after.source.described(change.new_place),
        )
        for change in changes(before.api, after.api)
    )
    return Comparison(before.source.label, after.source.label, found)
