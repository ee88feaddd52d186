"""Operations plus sdk.yml become methods of resources."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Mapping, Tuple

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.ir import model as ir
from codegen.lower.config import MethodConfig
from codegen.lower.expressions import ExpressionReader
from codegen.lower.names import argument_name, identifier, pascal_case, spelled
from codegen.lower.results import FORM, MULTIPART, Plan, ResultLowering, is_json
from codegen.lower.types import PARAM, Owner, TypeTable, default_of, example_of
from codegen.spec.graph import Kind, Media, Parameter, Schema

ASYNC_CONTENT = ir.External("._types", "AsyncBinaryTypes")
CONTENT = ir.External("._types", "BinaryTypes")
STREAM_ARGUMENT = "stream"
OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout")
# What a method's own lines use.
TAKEN = {
    *OPTIONS,
    *"""Any Dict Omit async_transform_body cast extract_files form_encoded header_value list_header
    make_request_options merge_headers path_template request_body request_files
    transform_body""".split(),
}
SKIP_IT = "list the operation under `skip` in sdk.yml with this reason"


class MethodLowering:
    def __init__(self, table: TypeTable, expressions: ExpressionReader, problems: Problems) -> None:
        self.table = table
        self.expressions = expressions
        self.problems = problems
        self.config = table.config
        self.results = ResultLowering(table, problems)
        self.header_arguments: Dict[str, List[Tuple[str, str]]] = {}

    def register_body(self, plan: Plan) -> None:
        """References to the component of a body mean the params type of its method."""
        media = plan.body
        if media is None or media.schema.kind is not Kind.REF:
            return
        body = self.table.resolve(media.schema)
        queried = any(parameter.location == "query" for parameter in plan.operation.parameters)
        if body.kind is not Kind.OBJECT or not body.properties or queried:
            return
        home = plan.params_home
        name = pascal_case(home.module) + ("NonStreaming" if plan.chooses else "")
        self.table.bodies.setdefault(media.schema.ref, ir.Ref(self.table.type_id(home, name)))
        self.header_arguments[media.schema.ref] = [
            (self._name(parameter), parameter.name)
            for parameter in self._published(plan)
            if parameter.location == "header"
        ]

    def _published(self, plan: Plan) -> List[Parameter]:
        """The parameters besides those that the client sends with every request."""
        sent = self.config.client.headers
        parameters = plan.operation.parameters
        return [p for p in parameters if p.location != "header" or p.name not in sent]

    def _name(self, parameter: Parameter) -> str:
        return self.config.arguments.get(parameter.name) or argument_name(parameter.name)

    # -------------------------------------------------------------- operations

    def lower(self, plan: Plan) -> ir.Method:
        operation, config, media = plan.operation, plan.config, plan.body
        self._check_verb(plan)
        arguments = self._add(self._arguments(plan), config)
        self._check_stream(plan, arguments)
        self._publish_params(plan, arguments)
        answer = self.results.answer(plan)
        stream = STREAM_ARGUMENT if answer.variants else ""
        headers: Tuple[Tuple[str, str], ...] = ()
        if answer.kind in ("binary", "jsonl"):
            lines = answer.kind == "jsonl" and config.follow is None
            headers = (("Accept", "application/x-jsonl" if lines else "application/binary"),)
        if media is not None and not is_json(media.content_type):
            headers += (("Content-Type", media.content_type),)
        return ir.Method(
            name=config.name,
            key=operation.key,
            verb=operation.method,
            path=operation.path,
            doc=operation.description or operation.summary,
            arguments=arguments,
            kind=answer.kind,
            returns=answer.returns,
            async_returns=answer.async_returns,
            result=answer.result,
            event=answer.event,
            stream_argument=stream,
            overload_on=stream,
            variants=answer.variants,
            page=config.page,
            headers=headers,
            header_defaults=self._header_defaults(plan, arguments),
            prepare=config.prepare,
            follow=config.follow,
            raw="raw" in config.wrap,
            streamed="streamed" in config.wrap,
            deprecated=operation.deprecated,
            body_aliases=self._body_aliases(plan),
            form=_form(plan),
            config_pointer=".".join(config.tokens),
            place=operation.place,
        )

    def _check_verb(self, plan: Plan) -> None:
        verb, streams = plan.operation.method, plan.answers_lazily
        writes = verb in ("put", "patch", "delete") and not streams
        if verb == "post" or writes or (verb == "get" and plan.body is None):
            return
        message = f"the client sends no {verb.upper()} request" + " that streams" * streams
        message += " with a body" * (verb == "get")
        self.problems.add("unsupported-operation", message, plan.operation.place, SKIP_IT)

    def _check_stream(self, plan: Plan, arguments: Tuple[ir.Argument, ...]) -> None:
        asked = any(argument.name == STREAM_ARGUMENT for argument in arguments)
        if not plan.chooses or asked:
            return
        message = f"`{plan.operation.key}` answers with an event stream"
        message += " but has no `stream` property to ask for it"
        hint = f"{SKIP_IT}, or describe the property"
        self.problems.add("unsupported-operation", message, plan.operation.place, hint)
        self.problems.raise_if_any()

    def _header_defaults(
        self, plan: Plan, arguments: Tuple[ir.Argument, ...]
    ) -> Mapping[str, Tuple[str, ...]]:
        defaults = {**plan.resource.header_defaults, **plan.config.header_defaults}
        wires = {argument.wire for argument in arguments if argument.location == "header"}
        for name in defaults:
            if name not in wires:
                message = f"`{plan.operation.key}` has no header parameter `{name}` for its default"
                place = plan.config.at("header_defaults", name)
                self.problems.add("config-unused", message, place, did_you_mean(name, wires))
        return dict(sorted(defaults.items()))

    def _arguments(self, plan: Plan) -> Tuple[ir.Argument, ...]:
        operation = plan.operation
        owner = Owner(plan.params_home, "")
        by_place: Dict[str, List[ir.Argument]] = {"path": [], "query": [], "header": []}
        for parameter in self._published(plan):
            if parameter.location == "cookie":
                if parameter.required:
                    message = f"cookie parameter `{parameter.name}` of `{operation.key}`"
                    message += " cannot be published"
                    self.problems.add("unsupported-operation", message, parameter.place, SKIP_IT)
                continue  # cookies that may be there are the HTTP client's business
            name, schema = self._name(parameter), parameter.schema
            hint = replace(owner, hint=pascal_case(name))
            by_place[parameter.location].append(
                ir.Argument(
                    name=name,
                    wire=parameter.name,
                    location=parameter.location,
                    type=self.table.expression(replace(schema, nullable=False), PARAM, hint),
                    required=parameter.required,
                    nullable=schema.nullable,
                    doc=parameter.description or schema.description,
                    deprecated=parameter.deprecated,
                    is_array=self.table.resolve(schema).kind is Kind.ARRAY,
                    example=example_of(schema),
                    default=default_of(schema),
                    place=parameter.place,
                )
            )
        body = self._body_arguments(plan, owner)
        if "argument-collision" in self.config.tolerate:
            _tell_apart({**by_place, "body": body})
        path = sorted(by_place["path"], key=lambda a: operation.path.find("{" + a.wire + "}"))
        others = path[:-1] + body + by_place["query"] + by_place["header"]
        arguments = path[-1:] + sorted(others, key=lambda argument: not argument.required)
        self._check_collisions(plan, arguments)
        return tuple(arguments)

    def _check_collisions(self, plan: Plan, arguments: List[ir.Argument]) -> None:
        taken = {*TAKEN}
        for argument in arguments:
            if argument.name in taken:
                message = f"two parameters of `{plan.operation.key}` would both be published"
                message += f" as `{argument.name}`"
                hint = f"give `{argument.wire}` another name under `arguments` in sdk.yml"
                self.problems.add("argument-collision", message, plan.operation.place, hint)
            taken.add(argument.name)

    def _body_arguments(self, plan: Plan, owner: Owner) -> List[ir.Argument]:
        if plan.body is None:
            return []
        body = self.table.resolve(plan.body.schema)
        if body.kind is not Kind.OBJECT or not body.properties:
            return [self._whole_body(plan, plan.body, owner)]
        result: List[ir.Argument] = []
        for prop, field in zip(body.properties, self.table.fields(body, PARAM, owner, "")):
            resolved = self.table.resolve(prop.schema)
            is_array = resolved.kind is Kind.ARRAY
            leaf = self.table.resolve(resolved.items) if resolved.items is not None else resolved
            type_ = field.type
            if prop.name == STREAM_ARGUMENT and plan.chooses:
                type_ = ir.UnionOf((ir.Literal((False,)), ir.Literal((True,))))
            result.append(
                ir.Argument(
                    name=argument_name(prop.name),
                    wire=prop.name,
                    location="body",
                    type=type_,
                    required=field.required,
                    nullable=field.nullable,
                    doc=field.doc,
                    deprecated=field.deprecated,
                    is_file=leaf.kind is Kind.STRING and leaf.format == "binary",
                    is_array=is_array,
                    example=field.example,
                    default=field.default,
                    place=field.place,
                )
            )
        return result

    def _whole_body(self, plan: Plan, media: Media, owner: Owner) -> ir.Argument:
        """A body that is no object with known keys: one argument holds all of it."""
        declared = plan.operation.body
        encoded = is_json(media.content_type) or media.content_type in (MULTIPART, FORM)
        type_: ir.TypeExpr = CONTENT
        if encoded:
            schema = replace(media.schema, nullable=False)
            type_ = self.table.expression(schema, PARAM, replace(owner, hint="Body"))
        elif media.content_type.startswith("text/"):
            type_ = ir.Builtin("str")
        return ir.Argument(
            name="body",
            wire="",
            location="payload" if encoded else "content",
            type=type_,
            async_type=ASYNC_CONTENT if type_ == CONTENT else None,
            required=declared is not None and declared.required,
            nullable=encoded and media.schema.nullable,
            doc=(declared.description if declared else "") or media.schema.description,
            example=example_of(media.schema),
        )

    def _add(
        self, arguments: Tuple[ir.Argument, ...], config: MethodConfig
    ) -> Tuple[ir.Argument, ...]:
        """Adds, replaces and moves the arguments that sdk.yml names."""
        result = {argument.name: argument for argument in arguments}
        for added in config.add:
            at = config.at("add", added.name)
            type_ = self.expressions.read(added.type, at)
            known = result.get(added.name)
            new = ir.Argument(
                name=added.name,
                wire=added.name,
                location="body",
                type=ir.without_none(type_),
                required=added.required,
                nullable=type_ != ir.without_none(type_),
                doc=added.doc,
                deprecated=known is not None and known.deprecated,
                place=at,
            )
            if added.async_type:
                async_type = ir.without_none(self.expressions.read(added.async_type, at))
                new = replace(new, async_type=async_type)
            result[added.name] = new
            if added.after:
                result = self._moved(result, added.name, added.after, at)
            elif known is None:
                message, hint = f"`add.{added.name}` needs `after`", "name what it follows"
                self.problems.add("config-missing", message, at, hint)
        for name, after in config.place_after.items():
            result = self._moved(result, name, after, config.at("place", name))
        return tuple(result.values())

    def _moved(
        self, arguments: Dict[str, ir.Argument], name: str, after: str, at: Place
    ) -> Dict[str, ir.Argument]:
        for wanted in (name, after):
            if wanted not in arguments:
                message, hint = f"there is no argument `{wanted}`", did_you_mean(wanted, arguments)
                self.problems.add("unknown-argument", message, at, hint)
                return arguments
        names = [other for other in arguments if other != name]
        names.insert(names.index(after) + 1, name)
        return {other: arguments[other] for other in names}

    # -------------------------------------------------------------- params types

    def _publish_params(self, plan: Plan, arguments: Tuple[ir.Argument, ...]) -> None:
        added = {item.name for item in plan.config.add}
        own = [a for a in arguments if a.location != "path" and a.name not in added]
        if not any(argument.location in ("query", "body") for argument in own):
            return
        home, place = plan.params_home, plan.operation.place
        name = pascal_case(home.module)
        fields = [
            _field(a)
            for a in sorted(own, key=lambda argument: argument.location == "header")
            if not (plan.chooses and a.name == STREAM_ARGUMENT)
        ]
        doc = f"Parameters of `{'.'.join(plan.resource.path)}.{plan.config.name}`."

        def publish(suffix: str, fields: List[ir.Field], doc: str, *bases: ir.Ref) -> ir.Ref:
            schema = Schema(Kind.OBJECT, place=place, description=doc)
            definition = self.table.class_type(
                schema, PARAM, Owner(home, ""), name + suffix, fields=tuple(fields), bases=bases
            )
            return self.table.add(replace(definition, total=suffix == "Streaming"), place)

        if not plan.chooses:
            publish("", fields, doc)
            return
        base = publish("Base", fields, doc)
        stream = next(argument for argument in arguments if argument.name == STREAM_ARGUMENT)
        variants = []
        for suffix, value in (("NonStreaming", False), ("Streaming", True)):
            type_ = ir.Literal((value,))
            field = replace(_field(stream), type=type_, required=value)
            variants.append(publish(suffix, [field], "", base))
        either = ir.UnionOf(tuple(variants))
        self.table.alias(home, name, PARAM, either, place, public=False)

    def _body_aliases(self, plan: Plan) -> Tuple[Tuple[str, str], ...]:
        """Arguments that travel as headers, but as keys where a params type is inside a body."""
        found: List[Tuple[str, str]] = []
        if plan.body is not None:
            for prop in self.table.resolve(plan.body.schema).properties:
                self._nested_bodies(prop.schema, prop.name, found)
        return tuple(found)

    def _nested_bodies(self, schema: Schema, path: str, found: List[Tuple[str, str]]) -> None:
        for name, wire in self.header_arguments.get(schema.ref, ()):
            found.append((f"{path}.{name}", wire))
        if schema.items is not None:
            self._nested_bodies(schema.items, f"{path}[]", found)
        for prop in schema.properties:
            self._nested_bodies(prop.schema, f"{path}.{prop.name}", found)

    # -------------------------------------------------------------- derived methods

    def derive(self, base: ir.Method, config: MethodConfig) -> ir.Method:
        """A hand-written method whose signature follows that of `base`."""
        names = [argument.name for argument in base.arguments]
        for name in config.drop:
            if name not in names:
                message, at = f"`drop` names `{name}`, which is no argument", config.at("drop")
                self.problems.add("unknown-argument", message, at, did_you_mean(name, names))
        if config.call is None:
            message = f"`{'.'.join(config.tokens)}` needs `call`"
            hint = "name the function that does it: `call: lib.module.function`"
            self.problems.add("config-missing", message, config.at(), hint)
        if config.params:
            self.table.required(config.params, config.at("params"))
        kept = tuple(argument for argument in base.arguments if argument.name not in config.drop)
        read, at = self.expressions.read, config.at("variants")
        returns = read(config.returns or "object", config.at("returns"))
        async_returns = returns
        if config.async_returns:
            async_returns = read(config.async_returns, config.at("async_returns"))
        return replace(
            base,
            name=config.name,
            doc=config.doc,
            arguments=self._add(kept, config),
            kind="derived",
            returns=returns,
            async_returns=async_returns,
            overload_on=config.overload_on,
            variants=tuple(
                ir.Variant(
                    read(v.type, at), v.required, read(v.returns, at), read(v.async_returns, at)
                )
                for v in config.variants
            ),
            prepare=None,
            call=config.call,
            coroutine=config.coroutine,
            raw="raw" in config.wrap,
            streamed="streamed" in config.wrap,
            params_type=config.params,
            config_pointer=".".join(config.tokens),
            place=config.at(),
        )


def _field(a: ir.Argument) -> ir.Field:
    """The key of a params type for an argument."""
    text = (a.doc, a.deprecated, a.example, a.default)
    return ir.Field(a.name, a.wire, a.type, a.required, a.nullable, *text, a.place)


def _form(plan: Plan) -> str:
    """How a form body writes arrays; empty for other bodies."""
    media = plan.body
    if media is None or media.content_type != FORM:
        return ""
    return "brackets" if media.deep else "repeat"


def _tell_apart(by_place: Mapping[str, List[ir.Argument]]) -> None:
    """Gives arguments of one name others: the first place keeps it, as the path has no choice.

    The wire name is tried first, then the place, then the punctuation in words.
    """
    taken = {*TAKEN}
    for location, arguments in by_place.items():
        for index, argument in enumerate(arguments):
            wire, words = identifier(argument.wire), spelled(argument.wire)
            placed = f"{argument.name}_{location}"
            names = (argument.name, wire, placed, words, f"{words}_{location}")
            name = next((name for name in names if name not in taken), argument.name)
            arguments[index] = replace(argument, name=name)
            taken.add(name)
