"""Stage 3: schema graph + sdk.yml -> `ir.Api`."""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Set, Tuple

from codegen.diagnostics import Problems, did_you_mean
from codegen.ir.model import (
    NONE,
    AliasType,
    Annotated,
    Api,
    Apply,
    Builtin,
    ClassType,
    Client,
    Export,
    External,
    Field,
    Home,
    Method,
    Page,
    ParsedType,
    Ref,
    Resource,
    Target,
    TypeExpr,
    UnionOf,
    optional,
)
from codegen.lower.config import (
    Config,
    MethodConfig,
    ParsedConfig,
    ResourceConfig,
    resource_tokens,
)
from codegen.lower.expressions import ExpressionReader, target
from codegen.lower.methods import MethodLowering
from codegen.lower.names import pascal_case
from codegen.lower.results import Plan
from codegen.lower.types import MODEL, PARAM, TypeTable, reach
from codegen.spec.graph import Description, Operation, Schema


def lower(description: Description, config: Config, problems: Problems) -> Api:
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

    def run(self) -> Api:
        plans = self._match_operations()
        self.problems.raise_if_any()
        for plan in plans.values():
            self.methods.register_body(plan)
            self.methods.register_headers(plan)
        self._publish_components(plans)
        lowered = {key: self.methods.lower(plan) for key, plan in plans.items()}
        self.problems.raise_if_any()
        parsed = tuple(self._parsed(item) for item in self.config.parsed)
        self._publish_aliases()
        resources = tuple(self._resource(item, lowered) for item in self.config.resources)
        self.problems.raise_if_any()
        self._check_names_used()
        self.problems.raise_if_any()
        return Api(
            package=self.config.package,
            client=self._client(),
            pages=tuple(self._page(item.name) for item in self.config.pages),
            resources=resources,
            types=tuple(self.table.types[key] for key in sorted(self.table.types)),
            parsed=parsed,
            exports=self._exports(),
            reexports=self._reexports(parsed),
            operations=len(plans),
            skipped=tuple(sorted(self.config.skip.items())),
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
                operation = self._operation(method, known)
                if operation is None:
                    resolved = False
                    continue
                path = ".".join((*resource.path, method.name))
                if operation.key in used:
                    self.problems.add(
                        "configured-twice",
                        f"`{operation.key}` is published as `{used[operation.key]}` and `{path}`",
                        method.at(),
                        "remove one of them",
                    )
                used[operation.key] = path
                plans[path] = Plan(resource, method, operation)
        for key in self.config.skip:
            if key not in known:
                self.problems.add(
                    "config-unused",
                    f"`skip` names `{key}`, which is no operation",
                    self.config.place(("skip", key)),
                    did_you_mean(key, known),
                )
            if key in used:
                self.problems.add(
                    "configured-twice",
                    f"`{key}` is published as `{used[key]}` and skipped",
                    self.config.place(("skip", key)),
                    "remove one of them",
                )
        for key, operation in known.items():
            if resolved and key not in used and key not in self.config.skip:
                self.problems.add(
                    "operation-not-configured",
                    f"`{key}` is neither published nor skipped",
                    operation.place,
                    "add a method with this `endpoint` to a resource in sdk.yml,"
                    " or list it under `skip` with a reason",
                )
        return plans

    def _operation(
        self, method: MethodConfig, known: Mapping[str, Operation]
    ) -> Optional[Operation]:
        if not method.endpoint:
            self.problems.add(
                "config-missing",
                f"`{'.'.join(method.tokens)}` needs `endpoint` or `derive`",
                method.at(),
                "`endpoint: get /path` publishes an operation, `derive: create` wraps a method",
            )
            return None
        if method.endpoint not in known:
            self.problems.add(
                "unknown-endpoint",
                f"the description has no `{method.endpoint}`",
                method.at("endpoint"),
                did_you_mean(method.endpoint, known),
            )
            return None
        return known[method.endpoint]

    # -------------------------------------------------------------- types

    def _publish_components(self, plans: Mapping[str, Plan]) -> None:
        """Decides how each component is published; what nothing reaches is a response type."""
        requests: List[Schema] = []
        responses: List[Schema] = []
        consumed: Set[str] = set(self.table.bodies)
        for plan in plans.values():
            operation = plan.operation
            media = plan.body
            if media is not None:
                requests += [prop.schema for prop in self.table.resolve(media.schema).properties]
            published = [
                p for p in operation.parameters if p.name not in self.config.client.headers
            ]
            requests += [parameter.schema for parameter in published]
            for response in operation.responses:
                for item in response.media:
                    if plan.config.page and response.status.startswith("2"):
                        consumed.update([item.schema.ref] if item.schema.ref else [])
                        responses += [p.schema for p in self.table.resolve(item.schema).properties]
                    else:
                        responses.append(item.schema)
        written = reach(self.description, requests, self.table.bodies)
        read = reach(self.description, responses, {})
        skipped = self._reached_by_skipped()
        for name in self.description.schemas:
            if name in written - set(self.table.bodies):
                self.table.component(name, PARAM)
            elif name in self.config.homes and name not in read:
                self.table.component(name, PARAM)
                consumed.add(name)
            if name in read or (
                name not in written and name not in consumed and name not in skipped
            ):
                self.table.component(name, MODEL)

    def _reached_by_skipped(self) -> Set[str]:
        roots: List[Schema] = []
        for operation in self.description.operations:
            if operation.key in self.config.skip:
                roots += [m.schema for r in operation.responses for m in r.media]
                roots += [m.schema for m in (operation.body.media if operation.body else ())]
                roots += [parameter.schema for parameter in operation.parameters]
        return reach(self.description, roots, {})

    def _publish_aliases(self) -> None:
        for alias in self.config.aliases:
            *package, module, name = alias.path.split(".")[1:]
            place = self.config.place(("aliases", alias.path))
            found = self.table.find(alias.of)
            if found is None:
                self.problems.add(
                    "unknown-type",
                    f"no type is called `{alias.of}`",
                    place,
                    did_you_mean(alias.of, self.table.types),
                )
                continue
            home = Home(tuple(package), module)
            role = self.table.types[found].role
            self.table.add(
                AliasType(
                    self.table.type_id(home, name),
                    name,
                    home,
                    role,
                    Ref(found),
                    deprecated=alias.deprecated,
                ),
                place,
            )

    def _parsed(self, item: ParsedConfig) -> ParsedType:
        *package, module = item.module.split(".")[1:]
        home = Home(tuple(package), module)
        place = self.config.place(("parsed_types", item.module))
        ids: Dict[str, str] = {}
        for key in ("message", "text", "union"):
            found = self.table.find(getattr(item, key))
            if found is None:
                self.problems.add(
                    "unknown-type",
                    f"no type is called `{getattr(item, key)}`",
                    place,
                    did_you_mean(getattr(item, key), self.table.types),
                )
                self.problems.raise_if_any()
            ids[key] = str(found)
        union = self.table.types[ids["union"]]
        expr: TypeExpr = union.type if isinstance(union, AliasType) else Ref(union.id)
        inner = expr.inner if isinstance(expr, Annotated) else expr
        members = inner.members if isinstance(inner, UnionOf) else (inner,)
        left_out = {Ref(str(self.table.find(name))) for name in item.excluded} | {Ref(ids["text"])}
        if item.params:
            self._parse_params(item.params, home, place)
        return ParsedType(
            home=home,
            message=Ref(ids["message"]),
            message_name=item.message_name,
            text=Ref(ids["text"]),
            text_name=item.text_name,
            union_name=item.union_name,
            blocks=tuple(member for member in members if member not in left_out),
        )

    def _parse_params(self, path: str, home: Home, place: object) -> None:
        """A params type with `output_format` as a Python type, for programs to annotate with."""
        *package, module, name = path.split(".")[1:]
        params = Home(tuple(package), module)
        stem = pascal_case(module)
        variable = External(f".types.{home.dotted}", "ResponseFormatT")
        field = Field(
            "output_format",
            "output_format",
            Apply(External("typing", "Type"), (variable,)),
            True,
            False,
            "Type that the answer is parsed into.",
        )
        definition = ClassType(
            id=self.table.type_id(params, name),
            name=name,
            home=params,
            role=PARAM,
            fields=(field,),
            bases=(
                Ref(self.table.type_id(params, f"{stem}Base")),
                Apply(External("typing", "Generic"), (variable,)),
            ),
            total=True,
            public=False,
        )
        self.table.add(definition, self.config.place(("parsed_types",)))

    # -------------------------------------------------------------- resources

    def _resource(self, config: ResourceConfig, lowered: Mapping[str, Method]) -> Resource:
        methods: List[Method] = []
        for item in config.methods:
            base = lowered.get(".".join((*config.path, item.derive or item.name)))
            if base is None:
                names = [method.name for method in config.methods if not method.derive]
                self.problems.add(
                    "unknown-method",
                    f"`{'.'.join(item.tokens)}` derives from `{item.derive}`,"
                    " which is no method of the resource",
                    item.at("derive"),
                    did_you_mean(item.derive, names),
                )
                continue
            methods.append(self.methods.derive(base, item) if item.derive else base)
        for name in config.publish:
            if name not in config.constants and name not in config.functions:
                self.problems.add(
                    "config-unused",
                    f"`publish` names `{name}`, which is no constant and no function",
                    self.config.place((*resource_tokens(config.path), "publish")),
                    did_you_mean(name, config.constants),
                )
        return Resource(
            name=config.name,
            path=config.path,
            class_name=pascal_case(config.name),
            doc=config.doc,
            methods=tuple(methods),
            children=tuple(self._resource(child, lowered) for child in config.children),
            constants=tuple(
                (name, Target(*target(path))) for name, path in config.constants.items()
            ),
            functions=tuple(
                (name, Target(*target(path))) for name, path in config.functions.items()
            ),
            publish=config.publish,
        )

    def _check_names_used(self) -> None:
        for name in self.config.names:
            if name not in self.expressions.used:
                self.problems.add(
                    "config-unused",
                    f"`names.{name}` is used by no type expression",
                    self.config.place(("names", name)),
                    "remove it",
                )

    # -------------------------------------------------------------- client, pages, exports

    def _client(self) -> Client:
        config = self.config.client
        return Client(
            name=config.name,
            alias=config.alias,
            base_url=config.base_url,
            base_url_env=config.base_url_env,
            credentials=config.credentials,
            headers=tuple(config.headers.items()),
            query_arrays=config.query_arrays,
            constants=tuple(
                (name, Target(*target(path))) for name, path in config.constants.items()
            ),
        )

    def _page(self, name: str) -> Page:
        config = next(item for item in self.config.pages if item.name == name)
        types = {"boolean": Builtin("bool"), "string": Builtin("str"), "integer": Builtin("int")}
        fields: List[Tuple[str, TypeExpr]] = []
        for field in config.fields:
            kind = self.config.page_fields.get(field, "")
            if kind not in types:
                self.problems.add(
                    "page-shape",
                    f"`page_fields` does not say what `{field}` is",
                    self.config.place(("pagination", name, "fields")),
                    did_you_mean(kind, types),
                )
            fields.append((field, optional(types.get(kind, NONE))))
        return Page(name, config.items, config.more, tuple(fields), config.next)

    def _exports(self) -> Tuple[Export, ...]:
        result = [
            Export(name, module, name, listed)
            for listed, modules in (
                (True, self.config.exports),
                (False, self.config.unlisted_exports),
            )
            for module, names in modules.items()
            for name in names
        ]
        return tuple(sorted(result, key=lambda export: export.name))

    def _reexports(
        self, parsed: Tuple[ParsedType, ...]
    ) -> Tuple[Tuple[Tuple[str, ...], str, str], ...]:
        """Names that a types package publishes: (package, name, module below `types`)."""
        hidden = {alias.path for alias in self.config.aliases if not alias.export}
        result: Set[Tuple[Tuple[str, ...], str, str]] = set()
        for definition in self.table.types.values():
            own = (
                definition.home.module.replace("_", "") == definition.name.replace("_", "").lower()
            )
            if not own or f"types.{definition.home.dotted}.{definition.name}" in hidden:
                continue
            result.add((definition.home.package, definition.name, definition.home.dotted))
            if definition.home.package == ("shared",):
                result.add(((), definition.name, definition.home.dotted))
        for item in parsed:
            for name in (item.message_name, item.text_name, item.union_name):
                result.add((item.home.package, name, item.home.dotted))
        return tuple(sorted(result))


__all__ = ["lower"]
