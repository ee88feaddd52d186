"""Operations plus sdk.yml become methods of resources."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Dict, List, Mapping, Tuple

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.ir.model import (
    AliasType,
    Argument,
    Field,
    Literal,
    Method,
    Ref,
    Target,
    TypeExpr,
    UnionOf,
    Variant,
    without_none,
)
from codegen.lower.config import MethodConfig
from codegen.lower.expressions import ExpressionReader, target
from codegen.lower.names import argument_name, pascal_case
from codegen.lower.results import MULTIPART, Plan, ResultLowering
from codegen.lower.types import PARAM, Owner, TypeTable, example_of
from codegen.spec.graph import Kind, Schema

STREAM_ARGUMENT = "stream"


class MethodLowering:
    def __init__(self, table: TypeTable, expressions: ExpressionReader, problems: Problems) -> None:
        self.table = table
        self.expressions = expressions
        self.problems = problems
        self.config = table.config
        self.results = ResultLowering(table, problems)
        self.header_arguments: Dict[str, Tuple[Tuple[str, str], ...]] = {}

    def register_body(self, plan: Plan) -> None:
        """References to the component of a body mean the params type of its method."""
        media = plan.body
        if media is None or media.schema.kind is not Kind.REF:
            return
        home = plan.params_home
        name = pascal_case(home.module) + ("NonStreaming" if plan.streams else "")
        self.table.bodies.setdefault(media.schema.ref, Ref(self.table.type_id(home, name)))

    # -------------------------------------------------------------- operations

    def lower(self, plan: Plan) -> Method:
        operation, config = plan.operation, plan.config
        arguments = self._arguments(plan)
        arguments = self._add(arguments, config)
        media = plan.body
        home = plan.params_home
        self._check_stream(plan, arguments)
        self._publish_params(plan, arguments)
        kind, result, event, result_doc = self.results.result(plan)
        stream = STREAM_ARGUMENT if event is not None else ""
        returns, async_returns, variants = self.results.returns(kind, result, event, config)
        headers = {
            "page": (),
            "binary": (("Accept", "application/binary"),),
            "jsonl": (("Accept", "application/binary"),),
        }
        if kind == "jsonl" and config.follow is None:
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
            follow=config.follow,
            raw="raw" in config.wrap,
            streamed="streamed" in config.wrap,
            deprecated=operation.deprecated,
            body_aliases=self._body_aliases(plan),
            params_home=home,
            pointer=operation.place.pointer,
            config_pointer=".".join(config.tokens),
        )

    def _check_stream(self, plan: Plan, arguments: Tuple[Argument, ...]) -> None:
        if not plan.streams or any(argument.name == STREAM_ARGUMENT for argument in arguments):
            return
        self.problems.add(
            "unsupported-construct",
            f"`{plan.operation.key}` answers with an event stream"
            " but has no `stream` property to ask for it",
            plan.operation.place,
            "list the operation under `skip` in sdk.yml with this reason, or describe the property",
        )
        self.problems.raise_if_any()

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
                    plan.config.at("header_defaults", name),
                    did_you_mean(name, wires),
                )
        return defaults

    def _arguments(self, plan: Plan) -> Tuple[Argument, ...]:
        operation = plan.operation
        owner = Owner(plan.params_home, "")
        by_place: Dict[str, List[Argument]] = {"path": [], "query": [], "header": [], "body": []}
        for parameter in operation.parameters:
            if parameter.location == "header" and parameter.name in self.config.client.headers:
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
        media = plan.body
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
            if prop.name == STREAM_ARGUMENT and plan.streams:
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
            at = config.at("add", added.name)
            type_ = self.expressions.read(added.type, at)
            new = Argument(
                name=added.name,
                wire=added.name,
                location="body",
                type=without_none(type_),
                required=added.required,
                nullable=type_ != without_none(type_),
                doc=added.doc,
                async_type=without_none(self.expressions.read(added.async_type, at))
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
                self._move(result, added.name, added.after, at)
            elif index < 0:
                self.problems.add(
                    "config-missing",
                    f"`add.{added.name}` needs `after`",
                    config.at("add", added.name),
                    "name the argument that it follows",
                )
        for name, after in config.place_after.items():
            self._move(result, name, after, config.at("place", name))
        return tuple(result)

    def _move(self, arguments: List[Argument], name: str, after: str, at: Place) -> None:
        names = [argument.name for argument in arguments]
        for wanted in (name, after):
            if wanted not in names:
                self.problems.add(
                    "unknown-argument",
                    f"there is no argument `{wanted}`",
                    at,
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
        home = plan.params_home
        name = pascal_case(home.module)
        streams = plan.streams
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
        media = plan.body
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
        media = plan.body
        if media is not None and media.schema.kind is Kind.REF:
            headers = tuple(
                (self.config.arguments.get(p.name) or argument_name(p.name), p.name)
                for p in plan.operation.parameters
                if p.location == "header" and p.name not in self.config.client.headers
            )
            self.header_arguments[media.schema.ref] = headers

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
                    f"`drop` names `{name}`, which is no argument",
                    config.at("drop"),
                    did_you_mean(name, names),
                )
        arguments = self._add(arguments, config)
        if not config.call:
            self.problems.add(
                "config-missing",
                f"`{'.'.join(config.tokens)}` needs `call`",
                config.at(),
                "name the function that does it: `call: lib.module.function`",
            )
        read = self.expressions.read
        returns = read(config.returns or "object", config.at("returns"))
        async_returns = returns
        if config.async_returns:
            async_returns = read(config.async_returns, config.at("async_returns"))
        at = config.at("variants")
        variants = tuple(
            Variant(
                read(item.type, at),
                item.required,
                read(item.returns, at),
                read(item.async_returns, at),
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
            params_type=self._params_type(config),
            config_pointer=".".join(config.tokens),
        )

    def _params_type(self, config: MethodConfig) -> str:
        """The type that sdk.yml names for the parameters, as an attribute of `types`."""
        if config.params and self.table.find(config.params.partition(".")[2]) is None:
            message, known = f"no type is called `{config.params}`", self.table.types
            self.problems.add(
                "unknown-type", message, config.at("params"), did_you_mean(config.params, known)
            )
        return config.params
