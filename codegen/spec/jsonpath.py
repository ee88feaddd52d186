"""The part of JSONPath (RFC 9535) that overlays need.

$  .name  ['name']  .*  [*]  [0]  [-1]  ..name  ..*  ..[...]
[?(@.name)]  [?(@.in == 'query' && @.name != "beta")]    the parentheses may be left out
"""

from __future__ import annotations

import json
import re
from typing import Dict, Iterator, List, Tuple

from codegen.spec.document import Tokens

_NAME = r"(?:[^\W\d][\w$-]*|\$[\w$-]+)"
_QUOTED = r"(?:'[^']*'|\"[^\"]*\")"
_LITERAL = rf"(?:{_QUOTED}|-?[0-9]+(?:\.[0-9]+)?|true|false|null)"
_TERM = rf"@(?:\.{_NAME})?(?:\s*[!=]=\s*{_LITERAL})?"
_SEGMENT = re.compile(
    rf"(?P<deep>\.\.(?!\.))?(?:(?:(?<=\.\.)|\.)(?P<name>{_NAME}|\*)"
    rf"|\[\s*(?:(?P<every>\*)|(?P<quoted>{_QUOTED})|(?P<index>-?[0-9]+)"
    rf"|\?\s*\(?\s*(?P<test>{_TERM}(?:\s*&&\s*{_TERM})*)\s*\)?)\s*\])"
)
_TERM_PARTS = re.compile(rf"@(?:\.({_NAME}))?(?:\s*([!=]=)\s*({_LITERAL}))?")


class PathError(ValueError):
    """The text is not a JSONPath of the supported part; says from where."""


def find(path: str, root: object) -> List[Tokens]:
    """The pointers of everything in `root` that `path` selects, each once, in document order.

    Raises `PathError` when `path` cannot be read.
    """
    if not path.startswith("$"):
        raise PathError("it does not start with `$`")
    found: Dict[Tokens, object] = {(): root}
    at = 1
    while at < len(path):
        segment = _SEGMENT.match(path, at)
        if segment is None:
            raise PathError(f"cannot read `{path[at:]}` at column {at + 1}")
        if segment["deep"]:
            found = dict(inner for match in found.items() for inner in _descendants(*match))
        found = {
            (*tokens, token): item
            for tokens, value in found.items()
            for token, item in _children(value)
            if _selects(segment, value, token, item)
        }
        at = segment.end()
    return list(found)


def _children(value: object) -> Iterator[Tuple[str, object]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from ((str(index), item) for index, item in enumerate(value))


def _descendants(tokens: Tokens, value: object) -> Iterator[Tuple[Tokens, object]]:
    yield tokens, value
    for token, item in _children(value):
        yield from _descendants((*tokens, token), item)


def _selects(segment: re.Match[str], container: object, token: str, item: object) -> bool:
    if segment["every"] or segment["name"] == "*":
        return True
    if segment["test"]:
        return all(_holds(term, item) for term in _TERM_PARTS.findall(segment["test"]))
    if isinstance(container, list):
        return segment["index"] in (token, str(int(token) - len(container)))
    return token == (segment["name"] or (segment["quoted"] or "")[1:-1]) and not segment["index"]


def _holds(term: Tuple[str, str, str], value: object) -> bool:
    """Whether a filter's term is true of `value`; what is absent equals nothing."""
    name, sign, literal = term
    found = True
    if name:
        found = isinstance(value, dict) and name in value
        value = value[name] if isinstance(value, dict) and found else None
    if not sign:
        return found
    wanted: object = literal[1:-1] if literal[0] in "'\"" else json.loads(literal)
    # True is not 1 in JSON.
    equal = found and value == wanted and isinstance(value, bool) == isinstance(wanted, bool)
    return equal == (sign == "==")
