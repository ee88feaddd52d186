"""The tables of `faults.md`; `python -m tests.runtime.faults.tables` writes them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Dict, List

from tests.runtime.faults.matrix import Fault, Seen
from tests.runtime.faults.message_faults import (
    NO_ANSWER,
    OTHER_ANSWERS,
    PART_OF_AN_ANSWER,
    STATUSES,
)
from tests.runtime.faults.stream_faults import RESULTS_OF_BATCHES, STREAMS

GUIDE = Path(__file__).resolve().parents[3] / "faults.md"
TABLES: Dict[str, List[Fault]] = {
    "no answer": NO_ANSWER,
    "part of an answer": PART_OF_AN_ANSWER,
    "other answers": OTHER_ANSWERS,
    "statuses": STATUSES,
    "streams": STREAMS,
    "results": RESULTS_OF_BATCHES,
}
_PLACE = re.compile(r"(<!-- table: ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def gets(seen: Seen) -> str:
    """What the caller gets, in a few words."""
    if isinstance(seen.result, str):
        return seen.result
    also = f", also `{_name(seen.also)}`" if seen.also is not None else ""
    return f"`{seen.result.__name__}`{also}"


def _name(kind: type) -> str:
    return f"{kind.__module__.partition('.')[0]}.{kind.__name__}"


def row(fault: Fault) -> str:
    outcome, again = gets(fault.seen), "yes" if fault.seen.again else "no"
    if fault.aiohttp is not None:
        outcome += f"; with aiohttp {gets(fault.aiohttp)}"
        if fault.aiohttp.again != fault.seen.again:
            again += f"; with aiohttp {'yes' if fault.aiohttp.again else 'no'}"
    return f"| {fault.what} | {outcome} | {again} |"


def table(faults: List[Fault]) -> str:
    lines = ["| what happens | what you get | sent again |", "|---|---|---|", *map(row, faults)]
    return "\n".join(lines) + "\n"


def filled(text: str) -> str:
    """The guide with its tables as they should be."""
    return _PLACE.sub(lambda found: found[1] + table(TABLES[found[2]]) + found[3], text)


if __name__ == "__main__":
    GUIDE.write_text(filled(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
