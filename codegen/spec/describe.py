"""Stage 2: a document becomes a `Description`."""

from __future__ import annotations

import re

from codegen.diagnostics import Problems
from codegen.spec.document import Document
from codegen.spec.graph import Description, Kind
from codegen.spec.normalize import Normalizer
from codegen.spec.operations import OperationReader
from codegen.spec.read import Node
from codegen.spec.refs import Resolver
from codegen.spec.survey import described, endless_references, recursive_components

_VERSION = re.compile(r"3\.[01](\.[0-9]+)?\Z")


def describe(document: Document, problems: Problems) -> Description:
    """Resolve and normalise `document`, an OpenAPI 3.0 or 3.1 description.

    Raises `GenerationFailed` with everything that is wrong with it.
    """
    root = Node(document, (), document.data, problems)
    _check_version(root["openapi"])
    problems.raise_if_any()
    resolver = Resolver(root)
    normalizer = Normalizer(resolver, problems)
    reader = OperationReader(resolver, normalizer)
    operations = reader.operations()
    schemas = normalizer.components()
    for path in endless_references(schemas):
        first, only_references = schemas[path[0]], all(schemas[n].kind is Kind.REF for n in path)
        message = f"the component `{path[0]}` is, or may be, itself and nothing else: "
        hint = "let one of the components on the way be a schema instead of a reference"
        code = "cyclic-allof" if only_references else "reference-cycle"
        problems.add(code, message + " -> ".join(path), first.place, hint)
    description = Description(
        title=root["info"]["title"].text(),
        version=root["info"]["version"].text(),
        servers=tuple(_address(server) for server in root["servers"].items()),
        schemas=schemas,
        operations=operations,
        recursive=recursive_components(schemas),
        security_schemes=reader.security_schemes(),
        document=document.data,
        described=described(schemas, operations),
    )
    problems.raise_if_any()
    return description


def _address(server: Node) -> str:
    """The address of a server; its variables have their defaults."""
    address = server["url"].text()
    for name, variable in server["variables"].entries():
        address = address.replace("{" + name + "}", variable["default"].text())
    return address


def _check_version(version: Node) -> None:
    if not _VERSION.match(version.text()):
        message = f"the description's `openapi` version is `{version.text()}`"
        hint = "write it in OpenAPI 3.1 (3.0 is read too)"
        version.refuse("unsupported-version", message, hint)
