"""The command `diff`: what it takes, and where its reports go."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from codegen.changes.report import FORMATS, format_of, reports

SIDE = "a folder that holds openapi/, a description file, or a git revision"


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("diff", parents=[common], help="what users notice between two")
    parser.add_argument("old", metavar="OLD", help=SIDE)
    parser.add_argument("new", metavar="NEW", help=SIDE)
    parser.add_argument("--format", choices=FORMATS, help="default: what FILE is called after")
    where = "write there; several times for several formats (default: the terminal)"
    parser.add_argument("-o", dest="files", metavar="FILE", type=Path, action="append", help=where)
    parser.set_defaults(command=diff)


def diff(options: argparse.Namespace) -> int:
    files = {path: options.format or format_of(path) for path in options.files or ()}
    formats = list(files.values()) or [options.format or "terminal"]
    texts = reports(options.old, options.new, options.root, formats)
    if not files:
        sys.stdout.write(texts[formats[0]])
    for path, name in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts[name], encoding="utf-8")
    return 0
