"""Stage 3: schema graph + sdk.yml -> `ir.Api`."""

from __future__ import annotations

from typing import Dict, List, Mapping, Set, Tuple

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.ir import model as ir
from codegen.lower.collisions import check_modules, check_names
from codegen.lower.config import (
    Config,
    MethodConfig,
    PageConfig,
    ParsedConfig,
    ResourceConfig,
    placed,
)
from codegen.lower.expressions import ExpressionReader
from codegen.lower.methods import MethodLowering
from codegen.lower.names import class_name, pascal_case
from codegen.lower.results import Plan
from codegen.lower.types import MODEL, PARAM, TypeTable, reach
from codegen.spec.graph import Description, Operation, Schema


def lower(description: Description, config: Config, problems: Problems) -> ir.Api:
    """Applies sdk.yml to the description; `GenerationFailed` says everything that is wrong."""
    return _Lowering(description, config, problems).run()


class _Lowering:
    def __init__(self, description: Description, config: Config, problems: Problems) -> None:
        self.description = description
        self.config = config
        self.problems = problems
        self.table = TypeTable(description, config, problems)
        self.expressions = ExpressionReader(self.table, problems)
        self.methods = MethodLowering(self.table, self.expressions, problems)

    def run(self) -> ir.Api:
        plans = self._match_operations()
        check_names(self.config, self.problems)
        self.problems.raise_if_any()
        for plan in plans.values():
            self.methods.register_body(plan)
        self._publish_components(plans)
        lowered = {key: self.methods.lower(plan) for key, plan in plans.items()}
        self.problems.raise_if_any()
        parsed = tuple(self._parsed(item) for item in self.config.parsed)
        self._publish_aliases()
        for model, parameter in self.config.sent_back.items():
            for name in (model, parameter):
                self.table.required(name, self.config.place(("sent_back", model)))
        check_modules(self.table, self.problems)
        resources = tuple(self._resource(item, lowered) for item in self.config.resources)
        self.problems.raise_if_any()
        for name in self.config.names:
            if name not in self.expressions.used:
                message = f"`names.{name}` is used by no type expression"
                place = self.config.place(("names", name))
                self.problems.add("config-unused", message, place, "remove it")
        pages = tuple(self._page(item) for item in self.config.pages)
        self.problems.raise_if_any()
        return ir.Api(
            package=self.config.package,
            client=self.config.client,
            pages=pages,
            resources=resources,
            types=tuple(self.table.types[key] for key in sorted(self.table.types)),
            parsed=parsed,
            exports=self._exports(),
            reexports=self._reexports(parsed),
            operations=len(plans),
            skipped=self.config.skip,
        )

    # -------------------------------------------------------------- operations

    def _match_operations(self) -> Dict[str, Plan]:
        """Every operation is configured once or skipped with a reason."""
        known = {operation.key: operation for operation in self.description.operations}
        plans: Dict[str, Plan] = {}
        used: Dict[str, str] = {}
        resolved = True  # what an endpoint meant is not known otherwise
        for resource in self.config.walk():
            for method in resource.methods:
                if method.derive:
                    continue
                if (operation := known.get(method.endpoint)) is None:
                    self._unknown_operation(method, known)
                    resolved = False
                    continue
                path = ".".join((*resource.path, method.name))
                if operation.key in used:
                    self._twice(operation.key, f"{used[operation.key]}` and `{path}`", method.at())
                used[operation.key] = path
                plans[path] = Plan(resource, method, operation)
        for key in self.config.skip:
            place = self.config.place(("skip", key))
            if key not in known:
                message = f"`skip` names `{key}`, which is no operation"
                self.problems.add("config-unused", message, place, did_you_mean(key, known))
            if key in used:
                self._twice(key, f"{used[key]}` and skipped", place)
        for key, operation in known.items():
            if resolved and key not in used and key not in self.config.skip:
                message = f"`{key}` is neither published nor skipped"
                hint = "add a method with this `endpoint` to a resource in sdk.yml,"
                hint += " or list it under `skip` with a reason"
                self.problems.add("operation-not-configured", message, operation.place, hint)
        return plans

    def _twice(self, key: str, how: str, place: Place) -> None:
        message = f"`{key}` is published as `{how}"
        self.problems.add("configured-twice", message, place, "remove one of them")

    def _unknown_operation(self, method: MethodConfig, known: Mapping[str, Operation]) -> None:
        if method.endpoint:
            message = f"the description has no `{method.endpoint}`"
            hint = did_you_mean(method.endpoint, known)
            self.problems.add("unknown-endpoint", message, method.at("endpoint"), hint)
        else:
            message = f"`{'.'.join(method.tokens)}` needs `endpoint` or `derive`"
            hint = "`endpoint: get /path` publishes an operation, `derive: create` wraps a method"
            self.problems.add("config-missing", message, method.at(), hint)

    # -------------------------------------------------------------- types

    def _publish_components(self, plans: Mapping[str, Plan]) -> None:
        """Decides how each component is published; what nothing reaches is a response type."""
        requests: List[Schema] = []
        responses: List[Schema] = []
        consumed: Set[str] = set(self.table.bodies)
        for plan in plans.values():
            if plan.body is not None:
                requests += [p.schema for p in self.table.resolve(plan.body.schema).properties]
            for parameter in plan.operation.parameters:
                if parameter.name not in self.config.client.headers:
                    requests.append(parameter.schema)
            for response in plan.operation.responses:
                for media in response.media:
                    responses.append(media.schema)
                    if plan.config.page and response.status.startswith("2"):
                        responses.pop()
                        consumed.add(media.schema.ref)
                        responses += [p.schema for p in self.table.resolve(media.schema).properties]
        written = reach(self.description, requests, self.table.bodies)
        read = reach(self.description, responses)
        consumed |= written | self._reached_by_skipped()
        for name in self.description.schemas:
            placed_param = name in self.config.homes and name not in read
            if name in written - set(self.table.bodies) or placed_param:
                self.table.component(name, PARAM)
            if name in read or not (name in consumed or placed_param):
                self.table.component(name, MODEL)

    def _reached_by_skipped(self) -> Set[str]:
        roots: List[Schema] = []
        for operation in self.description.operations:
            if operation.key in self.config.skip:
                roots += [m.schema for r in operation.responses for m in r.media]
                roots += [m.schema for m in (operation.body.media if operation.body else ())]
                roots += [parameter.schema for parameter in operation.parameters]
        return reach(self.description, roots)

    def _publish_aliases(self) -> None:
        for alias in self.config.aliases:
            place = self.config.place(("aliases", alias.path))
            if (found := self.table.required(alias.of, place)) is not None:
                home, name = placed(alias.path)
                of, old = ir.Ref(found.id), alias.deprecated
                self.table.alias(home, name, found.role, of, place, deprecated=old)

    def _parsed(self, item: ParsedConfig) -> ir.ParsedType:
        home, _ = placed(f"{item.module}.")
        place = self.config.place(("parsed_types", item.module))
        named = [self.table.required(name, place) for name in (item.message, item.text, item.union)]
        self.problems.raise_if_any()
        message, text, union = (definition for definition in named if definition is not None)
        expr: ir.TypeExpr = union.type if isinstance(union, ir.AliasType) else ir.Ref(union.id)
        members = ir.members(expr.inner if isinstance(expr, ir.Annotated) else expr)
        hidden = [ir.Ref(found) for found in map(self.table.find, item.excluded) if found]
        blocks = [each for each in members if each not in (ir.Ref(text.id), *hidden)]
        if item.params:
            self._parse_params(item.params, home)
        return ir.ParsedType(
            home=home,
            message=ir.Ref(message.id),
            message_name=item.message_name,
            text=ir.Ref(text.id),
            text_name=item.text_name,
            union_name=item.union_name,
            blocks=tuple(blocks),
            hidden=tuple(hidden),
        )

    def _parse_params(self, path: str, parsed: ir.Home) -> None:
        """A params type with `output_format` as a Python type, for programs to annotate with."""
        home, name = placed(path)
        variable = ir.External(f".types.{parsed.dotted}", "ResponseFormatT")
        type_ = ir.Apply(ir.typing_name("Type"), (variable,))
        doc = "Type that the answer is parsed into."
        base = self.table.type_id(home, f"{pascal_case(home.module)}Base")
        definition = ir.ClassType(
            id=self.table.type_id(home, name),
            name=name,
            home=home,
            role=PARAM,
            fields=(ir.Field("output_format", "output_format", type_, True, False, doc),),
            bases=(ir.Ref(base), ir.Apply(ir.typing_name("Generic"), (variable,))),
            total=True,
            public=False,
        )
        self.table.add(definition, self.config.place(("parsed_types",)))

    # -------------------------------------------------------------- resources

    def _resource(self, config: ResourceConfig, lowered: Mapping[str, ir.Method]) -> ir.Resource:
        methods: List[ir.Method] = []
        for item in config.methods:
            base = lowered.get(".".join((*config.path, item.derive or item.name)))
            if base is not None:
                methods.append(self.methods.derive(base, item) if item.derive else base)
                continue
            hint = did_you_mean(item.derive, [m.name for m in config.methods if not m.derive])
            message = f"`{'.'.join(item.tokens)}` derives from `{item.derive}`"
            message += ", which is no method of the resource"
            self.problems.add("unknown-method", message, item.at("derive"), hint)
        for name in config.publish:
            if name not in config.constants and name not in config.functions:
                place = self.config.place((*config.tokens, "publish"))
                message = f"`publish` names `{name}`, which is no constant and no function"
                hint = did_you_mean(name, config.constants)
                self.problems.add("config-unused", message, place, hint)
        return ir.Resource(
            name=config.name,
            path=config.path,
            class_name=class_name(config.name),
            doc=config.doc,
            methods=tuple(methods),
            children=tuple(self._resource(child, lowered) for child in config.children),
            constants=config.constants,
            functions=config.functions,
            publish=config.publish,
        )

    # -------------------------------------------------------------- pages, exports

    def _page(self, config: PageConfig) -> ir.Page:
        types = {"boolean": "bool", "string": "str", "integer": "int"}
        fields: List[Tuple[str, str]] = []
        for name in config.fields:
            kind = self.config.page_fields.get(name, "")
            if kind not in types:
                place = self.config.place(("pagination", config.name, "fields"))
                message = f"`page_fields` does not say what `{name}` is"
                self.problems.add("page-shape", message, place, did_you_mean(kind, types))
            fields.append((name, types.get(kind, "object")))
        return ir.Page(config.name, config.items, config.more, tuple(fields), config.next)

    def _exports(self) -> Tuple[ir.Export, ...]:
        result = [
            ir.Export(name, module, modules is self.config.exports)
            for modules in (self.config.exports, self.config.unlisted_exports)
            for module, names in modules.items()
            for name in names
        ]
        return tuple(sorted(result, key=lambda export: export.name))

    def _reexports(
        self, parsed: Tuple[ir.ParsedType, ...]
    ) -> Tuple[Tuple[Tuple[str, ...], str, str], ...]:
        """Names that a types package publishes: (package, name, module below `types`)."""
        hidden = {placed(alias.path) for alias in self.config.aliases if not alias.export}
        result: Set[Tuple[Tuple[str, ...], str, str]] = set()
        for definition in self.table.types.values():
            home, name = definition.home, definition.name
            if self.table.is_eponym(home, name) and (home, name) not in hidden:
                result.add((home.package, name, home.dotted))
                if home.package == ("shared",):
                    result.add(((), name, home.dotted))
        for item in parsed:
            for name in (item.message_name, item.text_name, item.union_name):
                result.add((item.home.package, name, item.home.dotted))
        return tuple(sorted(result))
