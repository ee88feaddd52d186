"""Stage 1: description files become documents. The only module here that reads files.

YAML is read as YAML 1.2: `on`, `no` and dates are text, keys are always text.
The C parser yields events and one pass over them builds data and line tables;
that is about half the time of a generic load and needs no second pass for the
lines. JSON is checked by the standard library, then walked for the lines.
"""

from __future__ import annotations

import json
import re
from json.decoder import JSONDecodeError
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

import yaml

from codegen.diagnostics import NOWHERE, Place, Problems
from codegen.spec.document import Document, LineTable, Where, pointer_text

_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_PREFIXED = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: Dict[str, object] = {
    **{word: None for word in ("", "~", "null", "Null", "NULL")},
    **{word: True for word in ("true", "True", "TRUE")},
    **{word: False for word in ("false", "False", "FALSE")},
    **{sign + word: float("inf") for sign in ("", "+") for word in (".inf", ".Inf", ".INF")},
    **{"-" + word: float("-inf") for word in (".inf", ".Inf", ".INF")},
    **{word: float("nan") for word in (".nan", ".NaN", ".NAN")},
}
_NUMBER_START = frozenset("+-.0123456789")
_CORE_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(_CORE_TAG + name for name in ("int", "float", "bool", "null"))
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s,:{}\[\]"]+')


def load_document(path: Path, problems: Problems) -> Document:
    """Read the YAML or JSON file at `path`.

    Raises `GenerationFailed` when the file is missing, is not text, is not
    valid YAML or JSON, repeats a key, or holds anything but a mapping.
    """
    document = read_document(path, problems)
    problems.raise_if_any()
    if document is None:
        raise AssertionError(f"{path} gave neither a document nor a problem")
    return document


def read_document(path: Path, problems: Problems, wanted_at: Place = NOWHERE) -> Optional[Document]:
    """Like `load_document`, but leaves raising to the caller; None when there is no document.

    `wanted_at` is the reference to the file, where a missing one is reported.
    """
    text = _text(path, problems, wanted_at)
    if text is None:
        return None
    file = str(path)
    builder: _Builder
    if _is_json(path, text):
        builder = _JsonBuilder(file, text, problems)
    else:
        builder = _YamlBuilder(file, text, problems)
    built = builder.build()
    if built is None:
        return None
    value, line = built
    if not isinstance(value, dict):
        problems.add(
            "not-a-mapping",
            f"the file holds {_a(value)}, not a mapping",
            Place(file, line, "#"),
            "an OpenAPI description starts with `openapi:`, an overlay with `overlay:`",
        )
        return None
    return Document(path, value, builder.lines, line)


def _text(path: Path, problems: Problems, wanted_at: Place) -> Optional[str]:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or str(error)
        problems.add(
            "unreadable-file",
            f"cannot read `{path}`: {reason}",
            wanted_at if wanted_at is not NOWHERE else Place(str(path), 0),
            "check the path; it is relative to the working directory or to the referring file",
        )
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        problems.add(
            "invalid-text", "the file is not UTF-8", Place(str(path), line), "save it as UTF-8"
        )
    return None


def _is_json(path: Path, text: str) -> bool:
    if path.suffix.lower() == ".json":
        return True
    if not text.lstrip().startswith("{"):
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _a(value: object) -> str:
    if value is None:
        return "nothing"
    return "a list" if isinstance(value, list) else "a single value"


class _Builder:
    """What the YAML and the JSON builder share: line tables, the path, duplicate keys."""

    def __init__(self, file: str, text: str, problems: Problems) -> None:
        self.lines = LineTable()
        self._file = file
        self._text = text
        self._problems = problems
        self._path: List[object] = []

    def build(self) -> Optional[Tuple[object, int]]:
        """The value and the line it starts on; None after reporting why there is none."""
        raise NotImplementedError

    def _duplicate(self, key: str, line: int, first: int) -> None:
        self._problems.add(
            "duplicate-key",
            f"the key `{key}` occurs twice in one mapping",
            Place(self._file, line, pointer_text([*self._path, key])),
            f"it stands on line {first} already; remove or rename one of the two",
        )


class _Refused(Exception):
    """YAML that the parser accepts and a description may not hold."""

    def __init__(self, message: str, event: yaml.Event) -> None:
        self.line = _line(event)
        super().__init__(message)


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark is not None else 0


