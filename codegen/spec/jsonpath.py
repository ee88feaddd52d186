"""The part of JSONPath (RFC 9535) that overlays need.

$  .name  ['name']  .*  [*]  [0]  [-1]  ..name  ..*  ..[...]
[?(@.name)]  [?(@.in == 'query' && @.name != "beta")]    the parentheses may be left out
"""

from __future__ import annotations

import json
import re
from typing import Dict, Iterator, List, Tuple

Tokens = Tuple[str, ...]
Match = Tuple[Tokens, object]

_NAME = r"(?:[^\W\d][\w$-]*|\$[\w$-]+)"
_QUOTED = r"(?:'[^']*'|\"[^\"]*\")"
_LITERAL = rf"(?:{_QUOTED}|-?[0-9]+(?:\.[0-9]+)?|true|false|null)"
_INNER = rf"(?:\.{_NAME}|\[{_QUOTED}\])"
_TERM = rf"@{_INNER}*(?:\s*[!=]=\s*{_LITERAL})?"
_SEGMENT = re.compile(
    rf"(?P<deep>\.\.)?(?:(?P<dot>(?<!\.)\.)?(?P<name>{_NAME}|\*)"
    rf"|\[\s*(?:(?P<every>\*)|(?P<quoted>{_QUOTED})|(?P<index>-?[0-9]+)"
    rf"|\?\s*\(?\s*(?P<test>{_TERM}(?:\s*&&\s*{_TERM})*)\s*\)?)\s*\])"
)
_TERM_PARTS = re.compile(rf"@(?P<path>{_INNER}*)(?:\s*(?P<sign>[!=]=)\s*(?P<literal>{_LITERAL}))?")
_STEP = re.compile(rf"{_QUOTED}|{_NAME}")


class PathError(ValueError):
    """The text is not a JSONPath of the supported part; says from where."""


def find(path: str, root: object) -> List[Tokens]:
    """The pointers of everything in `root` that `path` selects, each once, in document order.

    Raises `PathError` when `path` cannot be read.
    """
    if not path.startswith("$"):
        raise PathError("it does not start with `$`")
    matches: List[Match] = [((), root)]
    at = 1
    while at < len(path):
        segment = _SEGMENT.match(path, at)
        if segment is None or not (segment["deep"] or segment["dot"] or path[at] == "["):
            raise PathError(f"cannot read `{path[at:]}` at column {at + 1}")
        if segment["deep"]:
            matches = [inner for match in matches for inner in _descendants(match)]
        matches = [found for match in matches for found in _selected(segment, match)]
        at = segment.end()
    return list(dict.fromkeys(tokens for tokens, _ in matches))


def _selected(segment: re.Match[str], match: Match) -> Iterator[Match]:
    tokens, value = match
    if segment["name"] == "*" or segment["every"]:
        yield from _children(match)
    elif segment["name"] or segment["quoted"]:
        name = segment["name"] or segment["quoted"][1:-1]
        if isinstance(value, dict) and name in value:
            yield (*tokens, name), value[name]
    elif segment["index"]:
        index = int(segment["index"])
        if isinstance(value, list) and -len(value) <= index < len(value):
            yield (*tokens, str(index % len(value))), value[index]
    else:
        terms = [term.groupdict() for term in _TERM_PARTS.finditer(segment["test"])]
        yield from (c for c in _children(match) if all(_holds(term, c[1]) for term in terms))


def _children(match: Match) -> Iterator[Match]:
    tokens, value = match
    if isinstance(value, dict):
        yield from (((*tokens, key), item) for key, item in value.items())
    elif isinstance(value, list):
        yield from (((*tokens, str(index)), item) for index, item in enumerate(value))


def _descendants(match: Match) -> Iterator[Match]:
    yield match
    for child in _children(match):
        yield from _descendants(child)


def _holds(term: Dict[str, str], value: object) -> bool:
    """Whether a filter's term is true of `value`; what is absent equals nothing."""
    found = True
    for step in _STEP.findall(term["path"]):
        name = step[1:-1] if step[0] in "'\"" else step
        found = isinstance(value, dict) and name in value
        value = value[name] if isinstance(value, dict) and found else None
    if not term["sign"]:
        return found
    text = term["literal"]
    literal: object = text[1:-1] if text[0] in "'\"" else json.loads(text)
    # True is not 1 in JSON.
    equal = found and value == literal and isinstance(value, bool) == isinstance(literal, bool)
    return equal == (term["sign"] == "==")
