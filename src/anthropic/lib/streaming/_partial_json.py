"""JSON that arrives in pieces, read once.

Parsing the text again after every piece costs the square of its length. `PartialJson` looks at
each byte once instead: finished elements are parsed when they end and kept in the containers that
are still open, and only the text of the unfinished element is parsed again.

Its values are those that jiter gives for the whole text. Whatever is not plainly well-formed is
left to jiter altogether, which then also decides what is an error.
"""

from __future__ import annotations

import re
from typing import Any, Dict, List, Optional, Tuple, Union

from typing_extensions import Literal

_OUTSIDE_STRINGS = re.compile(rb'["{}\[\],]')
_INSIDE_STRINGS = re.compile(rb'["\\]')

_is_ordinary = re.compile(rb"[ !#-\[\]-~]*").fullmatch
_PAIR_LENGTH = 12  # of the longest escape, one of two surrogates

_DEPTH_LIMIT = 100

PartialMode = Literal[True, "trailing-strings"]
Container = Union[Dict[str, Any], List[Any]]


def read_partial_json(text: Union[bytes, bytearray], *, keep_open_strings: bool) -> Any:
    """The value of a text that may be incomplete; an open string at its end is left out or kept.

    Raises `ValueError` if the text is not the beginning of a JSON value.
    """
    return _parse(text, _mode(keep_open_strings))


class PartialJson:
    """A JSON text and the value that it has so far."""

    def __init__(self, *, keep_open_strings: bool) -> None:
        self._mode: PartialMode = _mode(keep_open_strings)
        self._text = bytearray()
        # the containers that are open, with their finished elements and the key that each has in
        # the one before it
        self._open: List[Tuple[Container, Optional[str]]] = []
        self._element = bytearray()  # the text of the innermost container's unfinished element
        self._unfinished: Any = None  # what that text adds to its container
        self._in_string = False
        self._escaped = False
        self._after_container = False  # the unfinished element is a container that has ended
        self._after_comma = False
        self._irregular = False

    @property
    def text(self) -> bytearray:
        """The text so far, as a live object."""
        return self._text

    def feed(self, piece: bytes) -> Any:
        """Adds a piece of text and returns the value so far.

        The containers that are still open are new objects each time; finished ones are shared.

        Raises `ValueError` if the text is not the beginning of a JSON value.
        """
        self._text += piece
        if not self._irregular:
            if self._only_continues_a_string(piece):
                self._element += piece
                return self._value_so_far()
            try:
                self._scan(piece)
                if self._open:
                    return self._value()
            except ValueError:
                self._irregular = True
        return _parse(self._text, self._mode)

    def _only_continues_a_string(self, piece: bytes) -> bool:
        """Whether a piece is but more of an open string, which adds nothing to the value."""
        is_left_out = self._in_string and self._mode is True and len(self._open) > 0
        # What was just before it may be an escape, or a character, that it has yet to make whole.
        around = self._element[-_PAIR_LENGTH:] + piece
        return is_left_out and _is_ordinary(around) is not None

    def _scan(self, piece: bytes) -> None:
        start = position = 0
        while True:
            if self._escaped and position < len(piece):
                self._escaped = False
                position += 1
            pattern = _INSIDE_STRINGS if self._in_string else _OUTSIDE_STRINGS
            found = pattern.search(piece, position)
            if found is None:
                break
            character = found.group()
            position = found.end()
            if character == b'"':
                self._in_string = not self._in_string
            elif character == b"\\":
                self._escaped = True
            else:
                self._element += piece[start : position - 1]
                start = position
                self._structure(character)
        self._element += piece[start:]

    def _structure(self, character: bytes) -> None:
        if character in b"{[":
            self._begin(character)
            return
        if not self._open:
            raise ValueError("an element ends outside of all containers")
        is_empty = not self._finish_element()
        if character == b",":
            if is_empty:
                raise ValueError("a comma without an element before it")
            self._after_comma = True
            return
        if is_empty and self._after_comma:
            raise ValueError("a comma without an element after it")
        container, key = self._open[-1]
        if (character == b"}") != isinstance(container, dict) or len(self._open) == 1:
            raise ValueError("the end of another container, or of all of them")
        self._open.pop()
        _add(self._open[-1][0], key, container)
        self._after_container = True
        self._after_comma = False

    def _begin(self, character: bytes) -> None:
        key: Optional[str] = None
        if self._after_container or len(self._open) >= _DEPTH_LIMIT:
            raise ValueError("a container after another, or too many in each other")
        if self._open and isinstance(self._open[-1][0], dict):
            if not self._element.rstrip().endswith(b":"):
                raise ValueError("a container begins where no value may")
            # the key, with a value in place of the container that begins here
            ((key, _),) = _parse(b"{" + self._element + b"0}").items()
        elif self._element.strip():
            raise ValueError("a container begins within another element")
        self._open.append(({} if character == b"{" else [], key))
        self._element.clear()
        self._after_comma = False

    def _finish_element(self) -> bool:
        """Moves the finished element into its container; False if there is none."""
        text = self._element.strip()
        if self._after_container:
            if text:
                raise ValueError("more text after a container")
            self._after_container = False
            self._element.clear()
            return True
        if not text:
            return False
        container = self._open[-1][0]
        if isinstance(container, dict):
            ((key, value),) = _parse(b"{" + text + b"}").items()
            container[key] = value
        else:
            (value,) = _parse(b"[" + text + b"]")
            container.append(value)
        self._element.clear()
        self._after_comma = False
        return True

    def _value(self) -> Any:
        opening = b"{" if isinstance(self._open[-1][0], dict) else b"["
        if not self._after_container:
            self._unfinished = _parse(opening + self._element, self._mode)
        elif self._element.strip():
            raise ValueError("more text after a container")
        else:
            self._unfinished = None
        return self._value_so_far()

    def _value_so_far(self) -> Any:
        inner, key = self._open[-1]
        value = inner.copy()
        if isinstance(value, dict):
            value.update(self._unfinished or {})
        else:
            value.extend(self._unfinished or [])
        return self._with_outer(value, key)

    def _with_outer(self, value: Any, key: Optional[str]) -> Any:
        """A value of the innermost container within copies of those that it is in."""
        for container, outer_key in reversed(self._open[:-1]):
            outer = container.copy()
            _add(outer, key, value)
            value, key = outer, outer_key
        return value


def _mode(keep_open_strings: bool) -> PartialMode:
    return "trailing-strings" if keep_open_strings else True


def _add(container: Container, key: Optional[str], value: Any) -> None:
    if isinstance(container, list):
        container.append(value)
    else:
        assert key is not None
        container[key] = value


def _parse(text: Union[bytes, bytearray], mode: Union[PartialMode, Literal[False]] = False) -> Any:
    from jiter import from_json

    return from_json(bytes(text), partial_mode=mode)
