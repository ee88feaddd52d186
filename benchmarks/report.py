"""The table, the JSON file and the plot."""

from __future__ import annotations

import json
import math
import platform
import textwrap
from html import escape
from pathlib import Path
from typing import Any, Dict, Iterable, List, Optional, Sequence

from .cases import CASES, Case
from .measurement import Result

FOLDER = Path(__file__).resolve().parent
HEADINGS = ("case", "0.79.0", "ours", "ratio", "target", "met", "bare httpx")


def table(results: Iterable[Result]) -> str:
    """For people, and for Markdown."""
    rows = [HEADINGS, *[_row(result) for result in results]]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
        for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


# The rows that the README shows.
HEADLINES = (
    "import", "first-create", "client", "create", "create-async", "concurrent", "tool-blocks",
    "content-blocks", "batches", "events", "helper", "tool-input", "upload-memory",
)  # fmt: skip


def headlines(rows: Iterable[Dict[str, Any]]) -> str:
    """The table of the README, out of the rows of `results.json`."""
    known = {row["case"]: row for row in rows}
    chosen = [known[name] for name in HEADLINES if name in known]
    lines = ["| | 0.79.0 | this package | share |", "|---|---|---|---|"]
    for row in chosen:
        theirs, ours = (_figure(row[name], row["unit"]) for name in ("theirs", "ours"))
        lines.append(f"| {row['title']} | {theirs} | {ours} | {row['ratio']:.3f} |")
    return "\n".join(lines)


def _row(result: Result) -> Sequence[str]:
    case = result.case
    theirs = shown(result.theirs, case)
    return (
        case.title,
        f"{theirs} (fit)" if len(case.their_counts) > 1 else theirs,
        shown(result.ours, case),
        f"{result.ratio:.3f}",
        target(case),
        "yes" if result.met else "no",
        shown(result.floor, case),
    )


def shown(value: Optional[float], case: Case) -> str:
    """A figure with its unit; nothing for nothing."""
    return "" if value is None else _figure(value, case.unit[1])


def _figure(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f} {unit}".strip()


def target(case: Case) -> str:
    """What is aimed at."""
    if case.ratio is not None:
        return f"{case.ratio:g}"
    return f"{case.limit:g} {case.unit[1]}".strip()


def earlier(folder: Path = FOLDER) -> List[Result]:
    """The results that `results.json` holds."""
    path = folder / "results.json"
    rows = json.loads(path.read_text(encoding="utf-8"))["results"] if path.exists() else []
    known = {case.name: case for case in CASES}
    return [
        Result(known[row["case"]], row["theirs"], row["ours"], row["floor"], row["rounds"])
        for row in rows
        if row["case"] in known
    ]


def write(results: List[Result], versions: Dict[str, str], folder: Path = FOLDER) -> None:
    """Write `results.json` and `results.svg`; cases that were not measured keep their results."""
    latest = {result.case.name: result for result in [*earlier(folder), *results]}
    order = [case.name for case in CASES if case.name in latest]
    results = [latest.pop(name) for name in order] + list(latest.values())
    data: Dict[str, Any] = {
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "versions": versions,
        "results": [result.data() for result in results],
    }
    (folder / "results.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    (folder / "results.svg").write_text(plot(results), encoding="utf-8")


# The plot: a row for each case, a bar for the ratio on a logarithmic scale, a mark for the target.
_LEFT, _WIDTH, _ROW, _TOP = 330, 520, 22, 64
_LEAST = 0.001


def plot(results: Sequence[Result]) -> str:
    """An SVG of the ratios of all cases; a bar that ends left of its mark meets its target."""
    height = _TOP + _ROW * len(results) + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 80} {height}" '
        'font-family="sans-serif" font-size="12">',
        "<title>What this package takes, as a share of what anthropic 0.79.0 takes</title>",
        f'<rect width="100%" height="{height}" fill="#ffffff"/>',
        '<text x="10" y="22" font-size="15">Ours as a share of anthropic 0.79.0: CPU time, or '
        "memory where it says so (shorter is better, | is the target)</text>",
        *_grid(height),
    ]
    for index, result in enumerate(results):
        parts += _bar(result, _TOP + _ROW * index)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _grid(height: int) -> Iterable[str]:
    for share in (0.001, 0.01, 0.1, 1.0):
        at = _place(share)
        yield f'<line x1="{at}" y1="{_TOP - 8}" x2="{at}" y2="{height - 24}" stroke="#cccccc"/>'
        yield f'<text x="{at}" y="{_TOP - 14}" text-anchor="middle" fill="#666666">{share:g}</text>'


def _bar(result: Result, top: int) -> Iterable[str]:
    end = _place(result.ratio)
    colour = "#3b7a57" if result.met else "#c0762b"
    title = textwrap.shorten(result.case.title.replace("`", ""), 54)
    aim = _aim(result)
    yield f'<text x="{_LEFT - 8}" y="{top + 13}" text-anchor="end">{escape(title)}</text>'
    yield f'<rect x="{_LEFT}" y="{top + 2}" width="{end - _LEFT}" height="14" fill="{colour}"/>'
    yield f'<text x="{end + 6}" y="{top + 13}" fill="#333333">{result.ratio:.3f}</text>'
    if aim is not None:
        at = _place(aim)
        yield (
            f'<line x1="{at}" y1="{top}" x2="{at}" y2="{top + 18}" stroke="#222222" '
            'stroke-width="2"/>'
        )


def _aim(result: Result) -> Optional[float]:
    """The target as a ratio."""
    if result.case.ratio is not None:
        return result.case.ratio
    if result.case.limit is None or not result.theirs:
        return None
    return result.case.limit / result.theirs


def _place(share: float) -> float:
    """Where a ratio is, from 0.001 at the left to 1 and a little more at the right."""
    bounded = min(max(share, _LEAST), 1.6)
    return round(_LEFT + _WIDTH * (math.log10(bounded) + 3) / 3.2, 1)
