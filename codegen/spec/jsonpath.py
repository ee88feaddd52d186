"""The part of JSONPath (RFC 9535) that overlays need.

    path      = "$" segment*
    segment   = "." name | ".*" | ".." name | "..*" | [".."] "[" selectors "]"
    selectors = selector ("," selector)*
    selector  = "*" | quoted name | index | "?" test
    test      = all ("||" all)*
    all       = one ("&&" one)*
    one       = "!" one | "(" test ")" | operand [("==" | "!=" | "<" | "<=" | ">" | ">=") operand]
    operand   = "@" segment* | "$" segment* | quoted text | number | true | false | null

A compiled path is a function from the root of a document to the matches, each
the tokens of a JSON pointer.
"""

from __future__ import annotations

import json
import operator
import re
from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Tuple

Tokens = Tuple[str, ...]
Match = Tuple[Tokens, object]
Selector = Callable[[object, Match], Iterator[Match]]  # (root, where we are) -> matches
Test = Callable[[object, object], bool]  # (root, current value)
Operand = Callable[[object, object], Optional[Tuple[object]]]  # None: nothing there

_NAME = re.compile(r"[^\W\d][\w$-]*|\$[\w$-]+")
_INDEX = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_SPACE = re.compile(r"\s*")
_COMPARISON = re.compile(r"==|!=|<=|>=|<|>")
# Applied to two texts or two numbers only, which the type checker cannot know.
_ORDERINGS: Dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_LITERALS: Dict[str, object] = {"true": True, "false": False, "null": None}


class PathError(ValueError):
    """The text is not a JSONPath of the supported part; says where and what was expected."""


def find(path: str, root: object) -> List[Tokens]:
    """The pointers of everything in `root` that `path` selects, each once, in document order.

    Raises `PathError` when `path` cannot be read.
    """
    segments = _Parser(path).path()
    matches = _walk(segments, root, ((), root))
    return list(dict.fromkeys(tokens for tokens, _ in matches))


def _walk(segments: Iterable[Selector], root: object, start: Match) -> List[Match]:
    matches = [start]
    for segment in segments:
        matches = [found for match in matches for found in segment(root, match)]
    return matches


def _children(match: Match) -> Iterator[Match]:
    tokens, value = match
    if isinstance(value, dict):
        for key, item in value.items():
            yield (*tokens, key), item
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield (*tokens, str(index)), item


def _descendants(match: Match) -> Iterator[Match]:
    yield match
    for child in _children(match):
        yield from _descendants(child)


def _named(name: str) -> Selector:
    def select(root: object, match: Match) -> Iterator[Match]:
        tokens, value = match
        if isinstance(value, dict) and name in value:
            yield (*tokens, name), value[name]

    return select


def _indexed(index: int) -> Selector:
    def select(root: object, match: Match) -> Iterator[Match]:
        tokens, value = match
        if isinstance(value, list) and -len(value) <= index < len(value):
            at = index % len(value)
            yield (*tokens, str(at)), value[at]

    return select


def _every(root: object, match: Match) -> Iterator[Match]:
    return _children(match)


def _filtered(test: Test) -> Selector:
    def select(root: object, match: Match) -> Iterator[Match]:
        return (child for child in _children(match) if test(root, child[1]))

    return select


def _union(selectors: List[Selector]) -> Selector:
    def select(root: object, match: Match) -> Iterator[Match]:
        for selector in selectors:
            yield from selector(root, match)

    return select


def _deep(selector: Selector) -> Selector:
    def select(root: object, match: Match) -> Iterator[Match]:
        for inner in _descendants(match):
            yield from selector(root, inner)

    return select


def _compare(sign: str, left: Operand, right: Operand) -> Test:
    def equal(a: Optional[Tuple[object]], b: Optional[Tuple[object]]) -> bool:
        if a is None or b is None:
            return a is b
        # True is not 1 in JSON.
        return a == b and isinstance(a[0], bool) == isinstance(b[0], bool)

    def test(root: object, current: object) -> bool:
        a, b = left(root, current), right(root, current)
        if sign in ("==", "!="):
            return equal(a, b) is (sign == "==")
        if a is None or b is None:
            return False
        both_text = isinstance(a[0], str) and isinstance(b[0], str)
        both_numbers = all(
            isinstance(x[0], (int, float)) and not isinstance(x[0], bool) for x in (a, b)
        )
        return (both_text or both_numbers) and _ORDERINGS[sign](a[0], b[0])

    return test


