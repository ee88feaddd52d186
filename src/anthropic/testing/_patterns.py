"""Makes a short text that matches a regular expression, for schemas with `pattern`."""

from __future__ import annotations

import importlib
import re
from typing import Any, Dict, List, Optional, Tuple

__all__ = ["matching_text"]

_CATEGORIES = {
    "CATEGORY_DIGIT": "0",
    "CATEGORY_SPACE": " ",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_NOT_WORD": " ",
}
_CANDIDATES = "aA0 -_.,:;/@#" + "".join(chr(code) for code in range(33, 127))


def matching_text(pattern: str) -> Optional[str]:
    """A text in which `pattern` is found, or None when none could be made.

    Look-around and backreferences to optional groups are beyond it; the result is always tried.
    """
    # The parser of regular expressions has moved inside the standard library.
    parser: Any = getattr(re, "_parser", None) or importlib.import_module("sre_parse")
    try:
        text = _sequence(parser.parse(pattern), {})
        return text if re.search(pattern, text) else None
    except (re.error, _Unsupported):
        return None


class _Unsupported(Exception):
    """The expression uses a construct for which no text is made."""


def _sequence(items: Any, groups: Dict[int, str]) -> str:
    return "".join(_item(str(operation), argument, groups) for operation, argument in items)


def _item(operation: str, argument: Any, groups: Dict[int, str]) -> str:
    if operation == "LITERAL":
        return chr(argument)
    if operation == "NOT_LITERAL":
        return next(letter for letter in _CANDIDATES if ord(letter) != argument)
    if operation == "ANY":
        return "a"
    if operation == "AT":
        return ""
    if operation == "IN":
        return _member(list(argument))
    if operation == "BRANCH":
        return _sequence(argument[1][0], groups)
    if operation == "SUBPATTERN":
        groups[argument[0] or 0] = text = _sequence(argument[-1], groups)
        return text
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inner = argument
        return "".join(_sequence(inner, groups) for _ in range(max(least, min(most, 1))))
    if operation == "ATOMIC_GROUP":
        return _sequence(argument, groups)
    if operation == "GROUPREF":
        return groups.get(argument, "")
    raise _Unsupported(operation)


def _member(items: List[Tuple[Any, Any]]) -> str:
    if str(items[0][0]) == "NEGATE":
        for letter in _CANDIDATES:
            if not any(_holds(str(kind), argument, letter) for kind, argument in items[1:]):
                return letter
        raise _Unsupported("a negated set without a printable member")
    kind, argument = str(items[0][0]), items[0][1]
    if kind == "RANGE":
        return chr(argument[0])
    if kind == "CATEGORY":
        return _category(argument)
    return chr(argument)


def _category(argument: Any) -> str:
    name = str(argument)
    if name not in _CATEGORIES:
        raise _Unsupported(name)
    return _CATEGORIES[name]


def _holds(kind: str, argument: Any, letter: str) -> bool:
    if kind == "RANGE":
        return bool(argument[0] <= ord(letter) <= argument[1])
    if kind == "LITERAL":
        return chr(argument) == letter
    classes = {
        "DIGIT": letter.isdigit(),
        "SPACE": letter.isspace(),
        "WORD": letter.isalnum() or letter == "_",
    }
    name = str(argument).replace("CATEGORY_", "")
    return not classes[name[4:]] if name.startswith("NOT_") else classes[name]
