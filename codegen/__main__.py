"""The generator's command line.

python -m codegen generate        write the SDK from openapi/, or a package for another API
python -m codegen check           fail when the SDK on disk is not what openapi/ says
python -m codegen diff OLD NEW    what users notice between two descriptions or revisions
python -m codegen explain WHAT    what is behind a line of a generated file, or a name
python -m codegen init SPEC       write a configuration to start from, for any description
"""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path
from typing import List, Optional

from codegen.bootstrap import command as bootstrap_command
from codegen.changes import command as changes_command
from codegen.check.drift import drift_report
from codegen.check.verify import verify
from codegen.diagnostics import GenerationFailed
from codegen.emit.write import compare, write
from codegen.explain import command as explain_command
from codegen.pipeline import HERE, Inputs, generated_folders, run


def main(arguments: Optional[List[str]] = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m codegen", description="Generates the SDK from its OpenAPI description."
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--root", type=Path, default=HERE.parent, help="repository to work in (default: this one)"
    )
    commands = parser.add_subparsers(required=True, metavar="{generate,check,diff,explain,init}")
    for function, text in ((generate, "write the SDK"), (check, "fail when it is not up to date")):
        added = commands.add_parser(function.__name__, parents=[common], help=text)
        added.set_defaults(command=function)
        if function is generate:
            _add_other_api(added)
    changes_command.add_to(commands, common)
    explain_command.add_to(commands, common)
    bootstrap_command.add_to(commands)
    options = parser.parse_args(arguments)
    options.root = options.root.resolve() if "root" in options else HERE.parent
    try:
        status: int = options.command(options)
        return status
    except GenerationFailed as failure:
        return _failed(failure, "; no file was touched")


def _add_other_api(parser: argparse.ArgumentParser) -> None:
    for name, text in (
        ("--spec", "another API's description, in JSON or YAML"),
        ("--config", "its configuration, as `init` writes it"),
        ("--out", "folder for the package that is made of them"),
    ):
        parser.add_argument(name, type=Path, help=text)
    parser.add_argument("--package", default="", help="name of that package, if not as configured")
    parser.set_defaults(wrong=parser.error)


def _inputs(options: argparse.Namespace) -> Inputs:
    """This repository, or what the options name in its place."""
    named = [options.spec, options.config, options.out]
    if not any(named):
        return Inputs(root=options.root)
    if not all(named):
        options.wrong("--spec, --config and --out belong together")
    return Inputs.elsewhere(options.spec, options.config, options.out, options.package)


def _failed(failure: GenerationFailed, what: str = "") -> int:
    for problem in failure.problems:
        print(problem, file=sys.stderr)
    count = len(failure.problems)
    if what:
        print(f"{count} problem{'' if count == 1 else 's'}{what}", file=sys.stderr)
    return 1


def generate(options: argparse.Namespace) -> int:
    inputs = _inputs(options)
    result = run(inputs)
    changes = compare(inputs.root, result.tree, generated_folders(inputs, result.api))
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
        return _failed(failure)
    return 0


def check(options: argparse.Namespace) -> int:
    inputs = Inputs(root=options.root)
    result = run(inputs)
    changes = compare(inputs.root, result.tree, generated_folders(inputs, result.api))
    print(drift_report(inputs.root, result.tree, changes))
    return 1 if changes else 0


if __name__ == "__main__":
    gc.disable()  # what is read lives as long as the process: looking for garbage costs a fifth
    sys.exit(main())