class _Parser:
    """Recursive descent over the grammar above."""

    def __init__(self, text: str) -> None:
        self._text = text.strip()
        self._at = 0

    def path(self) -> List[Selector]:
        self._expect("$")
        segments = self._segments()
        if self._at < len(self._text):
            raise self._error("`.` or `[`")
        return segments

    def _segments(self) -> List[Selector]:
        found: List[Selector] = []
        while True:
            if self._take(".."):
                found.append(_deep(self._bracket() if self._take("[") else self._dotted()))
            elif self._take("."):
                found.append(self._dotted())
            elif self._take("["):
                found.append(self._bracket())
            else:
                return found

    def _dotted(self) -> Selector:
        return _every if self._take("*") else _named(self._match(_NAME, "a name or `*`"))

    def _bracket(self) -> Selector:
        selectors = [self._selector()]
        while self._take(",", spaced=True):
            selectors.append(self._selector())
        self._space()
        self._expect("]")
        return selectors[0] if len(selectors) == 1 else _union(selectors)

    def _selector(self) -> Selector:
        self._space()
        if self._take("*"):
            return _every
        if self._take("?"):
            return _filtered(self._any())
        if self._text[self._at : self._at + 1] in ("'", '"'):
            return _named(self._quoted())
        return _indexed(int(self._match(_INDEX, "`*`, a quoted name, an index or `?`")))

    # -- filters -----------------------------------------------------------------------------

    def _any(self) -> Test:
        tests = [self._all()]
        while self._take("||", spaced=True):
            tests.append(self._all())
        return lambda root, current: any(test(root, current) for test in tests)

    def _all(self) -> Test:
        tests = [self._one()]
        while self._take("&&", spaced=True):
            tests.append(self._one())
        return lambda root, current: all(test(root, current) for test in tests)

    def _one(self) -> Test:
        self._space()
        if self._take("!"):
            inner = self._one()
            return lambda root, current: not inner(root, current)
        if self._take("("):
            grouped = self._any()
            self._space()
            self._expect(")")
            return grouped
        left, is_path = self._operand()
        self._space()
        sign = _COMPARISON.match(self._text, self._at)
        if sign is not None:
            self._at = sign.end()
            return _compare(sign.group(), left, self._operand()[0])
        if not is_path:
            raise self._error("a comparison")
        return lambda root, current: left(root, current) is not None

    def _operand(self) -> Tuple[Operand, bool]:
        """An operand, and whether it is a path (which alone makes a test of existence)."""
        self._space()
        start = self._text[self._at : self._at + 1]
        if start in ("@", "$"):
            self._at += 1
            segments = self._segments()

            def reach(root: object, current: object) -> Optional[Tuple[object]]:
                found = _walk(segments, root, ((), root if start == "$" else current))
                return (found[0][1],) if found else None

            return reach, True
        literal = self._literal(start)
        return (lambda root, current: (literal,)), False

    def _literal(self, start: str) -> object:
        if start in ("'", '"'):
            return self._quoted()
        for word, value in _LITERALS.items():
            if self._take(word):
                return value
        number: object = json.loads(self._match(_NUMBER, "`@`, text in quotes or a number"))
        return number

    # -- text --------------------------------------------------------------------------------

    def _quoted(self) -> str:
        written = self._match(_QUOTED, "a closing quote")
        inner = written[1:-1]
        if written[0] == "'":
            inner = inner.replace("\\'", "'").replace('"', '\\"')
        try:
            text: str = json.loads(f'"{inner}"')
        except ValueError:
            raise self._error("valid escapes in the quotes before this") from None
        return text

    def _space(self) -> None:
        self._match(_SPACE, "")

    def _take(self, word: str, spaced: bool = False) -> bool:
        if spaced:
            self._space()
        if not self._text.startswith(word, self._at):
            return False
        self._at += len(word)
        return True

    def _expect(self, word: str) -> None:
        if not self._take(word):
            raise self._error(f"`{word}`")

    def _match(self, pattern: re.Pattern[str], wanted: str) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise self._error(wanted)
        self._at = found.end()
        return found.group()

    def _error(self, wanted: str) -> PathError:
        rest = self._text[self._at : self._at + 20]
        seen = f"`{rest}`" if rest else "the end"
        return PathError(f"column {self._at + 1}: expected {wanted}, found {seen}")
