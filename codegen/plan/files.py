"""A file that will be written: which template draws it, and the one object the template sees."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from typing import List, Tuple

WIDTH = 100


@dataclass(frozen=True)
class FilePlan:
    path: str  # below the repository root
    template: str  # empty: `view` is the finished text
    view: object
    format: bool = True  # Python text that the formatter sees
    sources: Tuple[Tuple[str, str], ...] = field(default=())  # (name in the file, spec pointer)


def paragraph(text: str, indent: int, first: str = "", hanging: str = "") -> List[str]:
    """Wraps one description to lines; `indent` is what the template puts before each line."""
    clean = re.sub(r"\s+", " ", text).strip()
    return textwrap.wrap(
        clean,
        WIDTH - indent,
        initial_indent=first,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def docstring(text: str, indent: int) -> str:
    """A docstring with its quotes, ready to stand behind `indent` spaces; empty for no text."""
    if not text.strip():
        return ""
    lines = paragraph(text.replace("\\", "\\\\").replace('"""', "'''"), indent + 3)
    pad = " " * indent
    if len(lines) == 1:
        return f'"""{lines[0]}"""' if not lines[0].endswith('"') else f'"""{lines[0]} """'
    return f'"""{lines[0]}\n' + "\n".join(f"{pad}{line}" for line in lines[1:]) + f'\n{pad}"""'
