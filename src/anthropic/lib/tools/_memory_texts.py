"""What the commands of the memory tool do to a text, and how they show one."""

from __future__ import annotations

from typing import List, Optional, Tuple

from ._errors import ToolError

VIEW_LIMIT = 100_000  # characters

_LINE_FEED = "\n"
_MAX_LISTED = 20


def lines_of(text: str) -> List[str]:
    """The lines, each with its line feed; the last one may have none."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def numbered(path: str, text: str, view_range: Optional[List[int]]) -> str:
    """The text, or a range of its lines, with line numbers; cut if it is very long.

    Raises `ToolError` for a range that the text does not have.
    """
    lines = lines_of(text)
    first, last = (1, len(lines)) if view_range is None else _checked(path, view_range, len(lines))
    if not lines:
        return f"{path} is empty."
    shown: List[str] = []
    left = VIEW_LIMIT
    for number in range(first, last + 1):
        content = lines[number - 1]
        line = f"{number:>6}\t{content[:-1] if content.endswith(_LINE_FEED) else content}"
        if len(line) > left:
            going_on = number
            if not shown:
                shown.append(f"{line[:left]}... (cut; this line has {len(content)} characters)")
                going_on += 1
            if going_on <= last:
                shown.append(f"(Cut here. To go on, view with view_range [{going_on}, {last}].)")
            break
        left -= len(line) + 1
        shown.append(line)
    of_all = "" if (first, last) == (1, len(lines)) else f", lines {first} to {last}"
    return "\n".join([f"{path}{of_all} ({_counted(len(lines))}):", *shown])


def replaced(path: str, text: str, old: str, new: str) -> Tuple[str, int]:
    """The text with `old` replaced, and the line where it stood.

    Raises `ToolError` if `old` does not occur exactly once.
    """
    if not old:
        raise ToolError("`old_str` is empty: give the text to replace, with some context.")
    places = _places(text, old)
    if not places:
        raise ToolError(
            f"`old_str` does not occur in {path}, so nothing was replaced. It must match exactly, "
            "with all spaces and line breaks; view the file to see them."
        )
    if len(places) > 1:
        listed = ", ".join(map(str, _first_lines(text, places)))
        raise ToolError(
            f"`old_str` occurs {len(places)} times in {path} (line {listed}), so nothing was "
            "replaced. Add context to make it unique."
        )
    (place,) = places
    return text[:place] + new + text[place + len(old) :], text.count("\n", 0, place) + 1


def inserted(path: str, text: str, line: int, addition: str) -> str:
    """The text with another one inserted after a line; 0 is before the first.

    Raises `ToolError` if there is no such line.
    """
    lines = lines_of(text)
    if not 0 <= line <= len(lines):
        raise ToolError(
            f"`insert_line` is {line}, but {path} has {_counted(len(lines))}: "
            f"give a number from 0 (before the first line) to {len(lines)} (at the end)."
        )
    before, after = "".join(lines[:line]), "".join(lines[line:])
    if before and not before.endswith("\n"):
        before += "\n"
    if after and not addition.endswith("\n"):
        addition += "\n"
    return before + addition + after


def _checked(path: str, view_range: List[int], count: int) -> Tuple[int, int]:
    first, last = view_range
    if last == -1:
        last = count
    if not 1 <= first <= last <= count:
        raise ToolError(
            f"`view_range` is {view_range}, but {path} has {_counted(count)}: give the first and "
            "the last line to show, from 1; -1 as the last one means the end."
        )
    return first, last


def _places(text: str, searched: str) -> List[int]:
    """Where a text occurs, also where two of its occurrences overlap."""
    places: List[int] = []
    place = text.find(searched)
    while place >= 0:
        places.append(place)
        place = text.find(searched, place + 1)
    return places


def _first_lines(text: str, places: List[int]) -> List[int]:
    """The numbers of the lines that places are in, each once, up to `_MAX_LISTED` of them."""
    numbers: List[int] = []
    line, seen = 1, 0
    for place in places:
        line += text.count("\n", seen, place)
        seen = place
        if numbers[-1:] != [line]:
            numbers.append(line)
        if len(numbers) == _MAX_LISTED:
            break
    return numbers


def _counted(lines: int) -> str:
    return "1 line" if lines == 1 else f"{lines} lines"
