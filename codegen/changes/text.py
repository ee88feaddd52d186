"""Writes a comparison as text: for a terminal, as Markdown, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import List, Mapping

from codegen.changes.entries import Change, Comparison, cut
from codegen.changes.rules import MEANINGS, Level

ADVICE = {
    "major": "a major version: programs may break",
    "minor": "a minor version: programs go on working",
    "patch": "a patch version: only words have changed",
    "none": "no version: nothing has changed that users notice",
}
GRAVEST_FIRST = tuple(sorted(Level, reverse=True))
_ALSO = 3  # names that texts show
# Characters of entries in Markdown: a comment on a pull request holds 65,536 with all around them.
ROOM = 60_000


def terminal(comparison: Comparison) -> str:
    lines = [f"What users notice between {comparison.old} and {comparison.new}", ""]
    for level in GRAVEST_FIRST:
        entries = comparison.of(level)
        if not entries:
            continue
        lines.append(f"{level.title.upper()} ({len(entries)}): {MEANINGS[level]}")
        for change in entries:
            lines.append(f"  {change.message}{_also(change)}")
            lines += [f"      {change.place}"] if change.place.file else []
        lines.append("")
    return "\n".join([*lines, advised(comparison), ""])


def _also(change: Change) -> str:
    if not change.also:
        return ""
    more = len(change.also) - _ALSO
    names = ", ".join(change.also[:_ALSO])
    return f" (also {names}{f' and {more} more' if more > 0 else ''})"


def advised(comparison: Comparison) -> str:
    counts = [(len(comparison.of(level)), level) for level in GRAVEST_FIRST]
    held = ", ".join(f"{count} {_noun(level, count)}" for count, level in counts if count)
    return f"Semantic versioning asks for {ADVICE[comparison.advice]} ({held or 'no entries'})."


def _noun(level: Level, count: int) -> str:
    countable = level in (Level.ADDITION, Level.DEPRECATION)
    return level.title + ("s" if countable and count > 1 else "")


# ------------------------------------------------------------------ Markdown


def markdown(comparison: Comparison) -> str:
    lines = [
        f"## SDK changes: {_code(comparison.old)} → {_code(comparison.new)}",
        "",
        f"**{comparison.advice}** — {advised(comparison)}",
    ]
    room = ROOM
    for level in GRAVEST_FIRST:
        entries = comparison.of(level)
        if not entries:
            continue
        items: List[str] = []
        for item in map(_item, entries):
            room -= len(item) + 1
            items += [item] if room > 0 else []
        if len(items) < len(entries):
            items.append(f"- … and {len(entries) - len(items)} more, which the page shows")
        heading = f"{level.title.capitalize()} ({len(entries)})"
        if level > Level.DEPRECATION:
            lines += ["", f"### {heading}", "", f"_{MEANINGS[level]}_", "", *items]
        else:  # what reviewers seldom read is folded
            lines += ["", f"<details><summary>{heading}: {MEANINGS[level]}</summary>", ""]
            lines += [*items, "", "</details>"]
    return "\n".join(lines) + "\n"


def _item(change: Change) -> str:
    """One entry; what stands in backticks cannot be read as Markdown."""
    place = f" <sub>{_code(str(change.place))}</sub>" if change.place.file else ""
    return f"- {_escaped(change.message)}{_escaped(_also(change))}{place}"


def _escaped(text: str) -> str:
    parts = text.replace("\n", " ").split("`")
    for index in range(0, len(parts), 2):
        for sign in "\\<>*_[]|":
            replaced = {"<": "&lt;", ">": "&gt;"}.get(sign, f"\\{sign}")
            parts[index] = parts[index].replace(sign, replaced)
    return "`".join(parts)


def _code(text: str) -> str:
    return f"`{cut(text.replace('`', ''), 200)}`"


# ------------------------------------------------------------------ JSON


def as_json(comparison: Comparison) -> str:
    data = {
        "old": comparison.old,
        "new": comparison.new,
        "advice": comparison.advice,
        "counts": {level.title: len(comparison.of(level)) for level in GRAVEST_FIRST},
        "changes": [_entry(change) for change in comparison.changes],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _entry(change: Change) -> Mapping[str, object]:
    return {
        "class": change.level.title,
        "rule": change.rule,
        "subject": change.subject,
        "message": change.message,
        "before": change.before,
        "after": change.after,
        "also": list(change.also),
        "resources": list(change.resources),
        "place": asdict(change.place),
    }
