"""Stage 2: a document becomes a `Description`."""

from __future__ import annotations

import re
from typing import Dict, Mapping

from codegen.diagnostics import Problems
from codegen.spec.document import Document
from codegen.spec.graph import Description, Schema
from codegen.spec.measure import described
from codegen.spec.normalize import Normalizer
from codegen.spec.operations import OperationReader
from codegen.spec.read import Node, Reader
from codegen.spec.recursion import alternatives, recursive_components
from codegen.spec.refs import Resolver

_VERSION = re.compile(r"3\.[01](\.[0-9]+)?\Z")


def describe(document: Document, problems: Problems) -> Description:
    """Resolve and normalise `document`, an OpenAPI 3.0 or 3.1 description.

    Raises `GenerationFailed` with everything that is wrong with it.
    """
    root = Node(document, (), document.data)
    reader = Reader(problems)
    _check_version(root, reader, problems)
    problems.raise_if_any()
    resolver = Resolver(document, problems)
    normalizer = Normalizer(resolver, problems)
    operation_reader = OperationReader(resolver, normalizer, problems)
    operations = operation_reader.operations()
    schemas = normalizer.components()
    _check_aliases(schemas, problems)
    info = root.child("info") or Node(document, (), {})
    schemes: Dict[str, Mapping[str, object]] = {
        name: node.mapping for name, node in operation_reader.security_schemes()
    }
    description = Description(
        title=reader.text(info, "title"),
        version=reader.text(info, "version"),
        servers=tuple(reader.text(server, "url") for server in reader.items(root, "servers")),
        schemas=schemas,
        operations=operations,
        recursive=recursive_components(schemas),
        security_schemes=schemes,
        document=document.data,
        described=described(schemas, operations),
    )
    problems.raise_if_any()
    return description


def _check_version(root: Node, reader: Reader, problems: Problems) -> None:
    version = reader.text(root, "openapi")
    if _VERSION.match(version):
        return
    found = f"`openapi: {version}`" if version else "no `openapi` version"
    problems.add(
        "unsupported-version",
        f"the description has {found}",
        root.place_of("openapi"),
        "write it in OpenAPI 3.1 (3.0 is read too)",
    )


def _check_aliases(schemas: Mapping[str, Schema], problems: Problems) -> None:
    for name in sorted(recursive_components(schemas, alternatives)):
        problems.add(
            "reference-cycle",
            f"the component `{name}` is, or may be, itself and nothing else",
            schemas[name].place,
            "let one of the components on the way be a schema instead of a reference",
        )
