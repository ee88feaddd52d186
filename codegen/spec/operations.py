"""Stage 2, paths: operations with their parameters, bodies and responses resolved."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Dict, List, Optional, Sequence, Tuple

from codegen.diagnostics import Problems, did_you_mean
from codegen.spec.graph import Body, Kind, Media, Operation, Parameter, Response, Schema
from codegen.spec.normalize import Normalizer
from codegen.spec.read import Node, Reader
from codegen.spec.refs import Resolver

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
LOCATIONS = ("path", "query", "header", "cookie")
_PATH_ITEM_KEYS = (*METHODS, "$ref", "summary", "description", "servers", "parameters")
_TEMPLATE = re.compile(r"\{([^{}]*)\}")
_STATUS = re.compile(r"([1-5][0-9][0-9]|[1-5]XX|default)\Z")


class OperationReader:
    """Reads all operations of a document."""

    def __init__(self, resolver: Resolver, normalizer: Normalizer, problems: Problems) -> None:
        self._resolver = resolver
        self._normalizer = normalizer
        self._problems = problems
        self._reader = Reader(problems)
        self._root = Node(resolver.root, (), resolver.root.data)
        self._schemes = {name for name, _ in self.security_schemes()}
        self._default_security = self._security(self._root, ())

    def operations(self) -> Tuple[Operation, ...]:
        """The operations sorted by (path, method)."""
        found: List[Operation] = []
        for path, node in self._reader.entries(self._root, "paths"):
            if path.startswith("x-"):
                continue
            if not path.startswith("/"):
                message, hint = f"the path `{path}` must start with `/`", f"write `/{path}`"
                self._problems.add("malformed", message, node.place, hint)
            item = self._resolver.follow(node)
            if item is not None:
                found += self._path_item(path, item)
        found.sort(key=lambda operation: (operation.path, operation.method))
        self._check_ids(found)
        return tuple(found)

    def security_schemes(self) -> List[Tuple[str, Node]]:
        """The declared security schemes, references followed, sorted by name."""
        components = self._root.child("components")
        if components is None:
            return []
        entries = self._reader.entries(components, "securitySchemes")
        followed = [(name, self._resolver.follow(node)) for name, node in entries]
        return sorted(
            ((name, node) for name, node in followed if node is not None), key=lambda e: e[0]
        )

    def _path_item(self, path: str, item: Node) -> List[Operation]:
        shared = self._parameters(item)
        found: List[Operation] = []
        for key, node in self._reader.entries_of(item):
            if key in METHODS:
                found.append(self._operation(path, key, node, shared))
            elif key not in _PATH_ITEM_KEYS and not key.startswith("x-"):
                hint = did_you_mean(key, METHODS)
                message = f"`{key}` is not an HTTP method"
                self._problems.add("unknown-method", message, node.place, hint)
        return found

    def _operation(
        self, path: str, method: str, node: Node, shared: Sequence[Parameter]
    ) -> Operation:
        merged = {(p.name, p.location): p for p in shared}
        merged.update({(p.name, p.location): p for p in self._parameters(node)})
        read = self._reader
        operation = Operation(
            method=method,
            path=path,
            operation_id=read.text(node, "operationId"),
            summary=read.text(node, "summary"),
            description=read.text(node, "description"),
            tags=read.texts(node, "tags"),
            deprecated=read.flag(node, "deprecated"),
            parameters=tuple(merged.values()),
            body=self._body(node),
            responses=self._responses(node),
            security=self._security(node, self._default_security),
            place=node.place,
        )
        self._check_template(operation, node)
        return operation

    # -- parameters --------------------------------------------------------------------------

    def _parameters(self, node: Node) -> List[Parameter]:
        found: Dict[Tuple[str, str], Parameter] = {}
        for item in self._reader.items(node, "parameters"):
            target = self._resolver.follow(item)
            parameter = self._parameter(target, item) if target is not None else None
            if parameter is None:
                continue
            key = (parameter.name, parameter.location)
            if key in found:
                message = f"the {key[1]} parameter `{key[0]}` is declared twice"
                self._problems.add("duplicate-parameter", message, item.place, "remove one")
            found[key] = parameter
        return list(found.values())

    def _parameter(self, node: Node, use: Node) -> Optional[Parameter]:
        read = self._reader
        name, location = read.text(node, "name"), read.text(node, "in")
        if not name or location not in LOCATIONS:
            self._problems.add(
                "malformed",
                f"a parameter needs `name` and `in`, this one has {name!r} and {location!r}",
                node.place,
                "`in` is one of " + ", ".join(LOCATIONS),
            )
            return None
        explode = node.mapping.get("explode")
        return Parameter(
            name=name,
            location=location,
            # A path without the value would be another path, whatever the file says.
            required=read.flag(node, "required") or location == "path",
            schema=self._parameter_schema(node),
            description=read.text(use, "description") or read.text(node, "description"),
            deprecated=read.flag(node, "deprecated"),
            style=read.text(node, "style"),
            explode=explode if isinstance(explode, bool) else None,
            place=node.place,
        )

    def _parameter_schema(self, node: Node) -> Schema:
        schema = node.child("schema")
        if schema is not None:
            return self._normalizer.schema(schema)
        media = self._media(node)
        if not media:
            message = "the parameter has neither `schema` nor `content`"
            self._problems.add("malformed", message, node.place, "say what values it takes")
            return Schema(kind=Kind.ANY, place=node.place)
        return media[0].schema

    def _check_template(self, operation: Operation, node: Node) -> None:
        names = _TEMPLATE.findall(operation.path)
        declared = {p.name: p for p in operation.parameters if p.location == "path"}
        for name in names:
            if name not in declared:
                hint = did_you_mean(name, declared) if declared else ""
                if not hint.startswith("did you mean"):
                    hint = f"add a parameter with `name: {name}` and `in: path`"
                message = f"`{{{name}}}` in the path `{operation.path}` is not a declared parameter"
                self._problems.add("undeclared-path-parameter", message, node.place, hint)
        for name, parameter in declared.items():
            if name not in names:
                message = f"the path `{operation.path}` has no `{{{name}}}`"
                hint = did_you_mean(name, names) or "put it into the path, or remove it"
                self._problems.add("unused-path-parameter", message, parameter.place, hint)

    # -- bodies and responses ----------------------------------------------------------------

    def _media(self, node: Node) -> Tuple[Media, ...]:
        found: Dict[str, Media] = {}
        for written, item in self._reader.entries(node, "content"):
            content_type = written.split(";")[0].strip().lower()
            target = self._resolver.follow(item)
            if target is None:
                continue
            child = target.child("schema")
            schema = (
                self._normalizer.schema(child)
                if child is not None
                else Schema(kind=Kind.ANY, place=target.place)
            )
            found.setdefault(content_type, Media(content_type, schema))
        return tuple(found.values())

    def _body(self, node: Node) -> Optional[Body]:
        use = node.child("requestBody")
        body = self._resolver.follow(use) if use is not None else None
        if use is None or body is None:
            return None
        media = self._media(body)
        if not media:
            message = "the request body has no `content`"
            self._problems.add("malformed", message, body.place, "list its content types")
        description = self._reader.text(use, "description") or self._reader.text(
            body, "description"
        )
        return Body(self._reader.flag(body, "required"), media, description, body.place)

    def _responses(self, node: Node) -> Tuple[Response, ...]:
        found: List[Response] = []
        for status, use in self._reader.entries(node, "responses"):
            if status.startswith("x-"):
                continue
            if not _STATUS.match(status):
                message = f"`{status}` is not a response status"
                hint = 'write a status such as "200", a range such as "4XX", or "default"'
                self._problems.add("unknown-status", message, use.place, hint)
            target = self._resolver.follow(use)
            if target is not None:
                text = self._reader.text(use, "description") or self._reader.text(
                    target, "description"
                )
                found.append(Response(status, self._media(target), text, target.place))
        if not found and not node.mapping.get("responses"):
            message = "the operation has no response"
            hint = 'add `responses` with at least "200"'
            self._problems.add("no-response", message, node.place, hint)
        return tuple(found)

    # -- security and identity ---------------------------------------------------------------

    def _security(self, node: Node, default: Tuple[str, ...]) -> Tuple[str, ...]:
        if "security" not in node.mapping:
            return default
        names: Dict[str, None] = {}
        for item in self._reader.items(node, "security"):
            for name, scheme in self._reader.entries_of(item):
                names[name] = None
                if name not in self._schemes:
                    message = f"the security scheme `{name}` is not declared"
                    hint = did_you_mean(name, self._schemes)
                    hint = hint or "declare it under components/securitySchemes"
                    self._problems.add("unknown-security-scheme", message, scheme.place, hint)
        return tuple(names)

    def _check_ids(self, operations: Sequence[Operation]) -> None:
        first: Dict[str, Operation] = {}
        for operation in operations:
            name = operation.operation_id
            if not name:
                continue
            other = first.setdefault(name, operation)
            if other is not operation:
                place = replace(operation.place, pointer=operation.place.pointer + "/operationId")
                message = f"`{other.key}` has the operationId `{name}` too"
                hint = "give each operation an id of its own"
                self._problems.add("duplicate-operation-id", message, place, hint)
