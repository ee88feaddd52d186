"""Stage 1: description files become documents. The only module here that reads files.

YAML is read as YAML 1.2: `on`, `no` and dates are text, keys are always text.
JSON is checked by the standard library and then read as the YAML that it is.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Dict, List, Optional, Tuple

import yaml

from codegen.diagnostics import NOWHERE, Place, Problems
from codegen.spec.document import Document, PlacedDict, PlacedList, Where, pointer_text

_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_PREFIXED = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: Dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER_START = frozenset("+-.0123456789")
_JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\t')
_PLAIN, _QUOTED = "plain", ""  # the tags of what has no tag


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
        root = _compose(path.read_bytes().decode("utf-8-sig"), path.suffix == ".json")
        value = _Builder(file, problems).value(root) if root is not None else None
    except OSError as error:
        message = f"cannot read `{path}`: {error.strerror or error}"
        hint = "check the path; it is relative to the working directory or to the referring file"
        at = wanted_at if wanted_at is not NOWHERE else Place(file, 0)
        problems.add("unreadable-file", message, at, hint)
    except UnicodeDecodeError as error:
        at = Place(file, error.object[: error.start].count(b"\n") + 1)
        problems.add("invalid-text", "the file is not UTF-8", at, "save it as UTF-8")
    except _Invalid as error:
        hint = "check quotes, brackets and indentation on this line and the one before"
        message = f"not valid {error.language}: {error}"
        code = f"invalid-{error.language.lower()}"
        problems.add(code, message, Place(file, error.line), hint)
    else:
        line = root.start_mark.line + 1 if root is not None else 1
        if isinstance(value, PlacedDict):
            return Document(path, value, line)
        what = "nothing" if value is None else "no mapping"
        hint = "an OpenAPI description starts with `openapi:`, an overlay with `overlay:`"
        problems.add("not-a-mapping", f"the file holds {what}", Place(file, line, "#"), hint)
    return None


class _Invalid(Exception):
    """Text that is not YAML or JSON, or YAML that a description may not hold."""

    def __init__(self, message: str, line: int, language: str = "YAML") -> None:
        self.line = line
        self.language = language
        super().__init__(message)


class _Loader(yaml.CSafeLoader):
    """Marks what has no tag instead of guessing one, so that any other tag was written."""

    def resolve(self, kind: object, value: object, implicit: Tuple[bool, bool]) -> str:
        return _PLAIN if kind is yaml.ScalarNode and implicit[0] else _QUOTED


def _compose(text: str, is_json: bool) -> Optional[yaml.Node]:
    """The tree of a YAML or JSON text; None when it is empty."""
    if is_json or text.lstrip().startswith("{"):
        try:
            json.loads(text)
            text = _JSON_STRING.sub(lambda match: _yaml_string(match.group()), text)
        except json.JSONDecodeError as error:
            if is_json:
                raise _Invalid(error.msg, error.lineno, "JSON") from None
    try:
        root: Optional[yaml.Node] = yaml.compose(text, Loader=_Loader)
        return root
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = ", ".join(part for part in (error.context, error.problem) if part)
        raise _Invalid(message, mark.line + 1 if mark is not None else 0) from None
    except yaml.reader.ReaderError as error:
        raise _Invalid(error.reason, text.count("\n", 0, error.position) + 1) from None


def _yaml_string(token: str) -> str:
    """A JSON string as YAML, which knows no surrogates; tabs between tokens become spaces."""
    if token == "\t":
        return " "
    if "\\" not in token and token.isprintable():
        return token
    quoted = json.dumps(json.loads(token), ensure_ascii=False)
    return "".join(c if c.isprintable() else rf"\U{ord(c):08x}" for c in quoted)


class _Builder:
    """Builds placed data from YAML's nodes. An alias gives a copy of what it stands for,
    so that an overlay on one use leaves the others alone."""

    def __init__(self, file: str, problems: Problems) -> None:
        self._file = file
        self._problems = problems
        self._path: List[str] = []
        self._open: List[yaml.Node] = []

    def value(self, node: yaml.Node) -> object:
        line = node.start_mark.line + 1
        if node.tag not in (_PLAIN, _QUOTED):
            raise _Invalid(f"the tag `{node.tag}` has no meaning here", line)
        if isinstance(node, yaml.ScalarNode):
            return _plain(node.value) if node.tag == _PLAIN else node.value
        if node in self._open:
            raise _Invalid("an alias stands inside of what it stands for", line)
        self._open.append(node)
        value = self._mapping(node) if isinstance(node, yaml.MappingNode) else self._list(node)
        self._open.pop()
        return value

    def _mapping(self, node: yaml.Node) -> PlacedDict:
        data = PlacedDict()
        for key_node, value_node in node.value:
            line, key = key_node.start_mark.line + 1, key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                raise _Invalid("a key must be plain text", line)
            if key == "<<" and key_node.tag == _PLAIN:
                raise _Invalid("`<<` is not part of YAML 1.2; write the keys out", line)
            self._path.append(key)
            if key in data:
                message = f"the key `{key}` occurs twice in one mapping"
                hint = f"it stands on line {data.places[key].line} already; remove or rename one"
                at = Place(self._file, line, pointer_text(self._path))
                self._problems.add("duplicate-key", message, at, hint)
            data[key] = self.value(value_node)
            data.places[key] = Where(self._file, line)
            self._path.pop()
        return data

    def _list(self, node: yaml.Node) -> PlacedList:
        data = PlacedList()
        for index, item in enumerate(node.value):
            self._path.append(str(index))
            data.append(self.value(item))
            data.places.append(Where(self._file, item.start_mark.line + 1))
            self._path.pop()
        return data


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
