"""A file that will be written: which template draws it, and the one object the template sees."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from functools import lru_cache
from typing import List, Tuple

WIDTH = 100


@dataclass(frozen=True)
class FilePlan:
    path: str  # below the repository root
    template: str  # empty: `view` is the finished text
    view: object
    format: bool = True  # Python text that the formatter sees


@dataclass(frozen=True)
class PackageView:
    """A package whose names load on first touch."""

    path: Tuple[str, ...]  # below `types` or `resources`
    names: List[Tuple[str, str]]  # (name, module relative to the package)
    modules: List[str]  # submodules that are reached by their own name


def clean(text: str) -> str:
    """A description on one line, as it may stand inside a docstring."""
    text = text.replace("\\", "\\\\").replace('"""', "'''")
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).strip()


def paragraph(text: str, indent: int, first: str = "", hanging: str = "") -> List[str]:
    """Wraps one description to lines; `indent` is what the template puts before each line."""
    return list(_wrapped(text, indent, first, hanging))


@lru_cache(maxsize=4096)  # twins say the same
def _wrapped(text: str, indent: int, first: str, hanging: str) -> Tuple[str, ...]:
    lines = textwrap.wrap(
        clean(text),
        WIDTH - indent,
        initial_indent=first,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return tuple(lines)


def docstring(text: str, indent: int) -> str:
    """A docstring with its quotes, ready to stand behind `indent` spaces; empty for no text."""
    return quoted(paragraph(text, indent + 3), indent)


def quoted(lines: List[str], indent: int) -> str:
    """The lines of a docstring with their quotes; empty for no lines."""
    if len(lines) < 2:
        gap = " " if lines and lines[0].endswith('"') else ""
        return f'"""{lines[0]}{gap}"""' if lines else ""
    pad = " " * indent
    body = "\n".join(f"{pad}{line}" if line else "" for line in lines[1:])
    return f'"""{lines[0]}\n{body}\n{pad}"""'
