"""From figures to the table, the JSON file and the plot."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any, List, Tuple

import pytest

from benchmarks import __main__ as program
from benchmarks import measurement, report
from benchmarks.cases import CASES, MEGABYTES, MICROSECONDS, MILLISECONDS, Case
from benchmarks.environments import ROOT, Environment

FAST = Case("fast", "a `fast` & small case", "a:b", 100, MILLISECONDS, ratio=0.5, floor="a:c")
SLOW = Case("slow", "a slow case", "a:d", 100, MICROSECONDS, ratio=0.1)
LARGE = Case("large", "a large case", "a:e", 100, MEGABYTES, limit=32)
FITTED = Case("fit", "a fitted case", "a:f", 100, MILLISECONDS, ratio=1, their_counts=(10, 20, 40))
BOTH = [Environment("theirs", Path("theirs")), Environment("ours", Path("ours"))]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> List[Tuple[str, str, int]]:
    """What was run; theirs take one second in four, at most, of the count in milliseconds."""
    made: List[Tuple[str, str, int]] = []

    def figure(python: str, program: str, count: int, url: str) -> float:
        made.append((python, program, count))
        if program == "a:f" and python == "theirs":
            return (3 * count + 2 * count**2) / 1000
        return {"theirs": 4e-3, "ours": 1e-3}[python] * (0.5 if program == "a:c" else 1)

    monkeypatch.setattr(measurement, "figure", figure)
    return made


def measured(case: Case, **options: Any) -> measurement.Result:
    return measurement.measure(case, BOTH, "", **{"rounds": 3, "quick": False, **options})


def test_rounds_alternate(calls: List[Tuple[str, str, int]]) -> None:
    result = measured(FAST)
    order = [python if program == "a:b" else "floor" for python, program, _ in calls]
    assert order == ["theirs", "ours", "floor", "floor", "ours", "theirs"] + order[:3]
    assert (result.theirs, result.ours, result.floor) == (4.0, 1.0, 0.5)
    assert result.ratio == 0.25 and result.met


def test_of_times_the_least_is_shown_and_of_memory_the_median() -> None:
    assert measurement.settle(FAST, [3.0, 1.0, 2.0]) == 1.0
    assert measurement.settle(LARGE, [3.0, 1.0, 2.0]) == 2.0


def test_rounds_have_their_bounds(calls: List[Tuple[str, str, int]]) -> None:
    assert len(measured(SLOW._replace(least_rounds=5)).rounds["ours"]) == 5
    assert len(measured(SLOW._replace(most_rounds=2)).rounds["ours"]) == 2
    assert len(measured(SLOW._replace(least_rounds=5), rounds=1, quick=True).rounds["ours"]) == 1


def test_quick_is_a_tenth(calls: List[Tuple[str, str, int]]) -> None:
    measured(SLOW, rounds=1, quick=True)
    assert {count for _, _, count in calls} == {10}


def test_what_takes_too_long_is_read_off_a_parabola(calls: List[Tuple[str, str, int]]) -> None:
    result = measured(FITTED, rounds=1)
    assert [count for python, _, count in calls if python == "theirs"] == [10, 20, 40]
    assert result.theirs == pytest.approx(3 * 100 + 2 * 100**2)


@pytest.mark.parametrize(
    ("case", "ours", "met"), [(SLOW, 0.4, True), (SLOW, 0.5, False), (LARGE, 33, False)]
)
def test_targets(case: Case, ours: float, met: bool) -> None:
    assert measurement.Result(case, 4.0, ours, None, {}).met is met


def results() -> List[measurement.Result]:
    return [
        measurement.Result(FAST, 4.0, 1.0, 0.5, {"theirs": [4.0], "ours": [1.0], "floor": [0.5]}),
        measurement.Result(SLOW, 200.0, 55.0, None, {}),
        measurement.Result(LARGE, 588.0, 12.34, None, {}),
        measurement.Result(FITTED, 30_000.0, 3.0, None, {}),
    ]


def test_table() -> None:
    lines = report.table(results()).splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert cells[2][:4] == ["a `fast` & small case", "4.00 ms", "1.00 ms", "0.250"]
    assert cells[2][4:] == ["0.5", "yes", "0.50 ms"]
    assert cells[3] == ["a slow case", "200 us", "55.0 us", "0.275", "0.1", "no", ""]
    assert cells[4] == ["a large case", "588 MB", "12.3 MB", "0.021", "32 MB", "yes", ""]
    assert cells[5][1] == "30000 ms (fit)"
    assert len({len(line) for line in lines}) == 1


def test_files(tmp_path: Path) -> None:
    report.write(results(), {"httpx": "0.28.1"}, tmp_path)
    data = json.loads((tmp_path / "results.json").read_text())
    assert data["versions"] == {"httpx": "0.28.1"}
    assert [(row["case"], row["met"]) for row in data["results"]] == [
        ("fast", True), ("slow", False), ("large", True), ("fit", True),
    ]  # fmt: skip
    plot = ElementTree.fromstring((tmp_path / "results.svg").read_text())
    texts = [element.text for element in plot.iter("{http://www.w3.org/2000/svg}text")]
    assert "a fast & small case" in texts and "0.275" in texts
    bars = list(plot.iter("{http://www.w3.org/2000/svg}rect"))[1:]
    widths = [float(bar.attrib["width"]) for bar in bars]
    assert len(widths) == 4 and sorted(widths, reverse=True)[:2] == [widths[1], widths[0]]
    assert min(widths) >= 0


def test_what_was_not_measured_again_stays(tmp_path: Path) -> None:
    first, second = (measurement.Result(case, 4.0, 1.0, None, {}) for case in CASES[:2])
    report.write([second], {}, tmp_path)
    report.write([first], {}, tmp_path)
    report.write([second._replace(ours=2.0)], {}, tmp_path)
    assert report.earlier(tmp_path) == [first, second._replace(ours=2.0)]


def test_an_unknown_case_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        program.main(["import", "imports"])
    assert "unknown: imports" in capsys.readouterr().err


def test_headlines() -> None:
    row = {"case": "import", "title": "`import`", "unit": "ms", "theirs": 320.4, "ours": 8.1}
    lines = report.headlines([{**row, "ratio": 0.0253}, {**row, "case": "other"}]).splitlines()
    assert lines[2:] == ["| `import` | 320 ms | 8.10 ms | 0.025 |"]


def test_the_documents_show_the_results_of_every_case() -> None:
    rows = json.loads((ROOT / "benchmarks" / "results.json").read_text(encoding="utf-8"))["results"]
    assert [row["case"] for row in rows] == [case.name for case in CASES]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert report.headlines(rows) in readme, "show what benchmarks.report.headlines() returns"
    assert "](benchmarks/results.svg)" in readme
    assert set(report.HEADLINES) <= {row["case"] for row in rows}
