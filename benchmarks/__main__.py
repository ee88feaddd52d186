"""`./scripts/bench [CASE ...] [--quick] [--rounds N]`: measures, prints, and writes the results."""

from __future__ import annotations

import argparse
from typing import List, Optional

from . import environments, measurement, report, server
from .cases import CASES


def main(arguments: Optional[List[str]] = None) -> None:
    """Measure the chosen cases, print them, and put them into the files of results."""
    names = [case.name for case in CASES]
    parser = argparse.ArgumentParser(prog="./scripts/bench", description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"of {', '.join(names)}")
    parser.add_argument("--quick", action="store_true", help="a tenth of the work, one round")
    parser.add_argument("--rounds", type=int, default=5, help="of each case (5)")
    chosen = parser.parse_args(arguments)
    unknown = sorted(set(chosen.cases) - set(names))
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; choose from {', '.join(names)}")
    cases = [case for case in CASES if not chosen.cases or case.name in chosen.cases]
    both = environments.prepare()
    versions = environments.shared_versions(both)
    rounds = 1 if chosen.quick else chosen.rounds
    results: List[measurement.Result] = []
    with server.running() as url:
        measurement.warm_up(both, url)
        for case in cases:
            measurement.progress(f"{case.name} ...")
            results.append(measurement.measure(case, both, url, rounds=rounds, quick=chosen.quick))
    print(report.table(results))
    if chosen.quick:
        print("Not written: results.json and results.svg hold no quick runs.")
    else:
        report.write(results, versions)


if __name__ == "__main__":
    main()
