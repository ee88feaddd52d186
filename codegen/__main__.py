"""The generator's command line.

python -m codegen generate    write the SDK from openapi/
python -m codegen check       fail when the SDK on disk is not what openapi/ says
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import List, Optional

from codegen.check.drift import drift_report
from codegen.check.verify import verify
from codegen.diagnostics import GenerationFailed
from codegen.emit.write import compare, write
from codegen.pipeline import HERE, Inputs, generated_folders, run


def main(arguments: Optional[List[str]] = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m codegen", description="Generates the SDK from its OpenAPI description."
    )
    parser.add_argument("command", choices=["generate", "check"])
    parser.add_argument(
        "--root", type=Path, default=HERE.parent, help="repository to work in (default: this one)"
    )
    options = parser.parse_args(arguments)
    inputs = Inputs(root=options.root.resolve())
    try:
        result = run(inputs)
    except GenerationFailed as failure:
        for problem in failure.problems:
            print(problem, file=sys.stderr)
        count = len(failure.problems)
        print(f"{count} problem{'' if count == 1 else 's'}; no file was touched", file=sys.stderr)
        return 1
    changes = compare(inputs.root, result.tree, generated_folders(inputs))
    if options.command == "check":
        report = drift_report(inputs.root, result.tree, changes)
        print(report)
        return 1 if changes else 0
    counts = write(inputs.root, result.tree, changes)
    described, total = result.description.described
    share = 100 * described / total if total else 100.0
    print(
        f"{result.api.operations} operations, {len(result.api.types)} types, "
        f"{len(result.tree)} files: {counts['written']} written, {counts['removed']} removed; "
        f"{share:.1f}% of the API is described"
    )
    for path in changes.foreign:
        print(f"foreign: {path} is hand-written where all is generated; `check` fails on it")
    try:
        verify(inputs.root, result.tree, changes)
    except GenerationFailed as failure:
        for problem in failure.problems:
            print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
