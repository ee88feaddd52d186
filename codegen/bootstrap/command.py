"""`python -m codegen init`: a configuration to start from, for any description."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any, Mapping

from codegen.bootstrap.draft import Draft
from codegen.bootstrap.repair import Repair
from codegen.bootstrap.text import configuration_text
from codegen.diagnostics import Problems
from codegen.spec import apply_overlays, describe, load_document

# What the generator can go on without, and what becomes of it then.
TOLERABLE: Mapping[str, str] = {
    "component-collision": "the first of the components is used",
    "conflicting-types": "becomes `object`",
    "cyclic-allof": "becomes `object`",
    "dangling-reference": "becomes `object`",
    "duplicate-operation-id": "told apart by their paths",
    "malformed": "read as if it were not there",
    "no-response": "answers nothing",
    "recursive-reference": "becomes `object`",
    "reference-cycle": "becomes `object`",
    "undeclared-path-parameter": "taken as text",
    "undeclared-property": "left out",
    "unknown-keyword": "left out",
    "unknown-method": "left out",
    "unknown-type": "becomes `object`",
    "unsupported-construct": "becomes `object`",
    "unused-path-parameter": "left out",
}


def draft_configuration(spec: Path, package: str = "") -> Draft:
    """A configuration with which everything in `spec` is published or skipped for a reason.

    Raises `GenerationFailed` when the description cannot be read, or a problem is left that no
    decision of ours solves.
    """
    problems = Problems(tolerated=TOLERABLE)
    document = load_document(spec, problems)
    apply_overlays(document, sorted((spec.parent / "overlays").glob("*.yml")), problems)
    description = describe(document, problems)
    draft = Draft(description, package)
    met = Counter(note.code for note in problems.notes)
    draft.tolerate.update({code: f"{TOLERABLE[code]} ({met[code]})" for code in met})
    Repair(draft).run()
    return draft


def add_to(commands: Any) -> None:
    """The command with its options."""
    parser = commands.add_parser("init", help="write a configuration to start from")
    parser.add_argument("spec", type=Path, help="the description, in JSON or YAML")
    parser.add_argument("--out", type=Path, default=Path("sdk.yml"), help="default: sdk.yml")
    parser.add_argument("--package", default="", help="default: the words of the title")
    parser.set_defaults(command=_init)


def _init(options: argparse.Namespace) -> int:
    draft = draft_configuration(options.spec, options.package)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    text = configuration_text(draft.data(), options.spec.name)
    options.out.write_text(text, encoding="utf-8")
    count, resources = len(draft.description.operations), len(set(draft.resources.values()))
    print(
        f"{options.out}: {count - len(draft.skip)} of {count} operations in {resources} resources, "
        f"{len(draft.skip)} skipped with a reason"
    )
    for code, what in sorted(draft.tolerate.items()):
        print(f"tolerated: {code}, {what}")
    return 0
