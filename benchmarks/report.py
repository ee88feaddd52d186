"""The table, the JSON file and the plot."""

from __future__ import annotations

import json
import math
import platform
import textwrap
from html import escape
from pathlib import Path
from typing import Any, Dict, Iterable, List, Optional, Sequence

from .cases import Case
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
    if value is None:
        return ""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f} {case.unit[1]}".strip()


def target(case: Case) -> str:
    """What is aimed at."""
    if case.ratio is not None:
        return f"{case.ratio:g}"
    return f"{case.limit:g} {case.unit[1]}".strip()


def write(results: List[Result], versions: Dict[str, str], folder: Path = FOLDER) -> None:
    """Write `results.json` and `results.svg`."""
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
