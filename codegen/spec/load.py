"""Stage 1: description files become documents. The only module here that reads files.

YAML is read as YAML 1.2: `on`, `no` and dates are text, keys are always text.
The C parser yields events and one pass over them builds data and line tables,
in half the time of a generic load. JSON is checked by the standard library,
then its tokens go the same way.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

import yaml

from codegen.diagnostics import NOWHERE, Place, Problems
from codegen.spec.document import Document, LineTable, Where, pointer_text

# What a value starts with or is: one of { [ } ] * (alias) or = (scalar); its line; its text; its
# value when it is a scalar; its anchor.
Event = Tuple[str, int, str, object, Optional[str]]

_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_PREFIXED = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: Dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER_START = frozenset("+-.0123456789")
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|[^\s,:{}\[\]"]+')


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
    file = str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        is_json = _is_json(path, text)
        events = _json_events(text) if is_json else _yaml_events(text)
        builder = _Builder(file, events, problems)
        value, line = builder.build()
    except OSError as error:
        message = f"cannot read `{path}`: {error.strerror or error}"
        hint = "check the path; it is relative to the working directory or to the referring file"
        at = wanted_at if wanted_at is not NOWHERE else Place(file, 0)
        problems.add("unreadable-file", message, at, hint)
        return None
    except UnicodeDecodeError as error:
        at = Place(file, error.object[: error.start].count(b"\n") + 1)
        problems.add("invalid-text", "the file is not UTF-8", at, "save it as UTF-8")
        return None
    except _Invalid as error:
        code, language = ("invalid-json", "JSON") if is_json else ("invalid-yaml", "YAML")
        hint = "check quotes, brackets and indentation on this line and the one before"
        problems.add(code, f"not valid {language}: {error}", Place(file, error.line), hint)
        return None
    if not isinstance(value, dict):
        what = "nothing" if value is None else "no mapping"
        hint = "an OpenAPI description starts with `openapi:`, an overlay with `overlay:`"
        problems.add("not-a-mapping", f"the file holds {what}", Place(file, line, "#"), hint)
        return None
    return Document(path, value, builder.lines, line)


class _Invalid(Exception):
    """Text that is not YAML or JSON, or YAML that a description may not hold."""

    def __init__(self, message: str, line: int) -> None:
        self.line = line
        super().__init__(message)


class _Builder:
    """Builds data and line tables from events, by recursive descent."""

    def __init__(self, file: str, events: Iterator[Event], problems: Problems) -> None:
        self.lines = LineTable()
        self._file = file
        self._events = events
        self._problems = problems
        self._path: List[object] = []
        self._anchors: Dict[str, object] = {}

    def build(self) -> Tuple[object, int]:
        """The value of the whole text, None when it is empty, and the line it starts on."""
        first = next(self._events, None)
        value = self._value(first) if first is not None else None
        for another in self._events:
            raise _Invalid("the file holds more than one document", another[1])
        return value, first[1] if first is not None else 1

    def _value(self, event: Event) -> object:
        kind, line, text, value, anchor = event
        if kind == "{":
            value = self._mapping()
        elif kind == "[":
            value = self._list()
        elif kind == "*":
            if text not in self._anchors:
                raise _Invalid(f"the alias `*{text}` has no anchor before it", line)
            # A copy, so that an overlay on one use leaves the others alone.
            value = self.lines.copy_of(self._anchors[text])
        if anchor is not None:
            self._anchors[anchor] = value
        return value

    def _mapping(self) -> Dict[str, object]:
        data: Dict[str, object] = {}
        lines: Dict[str, Where] = {}
        events, path, file = self._events, self._path, self._file
        for kind, line, key, _, _ in events:
            if kind == "}":
                break
            if kind != "=":
                raise _Invalid("a key must be plain text", line)
            if key == "<<":
                raise _Invalid("`<<` is not part of YAML 1.2; write the keys out", line)
            path.append(key)
            if key in data:
                message = f"the key `{key}` occurs twice in one mapping"
                hint = f"it stands on line {lines[key][1]} already; remove or rename one"
                at = Place(file, line, pointer_text(path))
                self._problems.add("duplicate-key", message, at, hint)
            data[key] = self._value(next(events))
            path.pop()
            lines[key] = (file, line)
        self.lines.add_mapping(data, lines)
        return data

    def _list(self) -> List[object]:
        items: List[object] = []
        lines: List[Where] = []
        for event in self._events:
            if event[0] == "]":
                break
            self._path.append(len(items))
            items.append(self._value(event))
            self._path.pop()
            lines.append((self._file, event[1]))
        self.lines.add_list(items, lines)
        return items


def _yaml_events(text: str) -> Iterator[Event]:
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            line = event.start_mark.line + 1 if event.start_mark is not None else 0
            if isinstance(event, yaml.ScalarEvent):
                if event.tag not in (None, "!"):
                    raise _Invalid(f"the tag `{event.tag}` has no meaning here", line)
                value = _plain(event.value) if event.implicit[0] else event.value
                yield "=", line, event.value, value, event.anchor
            elif isinstance(event, yaml.MappingStartEvent):
                yield "{", line, "", None, event.anchor
            elif isinstance(event, yaml.SequenceStartEvent):
                yield "[", line, "", None, event.anchor
            elif isinstance(event, yaml.MappingEndEvent):
                yield "}", line, "", None, None
            elif isinstance(event, yaml.SequenceEndEvent):
                yield "]", line, "", None, None
            elif isinstance(event, yaml.AliasEvent):
                yield "*", line, event.anchor or "", None, None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = ", ".join(part for part in (error.context, error.problem) if part)
        raise _Invalid(message, mark.line + 1 if mark is not None else 0) from None
    except yaml.reader.ReaderError as error:
        raise _Invalid(error.reason, text.count("\n", 0, error.position) + 1) from None


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


def _is_json(path: Path, text: str) -> bool:
    """Whether to read JSON: by the file's name, or because nothing but JSON looks like it."""
    if path.suffix.lower() == ".json":
        return True
    try:
        return text.lstrip().startswith("{") and bool(json.loads(text))
    except ValueError:
        return False


def _json_events(text: str) -> Iterator[Event]:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise _Invalid(f"{error.msg} (column {error.colno})", error.lineno) from None
    line, seen = 1, 0
    for match in _JSON_TOKEN.finditer(text):
        start, token = match.start(), match.group()
        line += text.count("\n", seen, start)
        seen = start
        if token in "{[}]":
            yield token, line, "", None, None
        else:
            value = json.loads(token)
            yield "=", line, str(value), value, None
