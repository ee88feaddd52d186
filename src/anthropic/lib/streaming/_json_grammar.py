"""The grammar of JSON as a table, for text that arrives in pieces.

It is that of RFC 8259 and nothing beyond, so what it takes every parser takes.  What it does not
take may still be JSON to a parser that is more lenient.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Dict, List, NamedTuple

# For a state: the bytes that may follow, and the state that each leads to, or one of these.
Rules = Dict[bytes, str]
_ACTIONS = ("begin object", "begin array", "end", "refuse")

_HEX = b"0123456789abcdefABCDEF"
_ORDINARY = bytes(set(range(0x20, 0x100)) - set(b'"\\'))
_are_ordinary = re.compile(rb"[^\x00-\x1f\"\\]*").fullmatch

# Parsers have limits of their own, which are higher.
_DEPTH_LIMIT = 100


class JsonGrammar:
    """Tells of each piece of a text whether the text can still become an object or an array."""

    def __init__(self) -> None:
        self._table = _table()
        self._state = self._table.numbers["start"]
        # for each open container, the state that follows a value in it
        self._afterwards: List[int] = []

    def takes(self, piece: bytes) -> bool:
        """Whether the text may go on with a piece, and something has to follow it."""
        table, state, afterwards = self._table, self._state, self._afterwards
        if state in table.in_strings and _are_ordinary(piece):
            return True
        states, begin_object, begin_array, end = table.states, *table.actions
        for byte in piece:
            state = states[state][byte]
            if state < begin_object:
                continue
            if state == end:
                afterwards.pop()
                if not afterwards:
                    return False
                state = afterwards[-1]
            elif state == begin_object:
                afterwards.append(table.numbers["member end"])
                state = table.numbers["object"]
            elif state == begin_array:
                afterwards.append(table.numbers["item end"])
                state = table.numbers["array"]
            else:
                return False
        self._state = state
        return 0 < len(afterwards) <= _DEPTH_LIMIT


class _Table(NamedTuple):
    states: List[bytes]
    """For each state, what each byte leads to"""

    numbers: Dict[str, int]
    """The numbers of the states, by their names"""

    actions: List[int]
    """The numbers of `begin object`, `begin array` and `end`; `refuse` is above them"""

    in_strings: List[int]
    """The states within a string"""


@cache
def _table() -> _Table:
    rules = _rules()
    numbers = {name: number for number, name in enumerate((*rules, *_ACTIONS))}
    states: List[bytes] = []
    for rules_of_state in rules.values():
        row = bytearray([numbers["refuse"]]) * 256
        for following, name in rules_of_state.items():
            for byte in following:
                row[byte] = numbers[name]
        states.append(bytes(row))
    actions = [numbers[name] for name in _ACTIONS[:-1]]
    in_strings = [numbers[name] for name in numbers if name.endswith(" text")]
    return _Table(states, numbers, actions, in_strings)


def _rules() -> Dict[str, Rules]:
    structure: Dict[str, Rules] = {
        "start": {b"{": "begin object", b"[": "begin array"},
        "object": {b'"': "key text", b"}": "end"},
        "key": {b'"': "key text"},
        "key end": {b":": "member"},
        "member": _value("member"),
        "member end": {b",": "key", b"}": "end"},
        "array": {**_value("item"), b"]": "end"},
        "item": _value("item"),
        "item end": {b",": "item", b"]": "end"},
    }
    for name, rules_of_state in structure.items():
        rules_of_state[b" \t\r\n"] = name
    rules = {**structure, **_string("key")}
    for place in ("member", "item"):
        rules.update(_string(place))
        rules.update(_number(place, structure[f"{place} end"]))
        for word in ("true", "false", "null"):
            rules.update(_word(place, word))
    return rules


def _value(place: str) -> Rules:
    return {
        b"{": "begin object",
        b"[": "begin array",
        b'"': f"{place} text",
        b"-": f"{place} minus",
        b"0": f"{place} zero",
        b"123456789": f"{place} integer",
        b"t": f"{place} t",
        b"f": f"{place} f",
        b"n": f"{place} n",
    }


def _string(place: str) -> Dict[str, Rules]:
    """After the opening quote. An escape is of one character, also if it takes two surrogates."""
    text, pair = f"{place} text", f"{place} pair"
    return {
        text: {_ORDINARY: text, b"\\": f"{place} \\", b'"': f"{place} end"},
        f"{place} \\": {b'"\\/bfnrt': text, b"u": f"{place} \\u"},
        f"{place} \\u": {_HEX: f"{place} \\u0", b"dD": f"{place} \\ud"},
        f"{place} \\ud": {b"01234567": f"{place} \\u00", b"89abAB": f"{pair} \\ud8"},
        f"{place} \\u0": {_HEX: f"{place} \\u00"},
        f"{place} \\u00": {_HEX: f"{place} \\u000"},
        f"{place} \\u000": {_HEX: text},
        f"{pair} \\ud8": {_HEX: f"{pair} \\ud80"},
        f"{pair} \\ud80": {_HEX: f"{pair} \\ud800"},
        f"{pair} \\ud800": {b"\\": f"{pair} \\"},
        f"{pair} \\": {b"u": f"{pair} \\u"},
        f"{pair} \\u": {b"dD": f"{pair} \\ud"},
        f"{pair} \\ud": {b"cdefCDEF": f"{place} \\u00"},
    }


def _number(place: str, afterwards: Rules) -> Dict[str, Rules]:
    integer, fraction, power = f"{place} integer", f"{place} fraction", f"{place} power"
    digits = b"0123456789"
    may_follow = {b".": f"{place} point", b"eE": f"{place} e", **afterwards}
    return {
        f"{place} minus": {b"0": f"{place} zero", b"123456789": integer},
        f"{place} zero": may_follow,
        integer: {digits: integer, **may_follow},
        f"{place} point": {digits: fraction},
        fraction: {digits: fraction, b"eE": f"{place} e", **afterwards},
        f"{place} e": {digits: power, b"+-": f"{place} sign"},
        f"{place} sign": {digits: power},
        power: {digits: power, **afterwards},
    }


def _word(place: str, word: str) -> Dict[str, Rules]:
    beginnings = [f"{place} {word[:length]}" for length in range(1, len(word))]
    following = [*beginnings[1:], f"{place} end"]
    return {
        beginning: {word[length].encode(): after}
        for length, (beginning, after) in enumerate(zip(beginnings, following), start=1)
    }
