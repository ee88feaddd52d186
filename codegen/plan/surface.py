"""Plans what reviewers read: `api.md` for people, `api.txt` with a symbol a line, `.stats.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterator, List, Mapping

from codegen.ir import model as ir
from codegen.plan.files import FilePlan


@dataclass(frozen=True)
class ApiView:
    api: ir.Api
    returns: Dict[str, str]  # by the place of a method in sdk.yml


@dataclass(frozen=True)
class StatsView:
    operations: int
    types: int
    spec_hash: str
    config_hash: str
    generator_hash: str


def plan_surface(api: ir.Api, stats: StatsView) -> List[FilePlan]:
    names = {item.id: ".".join(("types", *item.home.package, item.name)) for item in api.types}
    returns = {
        method.config_pointer: plain(method.returns, names)
        for resource in api.walk()
        for method in resource.methods
    }
    lines = sorted({f"{line}\n" for line in surface_lines(api)})
    return [
        FilePlan("api.md", "api.md.j2", ApiView(api, returns), format=False),
        FilePlan("api.txt", "", "".join(lines), format=False),
        FilePlan(".stats.yml", "stats.yml.j2", stats, format=False),
    ]


def plain(expr: ir.TypeExpr, names: Mapping[str, str] = {}) -> str:
    """A type for people: no imports, unions with `|`; types under their id or under `names`."""
    if isinstance(expr, (ir.Builtin, ir.External)):
        return expr.name
    if isinstance(expr, ir.Literal):
        return " | ".join(repr(value) for value in expr.values)
    if isinstance(expr, ir.Annotated):
        return plain(expr.inner, names)
    if isinstance(expr, ir.Apply):
        arguments = ", ".join(plain(argument, names) for argument in expr.arguments)
        return f"{plain(expr.base, names)}[{arguments}]"
    if isinstance(expr, ir.UnionOf):
        return " | ".join(plain(member, names) for member in expr.members)
    return names.get(expr.id, expr.id)


def surface_lines(api: ir.Api) -> Iterator[str]:
    """The public surface, one fact a line."""
    for resource in api.walk():
        for method in resource.methods:
            accessor = ".".join((*resource.path, method.name))
            yield from (f"method {accessor}{fact}" for fact in _method_facts(method))
    for definition in api.types:
        yield from (f"{definition.role} {definition.id}{fact}" for fact in _type_facts(definition))
    for page in api.pages:
        yield f"page {page.name}.{page.items}: list"
        for name, scalar in page.fields:
            yield f"page {page.name}.{name}: {scalar} | None"
        for step in page.next:
            when = f" when {step.when}" if step.when else ""
            yield f"page {page.name} -> {step.parameter}={step.field}{when}"
    for export in api.exports:
        yield f"export {api.package}.{export.name}" + ("" if export.in_all else " (not in __all__)")
    for package, name, _ in api.reexports:
        yield f"export {'.'.join((api.package, 'types', *package, name))}"
    for credential in api.client.credentials:
        yield f"client {credential.argument} <- {credential.env} -> {credential.header}"
    for name, value in api.client.headers.items():
        yield f"client header {name}: {value}"
    for key, reason in api.skipped.items():
        yield f"skipped {key}: {reason}"


def _method_facts(method: ir.Method) -> Iterator[str]:
    yield f" -> {plain(method.returns)}"
    yield f" = {method.key}"
    if method.event is not None:
        yield f" streams {plain(method.event)}"
    if method.page:
        yield f" pages {method.page}"
    for header, values in method.header_defaults.items():
        yield f" header {header}: {','.join(values)}"
    for argument in method.arguments:
        text = plain(argument.type) + (" | None" if argument.nullable else "")
        text += ("" if argument.required else " = omit") + _mark(argument)
        yield f"({argument.name}: {text}) in {argument.location}"


def _type_facts(definition: ir.TypeDef) -> Iterator[str]:
    if isinstance(definition, ir.AliasType):
        expr = (
            definition.type.inner if isinstance(definition.type, ir.Annotated) else definition.type
        )
        for member in ir.members(expr):
            if isinstance(member, ir.Literal):
                yield from (f" = {value!r}" for value in member.values)
            else:
                yield f" = {plain(member)}"
        return
    yield ""
    for base in definition.bases:
        yield f" extends {plain(base)}"
    for field in definition.fields:
        text = plain(field.type) + (" | None" if field.nullable and field.type != ir.NONE else "")
        yield f".{field.name}: {text}{'' if field.required else ' (optional)'}{_mark(field)}"


def _mark(item: ir.Field | ir.Argument) -> str:
    return " deprecated" if item.deprecated else ""
