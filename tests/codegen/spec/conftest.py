"""Fixtures that turn a few lines of YAML into what the generator's front end makes of them."""

from __future__ import annotations

import textwrap
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Callable, Mapping, Tuple

import pytest

from codegen.diagnostics import NOWHERE, Diagnostic, GenerationFailed, Place, Problems
from codegen.spec import describe, load_document
from codegen.spec.graph import Description, Schema

HEAD = """\
openapi: {version}
info: {{title: Zoo, version: '1'}}
"""


def _unplaced(value: Any) -> Any:
    """The same value with every place forgotten, so that only meaning is compared."""
    if isinstance(value, Place):
        return NOWHERE
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        return replace(value, **{name: _unplaced(getattr(value, name)) for name in names})
    if isinstance(value, tuple):
        return tuple(_unplaced(item) for item in value)
    if isinstance(value, Mapping):
        return {key: _unplaced(item) for key, item in value.items()}
    return value


@pytest.fixture(scope="session")
def unplaced() -> Callable[[Any], Any]:
    return _unplaced


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Write a dedented file into an empty working directory; its path is relative."""
    monkeypatch.chdir(tmp_path)

    def write_file(text: str, name: str = "api.yml") -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def read(write: Callable[..., Path]) -> Callable[..., Description]:
    """Describe the body of an API; `openapi` and `info` are put before it (two lines)."""

    def read_text(text: str, version: str = "3.1.0", name: str = "api.yml") -> Description:
        path = write(HEAD.format(version=version) + textwrap.dedent(text), name)
        problems = Problems()
        return describe(load_document(path, problems), problems)

    return read_text


@pytest.fixture
def components(read: Callable[..., Description]) -> Callable[..., Mapping[str, Schema]]:
    """Normalise components, places forgotten."""

    def read_components(text: str, version: str = "3.1.0") -> Mapping[str, Schema]:
        body = "components:\n  schemas:\n" + textwrap.indent(textwrap.dedent(text), "    ")
        schemas: Mapping[str, Schema] = _unplaced(read(body, version).schemas)
        return schemas

    return read_components


@pytest.fixture
def schema(components: Callable[..., Mapping[str, Schema]]) -> Callable[..., Schema]:
    """Normalise one schema beside the components Cat, Dog and Name."""

    def read_schema(text: str, version: str = "3.1.0") -> Schema:
        others = """
        Cat: {type: object, description: A cat., properties: {lives: {type: integer}}}
        Dog: {type: object, description: A dog., properties: {tricks: {type: array}}}
        Name: {type: string, description: A name.}
        """
        subject = "Subject:\n" + textwrap.indent(textwrap.dedent(text), "  ")
        return components(textwrap.dedent(others) + subject, version)["Subject"]

    return read_schema


@pytest.fixture
def errors(read: Callable[..., Description]) -> Callable[..., Tuple[Diagnostic, ...]]:
    """The problems of the body of an API."""

    def read_errors(text: str, version: str = "3.1.0") -> Tuple[Diagnostic, ...]:
        with pytest.raises(GenerationFailed) as failure:
            read(text, version)
        return failure.value.problems

    return read_errors


@pytest.fixture
def schema_error(errors: Callable[..., Tuple[Diagnostic, ...]]) -> Callable[[str], Diagnostic]:
    """The only problem of some components; the first of their lines is line 5."""

    def read_error(text: str) -> Diagnostic:
        body = "components:\n  schemas:\n" + textwrap.indent(textwrap.dedent(text).lstrip(), "    ")
        found = errors(body)
        assert len(found) == 1, "\n".join(map(str, found))
        return found[0]

    return read_error
