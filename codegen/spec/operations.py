"""Stage 2, paths: operations with their parameters, bodies and responses resolved."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from codegen.diagnostics import Problems, did_you_mean
from codegen.spec.graph import Body, Kind, Media, Operation, Parameter, Response, Schema
from codegen.spec.normalize import Normalizer
from codegen.spec.read import Node, near_miss
from codegen.spec.refs import Resolver

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
LOCATIONS = ("path", "query", "header", "cookie")
_PATH_ITEM_KEYS = ("$ref", "summary", "description", "servers", "parameters")
_TEMPLATE = re.compile(r"\{([^{}]*)\}")


class OperationReader:
    """Reads all operations of a document."""

    def __init__(self, resolver: Resolver, normalizer: Normalizer) -> None:
        self._resolver = resolver
        self._normalizer = normalizer
        self._root = resolver.root
        self._default_security = _security(self._root)

    def operations(self) -> Tuple[Operation, ...]:
        """The operations sorted by (path, method)."""
        found: List[Operation] = []
        for path, item in self._followed(self._root["paths"]):
            if not path.startswith("/"):
                message = f"the path `{path}` must start with `/`"
                self._root["paths"][path].refuse("malformed", message, f"write `/{path}`")
            found += self._path_item(path, item)
        found.sort(key=lambda operation: (operation.path, operation.method))
        _check_ids(found, self._root.problems)
        return tuple(found)

    def security_schemes(self) -> Dict[str, Mapping[str, object]]:
        """The declared security schemes, references followed, sorted by name."""
        schemes = self._followed(self._root["components"]["securitySchemes"])
        return {name: node.mapping for name, node in sorted(schemes, key=lambda entry: entry[0])}

    def _followed(self, node: Node) -> List[Tuple[str, Node]]:
        """The entries of a mapping, references followed, extensions and what is broken left out."""
        entries = [(name, self._resolver.follow(item)) for name, item in node.entries()]
        return [(n, item) for n, item in entries if item is not None and not n.startswith("x-")]

    def _path_item(self, path: str, item: Node) -> List[Operation]:
        shared = self._parameters(item)
        found: List[Operation] = []
        for key, node in item.entries():
            if key in METHODS:
                found.append(self._operation(path, key, node, shared))
            elif key not in _PATH_ITEM_KEYS and not key.startswith("x-"):
                message = f"`{key}` is not an HTTP method"
                node.refuse("unknown-method", message, did_you_mean(key, METHODS))
        return found

    def _operation(
        self, path: str, method: str, node: Node, shared: Sequence[Parameter]
    ) -> Operation:
        merged = {(p.name, p.location): p for p in (*shared, *self._parameters(node))}
        operation = Operation(
            method=method,
            path=path,
            operation_id=node["operationId"].text(),
            summary=node["summary"].text(),
            description=node["description"].text(),
            tags=node["tags"].texts(),
            deprecated=node["deprecated"].flag(),
            parameters=tuple(merged.values()),
            body=self._body(node["requestBody"]),
            responses=self._responses(node["responses"]),
            security=_security(node) if "security" in node.mapping else self._default_security,
            place=node.place,
        )
        if not node.mapping.get("responses"):
            hint = 'add `responses` with at least "200"'
            node.refuse("no-response", "the operation has no response", hint)
        return _with_template(operation, node)

    # -- parameters --------------------------------------------------------------------------

    def _parameters(self, node: Node) -> List[Parameter]:
        uses = [(use, self._resolver.follow(use)) for use in node["parameters"].items()]
        found = [self._parameter(target, use) for use, target in uses if target is not None]
        return [parameter for parameter in found if parameter is not None]

    def _parameter(self, node: Node, use: Node) -> Optional[Parameter]:
        name, location = node["name"].text(), node["in"].text()
        if not name or location not in LOCATIONS:
            message = f"a parameter needs `name` and `in`, this one has {name!r} and {location!r}"
            node.refuse("malformed", message, "`in` is one of " + ", ".join(LOCATIONS))
            return None
        explode = node["explode"]
        return Parameter(
            name=name,
            location=location,
            # A path without the value would be another path, whatever the file says.
            required=node["required"].flag() or location == "path",
            schema=self._parameter_schema(node),
            description=_description(use, node),
            deprecated=node["deprecated"].flag(),
            style=node["style"].text(),
            explode=explode.flag() if explode.exists else None,
            place=node.place,
        )

    def _parameter_schema(self, node: Node) -> Schema:
        media = () if node["schema"].exists else self._media(node)
        if not media and not node["schema"].exists:
            message = "the parameter has neither `schema` nor `content`"
            node.refuse("malformed", message, "say what values it takes")
        return media[0].schema if media else self._schema(node)

    # -- bodies and responses ----------------------------------------------------------------

    def _schema(self, node: Node) -> Schema:
        """The schema under `schema`; anything when there is none."""
        if node["schema"].exists:
            return self._normalizer.schema(node["schema"])
        return Schema(kind=Kind.ANY, place=node.place)

    def _media(self, node: Node) -> Tuple[Media, ...]:
        found: Dict[str, Media] = {}
        for written, item in self._followed(node["content"]):
            content_type = written.split(";")[0].strip().lower()
            encodings = [encoding.mapping for _, encoding in item["encoding"].entries()]
            deep = any(encoding.get("style") == "deepObject" for encoding in encodings)
            found.setdefault(content_type, Media(content_type, self._schema(item), deep))
        return tuple(found.values())

    def _body(self, use: Node) -> Optional[Body]:
        node = self._resolver.follow(use)
        if node is None or not node.exists:
            return None
        media = self._media(node)
        if not media:
            message = "the request body has no `content`"
            node.refuse("malformed", message, "list its content types")
        return Body(node["required"].flag(), media, _description(use, node), node.place)

    def _responses(self, responses: Node) -> Tuple[Response, ...]:
        return tuple(
            Response(status, self._media(n), _description(responses[status], n), n.place)
            for status, n in self._followed(responses)
        )


def _description(use: Node, target: Node) -> str:
    return use["description"].text() or target["description"].text()


def _security(node: Node) -> Tuple[str, ...]:
    """The names of the security schemes under `security`, each once."""
    items = node["security"].items()
    return tuple(dict.fromkeys(name for item in items for name, _ in item.entries()))


def _with_template(operation: Operation, node: Node) -> Operation:
    """The operation with one path parameter for each place in its path."""
    names = _TEMPLATE.findall(operation.path)
    declared = {p.name: p for p in operation.parameters if p.location == "path"}
    for name in names:
        if name not in declared:
            hint = near_miss(name, declared, f"add a parameter with `name: {name}` and `in: path`")
            message = f"`{{{name}}}` in the path `{operation.path}` is not a declared parameter"
            node.refuse("undeclared-path-parameter", message, hint)
            text = Schema(kind=Kind.STRING, place=node.place)
            declared[name] = Parameter(name, "path", True, text, place=node.place)
    for name, parameter in declared.items():
        if name not in names:
            message = f"the path `{operation.path}` has no `{{{name}}}`"
            hint = near_miss(name, names, "put it into the path, or remove it")
            node.problems.add("unused-path-parameter", message, parameter.place, hint)
    others = [parameter for parameter in operation.parameters if parameter.location != "path"]
    kept = [parameter for name, parameter in declared.items() if name in names]
    return replace(operation, parameters=(*kept, *others))


def _check_ids(operations: Sequence[Operation], problems: Problems) -> None:
    first: Dict[str, Operation] = {}
    for operation in operations:
        name = operation.operation_id
        other = first.setdefault(name or operation.key, operation)
        if other is not operation:
            place = replace(operation.place, pointer=operation.place.pointer + "/operationId")
            message = f"`{other.key}` has the operationId `{name}` too"
            hint = "give each operation an id of its own"
            problems.add("duplicate-operation-id", message, place, hint)
