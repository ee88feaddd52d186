"""Plans what reviewers read: `api.md` for people, `api.txt` with a symbol a line, `.stats.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Mapping, Sequence, Tuple

from codegen.ir.model import (
    NONE,
    AliasType,
    Annotated,
    Api,
    Apply,
    Argument,
    Builtin,
    External,
    Literal,
    Method,
    Resource,
    TypeDef,
    TypeExpr,
    UnionOf,
)
from codegen.plan.files import FilePlan


@dataclass(frozen=True)
class MethodLine:
    name: str
    accessor: str
    verb: str
    path: str
    arguments: str
    returns: str
    derived: bool


@dataclass(frozen=True)
class ResourceSection:
    title: str
    doc: str
    depth: int
    methods: Tuple[MethodLine, ...]


@dataclass(frozen=True)
class TypeLine:
    name: str
    module: str


@dataclass(frozen=True)
class ApiView:
    package: str
    client: str
    resources: Tuple[ResourceSection, ...]
    packages: Tuple[Tuple[str, Tuple[TypeLine, ...]], ...]


@dataclass(frozen=True)
class StatsView:
    operations: int
    types: int
    spec_hash: str
    config_hash: str
    generator_hash: str


def plan_surface(api: Api, stats: StatsView) -> List[FilePlan]:
    names = {
        definition.id: f"types.{'.'.join((*definition.home.package, definition.name))}"
        for definition in api.types
    }
    return [
        FilePlan("api.md", "api.md.j2", _api_view(api, names), format=False),
        FilePlan("api.txt", "", "\n".join(surface_lines(api)) + "\n", format=False),
        FilePlan(".stats.yml", "stats.yml.j2", stats, format=False),
    ]


def plain(expr: TypeExpr, names: Mapping[str, str]) -> str:
    """A type for people: no imports, unions with `|`."""
    if isinstance(expr, Builtin):
        return expr.name
    if isinstance(expr, External):
        return expr.name
    if isinstance(expr, Literal):
        return " | ".join(repr(value) for value in expr.values)
    if isinstance(expr, Annotated):
        return plain(expr.inner, names)
    if isinstance(expr, Apply):
        arguments = ", ".join(plain(argument, names) for argument in expr.arguments)
        return f"{plain(expr.base, names)}[{arguments}]"
    if isinstance(expr, UnionOf):
        return " | ".join(plain(member, names) for member in expr.members)
    return names.get(expr.id, expr.id)


def surface_lines(api: Api) -> List[str]:
    """The public surface, one fact a line, sorted."""
    names = {definition.id: definition.id for definition in api.types}
    lines: List[str] = []
    for resource in api.resources:
        _resource_lines(resource, api, names, lines)
    for definition in api.types:
        _type_lines(definition, names, lines)
    for page in api.pages:
        for name, expr in ((page.items, Builtin("list")), *page.fields):
            lines.append(f"page {page.name}.{name}: {plain(expr, names)}")
        for step in page.next:
            when = f" when {step.when}" if step.when else ""
            lines.append(f"page {page.name} -> {step.parameter}={step.field}{when}")
    for export in api.exports:
        lines.append(
            f"export {api.package}.{export.name}" + ("" if export.in_all else " (not in __all__)")
        )
    for package, name, _ in api.reexports:
        lines.append(f"export {'.'.join((api.package, 'types', *package, name))}")
    for credential in api.client.credentials:
        lines.append(f"client {credential.argument} <- {credential.env} -> {credential.header}")
    for name, value in api.client.headers:
        lines.append(f"client header {name}: {value}")
    for key, reason in api.skipped:
        lines.append(f"skipped {key}: {reason}")
    return sorted(set(lines))


def _resource_lines(
    resource: Resource, api: Api, names: Mapping[str, str], lines: List[str]
) -> None:
    for method in resource.methods:
        accessor = ".".join((*resource.path, method.name))
        lines.append(f"method {accessor} -> {plain(method.returns, names)}")
        lines.append(f"method {accessor} = {method.key}")
        if method.event is not None:
            lines.append(f"method {accessor} streams {plain(method.event, names)}")
        if method.page:
            lines.append(f"method {accessor} pages {method.page}")
        for header, values in sorted(method.header_defaults.items()):
            lines.append(f"method {accessor} header {header}: {','.join(values)}")
        for argument in method.arguments:
            lines.append(f"method {accessor}({_argument(argument, names)}) in {argument.location}")
    for child in resource.children:
        _resource_lines(child, api, names, lines)


def _argument(argument: Argument, names: Mapping[str, str]) -> str:
    expr = plain(argument.type, names) + (" | None" if argument.nullable else "")
    mark = " deprecated" if argument.deprecated else ""
    return f"{argument.name}: {expr}{'' if argument.required else ' = omit'}{mark}"


def _type_lines(definition: TypeDef, names: Mapping[str, str], lines: List[str]) -> None:
    kind = {"model": "model", "param": "param"}[definition.role]
    if isinstance(definition, AliasType):
        expr = definition.type.inner if isinstance(definition.type, Annotated) else definition.type
        members: Sequence[TypeExpr] = expr.members if isinstance(expr, UnionOf) else (expr,)
        for member in members:
            values = member.values if isinstance(member, Literal) else ()
            lines.extend(f"{kind} {definition.id} = {value!r}" for value in values)
            if not values:
                lines.append(f"{kind} {definition.id} = {plain(member, names)}")
        return
    lines.append(f"{kind} {definition.id}")
    for base in definition.bases:
        lines.append(f"{kind} {definition.id} extends {plain(base, names)}")
    for field in definition.fields:
        text = plain(field.type, names)
        text += " | None" if field.nullable and field.type != NONE else ""
        text += "" if field.required else " (optional)"
        text += " deprecated" if field.deprecated else ""
        lines.append(f"{kind} {definition.id}.{field.name}: {text}")


def _api_view(api: Api, names: Mapping[str, str]) -> ApiView:
    sections: List[ResourceSection] = []

    def visit(resource: Resource) -> None:
        title = " / ".join(part.replace("_", " ").title() for part in resource.path)
        methods = tuple(_method_line(method, resource, names) for method in resource.methods)
        sections.append(ResourceSection(title, resource.doc, len(resource.path), methods))
        for child in resource.children:
            visit(child)

    for resource in api.resources:
        visit(resource)
    packages: List[Tuple[str, Tuple[TypeLine, ...]]] = []
    for package in sorted({item[0] for item in api.reexports}):
        entries = tuple(
            TypeLine(name, module) for owner, name, module in api.reexports if owner == package
        )
        packages.append((".".join((api.package, "types", *package)), entries))
    return ApiView(api.package, api.client.name, tuple(sections), tuple(packages))


def _method_line(method: Method, resource: Resource, names: Mapping[str, str]) -> MethodLine:
    path_arguments = [a.name for a in method.arguments if a.location == "path"][:1]
    keywords = ["**params"] if len(method.arguments) > len(path_arguments) else []
    return MethodLine(
        name=method.name,
        accessor=".".join((*resource.path, method.name)),
        verb=method.verb,
        path=method.path,
        arguments=", ".join(path_arguments + keywords),
        returns=plain(method.returns, names),
        derived=method.kind == "derived",
    )
