"""Runs programs in child processes, the two packages in turn; one figure of many rounds."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence

from .cases import MICROSECONDS, MILLISECONDS, Case
from .environments import ROOT, Environment


class Result(NamedTuple):
    """What the rounds of a case come to, in the unit of the case."""

    case: Case
    theirs: float
    ours: float
    floor: Optional[float]
    rounds: Dict[str, List[float]]

    @property
    def ratio(self) -> float:
        """Ours over theirs; infinite if theirs is nothing."""
        return self.ours / self.theirs if self.theirs else float("inf")

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        if self.case.ratio is not None:
            return self.ratio <= self.case.ratio
        return self.case.limit is None or self.ours <= self.case.limit

    def data(self) -> Dict[str, Any]:
        """For the JSON file."""
        case = self.case
        return {
            "case": case.name,
            "title": case.title,
            "unit": case.unit[1],
            "theirs": self.theirs,
            "ours": self.ours,
            "ratio": self.ratio,
            "floor": self.floor,
            "target": {"ratio": case.ratio} if case.limit is None else {"limit": case.limit},
            "met": self.met,
            "extrapolated_from": list(case.their_counts),
            "rounds": self.rounds,
        }


def figure(python: str, program: str, count: int, url: str) -> float:
    """What one run of a program says."""
    command = [python, "-m", "benchmarks.client", program, str(count), url]
    # Certificates of this machine would be loaded by both; most machines name none. Nor may this
    # checkout be the one package that is compiled anew at each run, which pip spares the other.
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("SSL_CERT_") and name != "PYTHONDONTWRITEBYTECODE"
    }
    if program.endswith("_memory"):
        # glibc gives large blocks back at once, so that none hides in what others have freed.
        environment["MALLOC_MMAP_THRESHOLD_"] = "131072"
    done = subprocess.run(command, stdout=-1, cwd=ROOT, env=environment, timeout=600)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed in {ROOT}: its message is above.")
    return float(done.stdout)


def measure(
    case: Case, environments: Sequence[Environment], url: str, *, rounds: int, quick: bool
) -> Result:
    """Run a case in both environments, round by round in alternating order."""
    theirs, ours = environments
    count = case.amount
    if quick and not case.fixed:
        count = max(1, count // 10)
    sizes = list(case.their_counts) or [count]
    their_names = [f"theirs:{size}" for size in sizes] if len(sizes) > 1 else ["theirs"]
    runs = {name: (theirs, case.program, size) for name, size in zip(their_names, sizes)}
    runs["ours"] = (ours, case.program, count)
    if case.floor is not None:
        runs["floor"] = (ours, case.floor, count)
    found: Dict[str, List[float]] = {name: [] for name in runs}
    for number in range(min(max(rounds, 1 if quick else case.least_rounds), case.most_rounds)):
        order = list(runs) if number % 2 == 0 else list(reversed(list(runs)))
        for name in order:
            environment, program, size = runs[name]
            value = figure(str(environment.python), program, size, url)
            found[name].append(value / case.unit[0])
    settled = {name: settle(case, values) for name, values in found.items()}
    their_figure = settled[their_names[0]]
    if len(sizes) > 1:
        their_figure = parabola(sizes, [settled[name] for name in their_names])(count)
    return Result(case, their_figure, settled["ours"], settled.get("floor"), found)


def settle(case: Case, values: Sequence[float]) -> float:
    """One figure of several rounds.

    Of CPU times the least: what else the machine does can only add to them. Of the rest, which
    errs to both sides, the median.
    """
    if case.unit in (MILLISECONDS, MICROSECONDS):
        return min(values)
    return statistics.median(values)


def parabola(sizes: Sequence[int], found: Sequence[float]) -> Callable[[int], float]:
    """The best ``a * size + b * size ** 2`` through what was found, by least squares."""
    squares = sum(size**2 for size in sizes)
    cubes = sum(size**3 for size in sizes)
    fourths = sum(size**4 for size in sizes)
    first = sum(size * value for size, value in zip(sizes, found))
    second = sum(size**2 * value for size, value in zip(sizes, found))
    determinant = squares * fourths - cubes**2
    linear = (first * fourths - second * cubes) / determinant
    square = (second * squares - first * cubes) / determinant
    return lambda size: linear * size + square * size**2


def warm_up(environments: Sequence[Environment], url: str) -> None:
    """Let each environment write its compiled modules, so that no run is charged for that."""
    for environment in environments:
        for program in ("startup:first_create", "startup:first_streamed_text"):
            figure(str(environment.python), program, 1, url)


def progress(text: str) -> None:
    """What happens now, beside the table."""
    print(text, file=sys.stderr, flush=True)
