"""Operations plus sdk.yml become methods of resources."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Dict, List, Mapping, Optional, Tuple

from codegen.diagnostics import Problems, did_you_mean
from codegen.ir.model import (
    AliasType,
    Apply,
    Argument,
    External,
    Field,
    Follow,
    Home,
    Literal,
    Method,
    Ref,
    Target,
    TypeExpr,
    UnionOf,
    Variant,
    without_none,
)
from codegen.lower.config import MethodConfig, ResourceConfig
from codegen.lower.expressions import ExpressionReader, target
from codegen.lower.names import argument_name, pascal_case, singular
from codegen.lower.types import MODEL, PARAM, Owner, TypeTable, example_of
from codegen.spec.graph import Kind, Media, Operation, Schema

JSON_TYPES = ("application/json", "application/vnd.api+json")
JSONL_TYPES = ("application/x-jsonl", "application/jsonl", "application/x-ndjson")
EVENT_STREAM = "text/event-stream"
MULTIPART = "multipart/form-data"
NONE_TYPE = External("._types", "NoneType")
STREAM_ARGUMENT = "stream"


@dataclass(frozen=True)
class Plan:
    """An operation and the configuration that publishes it."""

    resource: ResourceConfig
    config: MethodConfig
    operation: Operation


class MethodLowering:
    def __init__(self, table: TypeTable, expressions: ExpressionReader, problems: Problems) -> None:
        self.table = table
        self.expressions = expressions
        self.problems = problems
        self.config = table.config
        self.header_arguments: Dict[str, Tuple[Tuple[str, str], ...]] = {}

    # -------------------------------------------------------------- homes of params

    def params_home(self, plan: Plan) -> Home:
        stem = f"{singular(plan.resource.name)}_{plan.config.name}_params"
        return Home(plan.resource.path[:-1], stem)

    def body_media(self, operation: Operation) -> Optional[Media]:
        if operation.body is None:
            return None
        return operation.body.first(*JSON_TYPES, MULTIPART) or operation.body.media[0]

    def streams(self, operation: Operation) -> bool:
        success = self.success(operation)
        return any(media.content_type == EVENT_STREAM for media in success)

    def register_body(self, plan: Plan) -> None:
        """References to the component of a body mean the params type of its method."""
        media = self.body_media(plan.operation)
        if media is None or media.schema.kind is not Kind.REF:
            return
        home = self.params_home(plan)
        name = pascal_case(home.module) + ("NonStreaming" if self.streams(plan.operation) else "")
        self.table.bodies.setdefault(media.schema.ref, Ref(self.table.type_id(home, name)))

    @staticmethod
    def success(operation: Operation) -> Tuple[Media, ...]:
        for response in operation.responses:
            if response.status.startswith("2"):
                return response.media
        return next((r.media for r in operation.responses if r.status == "default"), ())

    # -------------------------------------------------------------- operations

    def lower(self, plan: Plan) -> Method:
        operation, config = plan.operation, plan.config
        arguments = self._arguments(plan)
        arguments = self._add(arguments, config)
        media = self.body_media(operation)
        home = self.params_home(plan)
        self._publish_params(plan, arguments)
        kind, result, event, result_doc = self._result(plan)
        stream = STREAM_ARGUMENT if event is not None else ""
        if stream and not any(argument.name == stream for argument in arguments):
            self.problems.add(
                "unsupported-construct",
                f"`{operation.key}` answers with an event stream"
                " but has no `stream` property to ask for it",
                operation.place,
                "list the operation under `skip` in sdk.yml with this reason,"
                " or describe the property",
            )
        returns, async_returns, variants = self._returns(kind, result, event, config)
        headers = {
            "page": (),
            "binary": (("Accept", "application/binary"),),
            "jsonl": (("Accept", "application/binary"),),
        }
        follow = Follow(*config.follow) if config.follow else None
        if kind == "jsonl" and follow is None:
            headers["jsonl"] = (("Accept", "application/x-jsonl"),)
        return Method(
            name=config.name,
            key=operation.key,
            verb=operation.method,
            path=operation.path,
            doc=operation.description or operation.summary,
            arguments=arguments,
            kind=kind,
            returns=returns,
            async_returns=async_returns,
            result=result,
            result_doc=result_doc,
            event=event,
            stream_argument=stream,
            overload_on=stream,
            variants=variants,
            page=config.page,
            headers=tuple(headers.get(kind, ())),
            header_defaults=self._header_defaults(plan, arguments),
            multipart=media is not None and media.content_type == MULTIPART,
            prepare=Target(*target(config.prepare)) if config.prepare else None,
            follow=follow,
            raw="raw" in config.wrap,
            streamed="streamed" in config.wrap,
            deprecated=operation.deprecated,
            body_aliases=self._body_aliases(plan),
            params_home=home,
            pointer=operation.place.pointer,
            config_pointer=".".join(config.tokens),
        )

    def _header_defaults(
        self, plan: Plan, arguments: Tuple[Argument, ...]
    ) -> Mapping[str, Tuple[str, ...]]:
        defaults = dict(plan.resource.header_defaults)
        defaults.update(plan.config.header_defaults)
        wires = {argument.wire for argument in arguments if argument.location == "header"}
        for name in defaults:
            if name not in wires:
                self.problems.add(
                    "config-unused",
                    f"`{plan.operation.key}` has no header parameter `{name}` for its default",
                    plan.config.place,
                )
        return defaults

    def _arguments(self, plan: Plan) -> Tuple[Argument, ...]:
        operation = plan.operation
        owner = Owner(self.params_home(plan), "")
        by_place: Dict[str, List[Argument]] = {"path": [], "query": [], "header": [], "body": []}
        for parameter in operation.parameters:
            if parameter.location == "header" and parameter.name in self.config.client_headers:
                continue
            if parameter.location == "cookie":
                self.problems.add(
                    "unsupported-construct",
                    f"cookie parameter `{parameter.name}` of `{operation.key}` cannot be published",
                    parameter.place,
                    "list the operation under `skip` in sdk.yml with this reason",
                )
                continue
            name = self.config.arguments.get(parameter.name) or argument_name(parameter.name)
            hint = Owner(owner.home, pascal_case(name))
            type_ = self.table.expression(replace(parameter.schema, nullable=False), PARAM, hint)
            by_place[parameter.location].append(
                Argument(
                    name=name,
                    wire=parameter.name,
                    location=parameter.location,
                    type=type_,
                    required=parameter.required,
                    nullable=parameter.schema.nullable,
                    doc=parameter.description or parameter.schema.description,
                    deprecated=parameter.deprecated,
                    is_array=self.table.resolve(parameter.schema).kind is Kind.ARRAY,
                    example=example_of(parameter.schema),
                )
            )
        by_place["body"] = self._body_arguments(plan, owner)
        order = re.findall(r"{([^}]+)}", operation.path)
        path = sorted(
            by_place["path"], key=lambda item: order.index(item.wire) if item.wire in order else -1
        )
        subject, rest = path[-1:], path[:-1]
        others = rest + by_place["body"] + by_place["query"] + by_place["header"]
        arguments = subject + sorted(others, key=lambda item: not item.required)
        self._check_collisions(plan, arguments)
        return tuple(arguments)

    def _check_collisions(self, plan: Plan, arguments: List[Argument]) -> None:
        seen: Dict[str, Argument] = {}
        for argument in arguments:
            other = seen.setdefault(argument.name, argument)
            if other is not argument or argument.name in (
                "extra_headers",
                "extra_query",
                "extra_body",
                "timeout",
            ):
                self.problems.add(
                    "name-collision",
                    f"two parameters of `{plan.operation.key}` would both be published"
                    f" as `{argument.name}`",
                    plan.operation.place,
                    f"give `{argument.wire}` another name under `arguments` in sdk.yml",
                )

    def _body_arguments(self, plan: Plan, owner: Owner) -> List[Argument]:
        media = self.body_media(plan.operation)
        if media is None:
            return []
        body = self.table.resolve(media.schema)
        if body.kind is not Kind.OBJECT or not body.properties:
            self.problems.add(
                "unsupported-construct",
                f"the body of `{plan.operation.key}` is no object with properties",
                body.place,
                "list the operation under `skip` in sdk.yml with this reason",
            )
            return []
        result: List[Argument] = []
        fields = {field.wire: field for field in self.table.fields(body, PARAM, owner, "")}
        for prop in body.properties:
            resolved = self.table.resolve(prop.schema)
            is_array = resolved.kind is Kind.ARRAY
            leaf = (
                self.table.resolve(resolved.items)
                if is_array and resolved.items is not None
                else resolved
            )
            type_: TypeExpr = fields[prop.name].type
            if prop.name == STREAM_ARGUMENT and self.streams(plan.operation):
                type_ = UnionOf((Literal((False,)), Literal((True,))))
            result.append(
                Argument(
                    name=argument_name(prop.name),
                    wire=prop.name,
                    location="body",
                    type=type_,
                    required=prop.required,
                    nullable=prop.schema.nullable,
                    doc=prop.schema.description,
                    deprecated=prop.schema.deprecated,
                    is_file=leaf.kind is Kind.STRING and leaf.format == "binary",
                    is_array=is_array,
                    example=example_of(prop.schema),
                )
            )
        return result

    def _add(self, arguments: Tuple[Argument, ...], config: MethodConfig) -> Tuple[Argument, ...]:
        """Adds, replaces and moves the arguments that sdk.yml names."""
        result = list(arguments)
        for added in config.add:
            type_ = self.expressions.read(added.type, config.place)
            new = Argument(
                name=added.name,
                wire=added.name,
                location="body",
                type=without_none(type_),
                required=added.required,
                nullable=type_ != without_none(type_),
                doc=added.doc,
                async_type=without_none(self.expressions.read(added.async_type, config.place))
                if added.async_type
                else None,
            )
            index = next(
                (i for i, argument in enumerate(result) if argument.name == added.name), -1
            )
            if index >= 0:
                result[index] = replace(new, deprecated=result[index].deprecated)
            else:
                result.append(new)
            if added.after:
                self._move(result, added.name, added.after, config)
            elif index < 0:
                self.problems.add(
                    "config-missing", f"`add.{added.name}` needs `after`", config.place
                )
        for name, after in config.place_after.items():
            self._move(result, name, after, config)
        return tuple(result)

    def _move(self, arguments: List[Argument], name: str, after: str, config: MethodConfig) -> None:
        names = [argument.name for argument in arguments]
        for wanted in (name, after):
            if wanted not in names:
                self.problems.add(
                    "unknown-argument",
                    f"there is no argument `{wanted}`",
                    config.place,
                    did_you_mean(wanted, names),
                )
                return
        moved = arguments.pop(names.index(name))
        names.remove(name)
        arguments.insert(names.index(after) + 1, moved)

    # -------------------------------------------------------------- params types

    def _publish_params(self, plan: Plan, arguments: Tuple[Argument, ...]) -> None:
        added = {item.name for item in plan.config.add}
        own = [a for a in arguments if a.location != "path" and a.name not in added]
        if not any(argument.location in ("query", "body") for argument in own):
            return
        home = self.params_home(plan)
        name = pascal_case(home.module)
        streams = self.streams(plan.operation)
        ordered = [a for a in own if a.location != "header"] + [
            a for a in own if a.location == "header"
        ]
        fields = tuple(
            Field(
                name=argument.name,
                wire=argument.wire,
                type=argument.type,
                required=argument.required,
                nullable=argument.nullable,
                doc=argument.doc,
                deprecated=argument.deprecated,
                example=argument.example,
            )
            for argument in ordered
            if not (streams and argument.name == STREAM_ARGUMENT)
        )
        owner = Owner(home, "")
        schema = Schema(
            Kind.OBJECT,
            place=plan.operation.place,
            description=f"Parameters of `{'.'.join(plan.resource.path)}.{plan.config.name}`.",
        )
        if not streams:
            self.table.add(
                self.table.class_type(schema, PARAM, owner, name, fields=fields),
                plan.operation.place,
            )
            return
        base = self.table.add(
            self.table.class_type(schema, PARAM, owner, f"{name}Base", fields=fields),
            plan.operation.place,
        )
        stream = next(argument for argument in arguments if argument.name == STREAM_ARGUMENT)
        variants = []
        for suffix, value in (("NonStreaming", False), ("Streaming", True)):
            field = Field(
                STREAM_ARGUMENT, STREAM_ARGUMENT, Literal((value,)), value, False, stream.doc
            )
            definition = self.table.class_type(
                replace(schema, description=""),
                PARAM,
                owner,
                f"{name}{suffix}",
                fields=(field,),
                bases=(base,),
                total=value,
            )
            variants.append(self.table.add(definition, plan.operation.place))
        alias = AliasType(
            self.table.type_id(home, name),
            name,
            home,
            PARAM,
            UnionOf(tuple(variants)),
            public=False,
            pointer=plan.operation.place.pointer,
        )
        self.table.add(alias, plan.operation.place)

    def _body_aliases(self, plan: Plan) -> Tuple[Tuple[str, str], ...]:
        """Arguments that travel as headers, but as keys where a params type is inside a body."""
        media = self.body_media(plan.operation)
        if media is None:
            return ()
        found: List[Tuple[str, str]] = []
        for prop in self.table.resolve(media.schema).properties:
            self._nested_bodies(prop.schema, prop.name, found)
        return tuple(found)

    def _nested_bodies(self, schema: Schema, path: str, found: List[Tuple[str, str]]) -> None:
        if schema.kind is Kind.REF:
            if schema.ref in self.table.bodies:
                headers = self.header_arguments.get(schema.ref, ())
                found += [(f"{path}.{name}", wire) for name, wire in headers]
            return
        if schema.items is not None:
            self._nested_bodies(schema.items, f"{path}[]", found)
        for prop in schema.properties:
            self._nested_bodies(prop.schema, f"{path}.{prop.name}", found)

    def register_headers(self, plan: Plan) -> None:
        media = self.body_media(plan.operation)
        if media is not None and media.schema.kind is Kind.REF:
            headers = tuple(
                (self.config.arguments.get(p.name) or argument_name(p.name), p.name)
                for p in plan.operation.parameters
                if p.location == "header" and p.name not in self.config.client_headers
            )
            self.header_arguments[media.schema.ref] = headers

    # -------------------------------------------------------------- results

    def _result(self, plan: Plan) -> Tuple[str, TypeExpr, Optional[TypeExpr], str]:
        operation = plan.operation
        media = self.success(operation)
        response = next((r for r in operation.responses if r.status.startswith("2")), None)
        doc = response.description if response is not None else ""
        by_type = {item.content_type: item.schema for item in media}
        json_schema = next((by_type[name] for name in JSON_TYPES if name in by_type), None)
        owner = Owner(
            Home(
                plan.resource.path[:-1],
                f"{singular(plan.resource.name)}_{plan.config.name}_response",
            ),
            "",
        )
        owner = replace(owner, hint=pascal_case(owner.home.module))
        event_schema = by_type.get(EVENT_STREAM)
        event = (
            self.table.expression(event_schema, MODEL, replace(owner, hint=f"{owner.hint}Event"))
            if event_schema is not None
            else None
        )
        if plan.config.page:
            return "page", self._page_item(plan, json_schema, owner), None, doc
        if json_schema is not None:
            return "json", self.table.expression(json_schema, MODEL, owner), event, doc
        for name in JSONL_TYPES:
            if name in by_type:
                return "jsonl", self.table.expression(by_type[name], MODEL, owner), None, doc
        if not media:
            return "json", NONE_TYPE, None, doc
        if any(name.startswith("text/") and name != EVENT_STREAM for name in by_type):
            return "json", External("builtins", "str"), event, doc
        return "binary", External("._response", "BinaryAPIResponse"), event, doc

    def _page_item(self, plan: Plan, schema: Optional[Schema], owner: Owner) -> TypeExpr:
        page = next((page for page in self.config.pages if page.name == plan.config.page), None)
        if page is None:
            known = [item.name for item in self.config.pages]
            self.problems.add(
                "unknown-page",
                f"no page is called `{plan.config.page}`",
                plan.config.place,
                did_you_mean(plan.config.page, known),
            )
            return External("builtins", "object")
        items = None
        if schema is not None:
            resolved = self.table.resolve(schema)
            properties = {prop.name: prop.schema for prop in resolved.properties}
            missing = [name for name in (page.items, *page.fields) if name not in properties]
            if missing:
                self.problems.add(
                    "page-shape",
                    f"the answer of `{plan.operation.key}` has no `{missing[0]}`,"
                    f" which page `{page.name}` needs",
                    resolved.place,
                )
            elif properties[page.items].items is not None:
                items = properties[page.items].items
        if items is None:
            self.problems.add(
                "page-shape",
                f"`{plan.operation.key}` does not answer with a list in `{page.items}`",
                plan.operation.place,
            )
            return External("builtins", "object")
        return self.table.expression(items, MODEL, owner)

    def _returns(
        self, kind: str, result: TypeExpr, event: Optional[TypeExpr], config: MethodConfig
    ) -> Tuple[TypeExpr, TypeExpr, Tuple[Variant, ...]]:
        if kind == "page":
            sync_page, async_page = (
                External(".pagination", f"{p}{config.page}") for p in ("Sync", "Async")
            )
            paginator = Apply(
                External("._base_client", "AsyncPaginator"), (result, Apply(async_page, (result,)))
            )
            return Apply(sync_page, (result,)), paginator, ()
        if kind == "jsonl":
            names = (External("._decoders.jsonl", f"{p}JSONLDecoder") for p in ("", "Async"))
            sync, asynchronous = (Apply(name, (result,)) for name in names)
            return sync, asynchronous, ()
        if kind == "binary":
            return result, External("._response", "AsyncBinaryAPIResponse"), ()
        if event is None:
            return result, result, ()
        streams = [
            Apply(External("._streaming", name), (event,)) for name in ("Stream", "AsyncStream")
        ]
        either = [UnionOf((result, stream)) for stream in streams]
        variants = (
            Variant(Literal((False,)), False, result, result),
            Variant(Literal((True,)), True, streams[0], streams[1]),
            Variant(External("builtins", "bool"), True, either[0], either[1]),
        )
        return either[0], either[1], variants

    # -------------------------------------------------------------- derived methods

    def derive(self, base: Method, config: MethodConfig) -> Method:
        """A hand-written method whose signature follows that of `base`."""
        arguments = tuple(
            argument for argument in base.arguments if argument.name not in config.drop
        )
        names = [argument.name for argument in base.arguments]
        for name in config.drop:
            if name not in names:
                self.problems.add(
                    "unknown-argument",
                    f"`drop` names `{name}`",
                    config.place,
                    did_you_mean(name, names),
                )
        arguments = self._add(arguments, config)
        if not config.call:
            self.problems.add(
                "config-missing", f"`{'.'.join(config.tokens)}` needs `call`", config.place
            )
        read = self.expressions.read
        returns = read(config.returns or "object", config.place)
        async_returns = read(config.async_returns or config.returns or "object", config.place)
        variants = tuple(
            Variant(
                read(item.type, config.place),
                item.required,
                read(item.returns, config.place),
                read(item.async_returns, config.place),
            )
            for item in config.variants
        )
        return replace(
            base,
            name=config.name,
            doc=config.doc,
            arguments=arguments,
            kind="derived",
            returns=returns,
            async_returns=async_returns,
            overload_on=config.overload_on,
            variants=variants,
            prepare=None,
            call=Target(*target(config.call)) if config.call else None,
            coroutine=config.coroutine,
            raw="raw" in config.wrap,
            streamed="streamed" in config.wrap,
            derived_from=base.name,
            config_pointer=".".join(config.tokens),
        )