class _YamlBuilder(_Builder):
    """Builds values from the C parser's events by recursive descent."""

    def build(self) -> Optional[Tuple[object, int]]:
        self._anchors: Dict[str, object] = {}
        self._events: Iterator[yaml.Event] = yaml.parse(self._text, Loader=yaml.CSafeLoader)
        try:
            return self._stream()
        except _Refused as error:
            line, message = error.line, str(error)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark is not None else 0
            message = ", ".join(part for part in (error.context, error.problem) if part)
        except yaml.reader.ReaderError as error:
            line = self._text.count("\n", 0, error.position) + 1
            message = error.reason
        except yaml.YAMLError as error:
            line, message = 0, str(error)
        self._problems.add(
            "invalid-yaml",
            f"not valid YAML: {message}",
            Place(self._file, line),
            "check indentation, quotes and tabs on this line and the one before",
        )
        return None

    def _stream(self) -> Tuple[object, int]:
        next(self._events)  # stream start
        first = next(self._events)
        if isinstance(first, yaml.StreamEndEvent):
            return None, 1
        start = next(self._events)
        value = self._value(start)
        next(self._events)  # document end
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _Refused("the file holds more than one document", after)
        return value, _line(start)

    def _value(self, event: yaml.Event) -> object:
        value: object
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            value = self._mapping()
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence()
        elif isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        else:
            raise _Refused("a value is missing here", event)
        if event.anchor is not None:
            self._anchors[event.anchor] = value
        return value

    def _mapping(self) -> Dict[str, object]:
        data: Dict[str, object] = {}
        lines: Dict[str, Where] = {}
        merged: List[Dict[str, object]] = []
        events, file, path = self._events, self._file, self._path
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused("a key must be plain text", event)
            key = event.value
            line = _line(event)
            if key == "<<" and event.implicit[0]:
                merged += self._merge_sources(next(events))
                continue
            if key in data:
                self._duplicate(key, line, lines[key][1])
            path.append(key)
            data[key] = self._value(next(events))
            path.pop()
            lines[key] = (file, line)
        self.lines.add_mapping(data, lines)
        for source in merged:
            self._merge(data, lines, source)
        return data

    def _merge_sources(self, event: yaml.Event) -> List[Dict[str, object]]:
        """The mappings a `<<` key names."""
        value = self._value(event)
        sources: List[Dict[str, object]] = []
        for source in value if isinstance(value, list) else [value]:
            if not isinstance(source, dict):
                raise _Refused("`<<` needs a mapping or a list of mappings", event)
            sources.append(source)
        return sources

    def _merge(
        self, data: Dict[str, object], lines: Dict[str, Where], source: Dict[str, object]
    ) -> None:
        """Apply a `<<` key: keys written out win over merged ones."""
        for key in [key for key in source if key not in data]:
            data[key] = source[key]
            lines[key] = self.lines.mapping(source)[key]

    def _sequence(self) -> List[object]:
        items: List[object] = []
        lines: List[Where] = []
        path = self._path
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            lines.append((self._file, _line(event)))
            path.append(len(items))
            items.append(self._value(event))
            path.pop()
        self.lines.add_list(items, lines)
        return items

    def _alias(self, event: yaml.AliasEvent) -> object:
        name = event.anchor
        if name not in self._anchors:
            raise _Refused(
                f"the alias `*{name}` has no anchor before it",
                event,
            )
        # A copy, so that an overlay on one use leaves the others alone.
        return self.lines.copy_of(self._anchors[name])

    def _scalar(self, event: yaml.ScalarEvent) -> object:
        text: str = event.value
        if event.tag is not None and event.tag != "!":
            return self._tagged(event)
        return _plain(text) if event.implicit[0] else text

    def _tagged(self, event: yaml.ScalarEvent) -> object:
        if event.tag == _CORE_TAG + "str":
            return event.value
        if event.tag in _PLAIN_TAGS:
            return _plain(event.value)
        raise _Refused(f"the tag `{event.tag}` has no meaning here", event)


def _plain(text: str) -> object:
    """The value of an unquoted YAML scalar, by the core schema of YAML 1.2."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMBER_START:
        if _INTEGER.match(text):
            return int(text)
        if _PREFIXED.match(text):
            return int(text, 0)
        if _FLOAT.match(text):
            return float(text)
    return text


class _JsonBuilder(_Builder):
    """Walks the tokens of a text that the standard library has accepted as JSON."""

    def build(self) -> Optional[Tuple[object, int]]:
        try:
            json.loads(self._text)
        except JSONDecodeError as error:
            self._problems.add(
                "invalid-json",
                f"not valid JSON: {error.msg} (column {error.colno})",
                Place(self._file, error.lineno),
                "check commas, quotes and brackets on this line and the one before",
            )
            return None
        self._tokens = _json_tokens(self._text)
        token, line = next(self._tokens)
        return self._value(token), line

    def _value(self, token: str) -> object:
        if token == "{":
            return self._mapping()
        if token == "[":
            return self._sequence()
        value: object = json.loads(token)
        return value

    def _mapping(self) -> Dict[str, object]:
        data: Dict[str, object] = {}
        lines: Dict[str, Where] = {}
        for token, line in self._tokens:
            if token == "}":
                break
            if token == ",":
                continue
            key: str = json.loads(token)
            next(self._tokens)  # the colon
            if key in data:
                self._duplicate(key, line, lines[key][1])
            self._path.append(key)
            data[key] = self._value(next(self._tokens)[0])
            self._path.pop()
            lines[key] = (self._file, line)
        self.lines.add_mapping(data, lines)
        return data

    def _sequence(self) -> List[object]:
        items: List[object] = []
        lines: List[Where] = []
        for token, line in self._tokens:
            if token == "]":
                break
            if token == ",":
                continue
            lines.append((self._file, line))
            self._path.append(len(items))
            items.append(self._value(token))
            self._path.pop()
        self.lines.add_list(items, lines)
        return items


def _json_tokens(text: str) -> Iterator[Tuple[str, int]]:
    line, seen = 1, 0
    for match in _JSON_TOKEN.finditer(text):
        start = match.start()
        line += text.count("\n", seen, start)
        seen = start
        yield match.group(), line
