"""Plans the modules of `types/`: one module a type, and the lazy tables of the packages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from keyword import iskeyword
from typing import Dict, FrozenSet, Iterator, List, Mapping, Optional, Sequence, Set, Tuple

from codegen.ir import model as ir
from codegen.plan.expressions import FORWARD, QUOTED, TypeText, python_literal, references
from codegen.plan.files import FilePlan, PackageView, docstring
from codegen.plan.imports import Imports


@dataclass(frozen=True)
class FieldView:
    name: str
    annotation: str
    value: str  # what stands behind `=`, or empty
    doc: str
    comment: str = ""


@dataclass(frozen=True)
class TypeView:
    kind: str  # model | param | mapping | alias
    name: str
    doc: str
    bases: Sequence[str] = ()
    fields: Sequence[FieldView] = ()
    expression: str = ""
    runtime: str = ""  # of an alias that names what comes later
    config: Optional[Dict[str, object]] = None
    sent_back: str = ""
    second: str = ""  # another name, for classes with a field of the same name


@dataclass(frozen=True)
class ModuleView:
    postponed: bool  # whether annotations name what comes later; reading them at once is faster
    imports: List[str]
    late: List[str]
    public: List[str]
    types: List[TypeView]
    rebuild: List[str]


@dataclass(frozen=True)
class ParsedView:
    type: ir.ParsedType
    imports: List[str]
    message: str
    text: str
    blocks: List[str]
    hidden: List[str]


def plan_types(api: ir.Api, root: str) -> List[FilePlan]:
    types = {definition.id: definition for definition in api.types}
    modules: Dict[str, List[ir.TypeDef]] = {}
    for definition in api.types:
        modules.setdefault(definition.home.dotted, []).append(definition)
    late = _late_types(modules, types)
    plans = [
        _module(f"{root}/types", dotted, definitions, types, late.get(dotted, frozenset()))
        for dotted, definitions in sorted(modules.items())
    ]
    plans += [_parsed(f"{root}/types", item, types) for item in api.parsed]
    return plans + _packages(f"{root}/types", api, modules)


def _file(root: str, dotted: str) -> str:
    return f"{root}/{dotted.replace('.', '/')}.py"


# ------------------------------------------------------------------ one module


def _dependencies(definition: ir.TypeDef) -> Iterator[str]:
    """Ids of the types that a definition mentions."""
    if isinstance(definition, ir.AliasType):
        yield from references(definition.type)
        return
    for expr in (*definition.bases, *(field.type for field in definition.fields)):
        yield from references(expr)


def _order(definitions: List[ir.TypeDef]) -> List[ir.TypeDef]:
    """Types before those that mention them; ties as their owner mentions them, else by name."""
    by_id = {definition.id: definition for definition in definitions}
    ordered: Dict[str, ir.TypeDef] = {}
    visiting: Set[str] = set()

    def visit(identity: str) -> None:
        if identity in by_id and identity not in visiting:
            visiting.add(identity)
            for other in _dependencies(by_id[identity]):
                visit(other)
            ordered[identity] = by_id[identity]

    # Aliases of old names follow what they stand for.
    old = {item.id for item in definitions if isinstance(item, ir.AliasType) and item.deprecated}
    for definition in sorted(definitions, key=lambda item: (item.id in old, item.name)):
        visit(definition.id)
    return list(ordered.values())


def _ahead(ordered: Sequence[ir.TypeDef], kind: type) -> FrozenSet[str]:
    """Types that definitions of a kind mention before they are there: their own, perhaps."""
    left = {item.id for item in ordered}
    found: Set[str] = set()
    for item in ordered:
        if isinstance(item, kind):
            found |= left & {*_dependencies(item)}
        left.discard(item.id)
    return frozenset(found)


def _module(
    root: str,
    dotted: str,
    definitions: List[ir.TypeDef],
    types: Mapping[str, ir.TypeDef],
    late: FrozenSet[str],
) -> FilePlan:
    imports = Imports(f"types.{dotted}")
    imports.reserve(*(definition.name for definition in definitions))
    for definition in definitions:
        if isinstance(definition, ir.ClassType):
            imports.reserve(*(field.name for field in definition.fields))
    _hide(definitions, imports)
    text = TypeText(imports, types, late=late)
    ordered = _order(definitions)
    ahead = _ahead(ordered, ir.AliasType)  # an alias takes them in quotes
    early = TypeText(imports, types, late=late | ahead)
    views = [
        _alias(item, early, imports)
        if isinstance(item, ir.AliasType)
        else _model(item, text, imports)
        if item.role == "model"
        else _param(item, text, imports)
        for item in ordered
    ]
    views = [replace(view, second=imports.hidden.get(view.name, "")) for view in views]
    models = [v.name for v in views if v.kind == "model" and (late or ahead or imports.hidden)]
    if models:
        imports.names("._compat", "rebuild_models")
    public = sorted(definition.name for definition in definitions if definition.public)
    postponed = bool(late or _ahead(ordered, ir.ClassType))
    view = ModuleView(postponed, imports.lines(), imports.late_lines(), public, views, models)
    return FilePlan(_file(root, dotted), "types/module.py.j2", view)


def _hide(definitions: Sequence[ir.TypeDef], imports: Imports) -> None:
    """Other names for types that a model mentions although it has a field of the same name.

    Pydantic would take the default of the field for the type. What a model calls itself is safe.
    """
    names = {item.id: item.name for item in definitions}
    for item in definitions:
        if isinstance(item, ir.ClassType) and item.role == "model":
            mentioned = {names.get(id_, "") for id_ in _dependencies(item)} - {item.name}
            for name in sorted({field.name for field in item.fields} & mentioned):
                imports.hide(name)
                imports.names("typing_extensions", "TypeAlias")


def _alias(definition: ir.AliasType, text: TypeText, imports: Imports) -> TypeView:
    alias = imports.name("typing_extensions", "TypeAlias")
    doc = f"Deprecated: {definition.deprecated}" if definition.deprecated else definition.doc
    expression = text.text(definition.type, QUOTED)
    runtime = text.text(definition.type, FORWARD)
    if runtime != expression:
        imports.names("typing", "ForwardRef", "TYPE_CHECKING")
    view = TypeView("alias", definition.name, docstring(doc, 0), [alias], expression=expression)
    return replace(view, runtime=runtime if runtime != expression else "")


def _model(definition: ir.ClassType, text: TypeText, imports: Imports) -> TypeView:
    bases = [text.text(base) for base in definition.bases]
    fields: List[FieldView] = []
    for field in definition.fields:
        value = "" if field.required else "None"
        if field.wire != field.name:
            default = "" if field.required else ", default=None"
            value = (
                f"{imports.name('pydantic', 'Field')}(alias={python_literal(field.wire)}{default})"
            )
        annotation = text.text(ir.optional(field.type) if field.nullable else field.type)
        fields.append(FieldView(field.name, annotation, value, _field_doc(field)))
    bases = bases or [imports.name("._models", "BaseModel")]
    if definition.sent_back:
        imports.names(".", "types")
        imports.names("._sent_back", "sent_back")
    doc, parameter = docstring(definition.doc, 4), definition.sent_back
    return TypeView("model", definition.name, doc, bases, fields, sent_back=parameter)


_OVERRIDES = (
    "  # type: ignore[misc]  # pyright: ignore[reportIncompatibleVariableOverride]"
    "  # programs annotate with this type"
)


def _param(definition: ir.ClassType, text: TypeText, imports: Imports) -> TypeView:
    bases = [text.text(base) for base in definition.bases]
    bases = bases or [imports.name("typing_extensions", "TypedDict")]
    inherited = text.field_names(definition.bases)
    fields: List[FieldView] = []
    for field in definition.fields:
        comment = _OVERRIDES if field.name in inherited else ""
        annotation = _param_annotation(field, text, imports)
        fields.append(FieldView(field.name, annotation, "", _field_doc(field), comment))
    if definition.config:
        imports.names("._compat", "set_pydantic_config")
    plain = all(f.name.isidentifier() and not iskeyword(f.name) for f in definition.fields)
    return TypeView(
        "param" if plain else "mapping",
        definition.name,
        docstring(definition.doc, 4),
        bases if definition.total else [*bases, "total=False"],
        fields,
        config=dict(definition.config),
    )


def _param_annotation(field: ir.Field, text: TypeText, imports: Imports) -> str:
    expr: ir.TypeExpr = field.type
    info: Tuple[Tuple[str, str], ...] = ()
    if isinstance(expr, ir.Annotated):
        info, expr = expr.info, expr.inner
    if field.nullable:
        expr = ir.optional(expr)
    if field.wire != field.name:
        info += (("alias", field.wire),)
    annotation = text.text(ir.Annotated(expr, info) if info else expr)
    if field.required:
        annotation = f"{imports.name('typing_extensions', 'Required')}[{annotation}]"
    return annotation


def _field_doc(field: ir.Field) -> str:
    said = field.doc.lower().startswith("deprecated")
    doc = f"Deprecated. {field.doc}" if field.deprecated and not said else field.doc
    return docstring(doc, 4)


# ------------------------------------------------------------------ cycles


def _late_types(
    modules: Mapping[str, List[ir.TypeDef]], types: Mapping[str, ir.TypeDef]
) -> Dict[str, FrozenSet[str]]:
    """For each module on a cycle: the types it can only import at its end."""
    edges = {
        dotted: {types[id_].home.dotted for item in items for id_ in _dependencies(item)} - {dotted}
        for dotted, items in modules.items()
    }
    late: Dict[str, FrozenSet[str]] = {}
    for dotted, targets in edges.items():
        tied = [target for target in targets if dotted in _reached(edges, target)]
        if tied:
            late[dotted] = frozenset(item.id for target in tied for item in modules[target])
    return late


def _reached(edges: Mapping[str, Set[str]], start: str) -> Set[str]:
    found: Set[str] = set()
    todo = [start]
    while todo:
        new = edges[todo.pop()] - found
        found |= new
        todo += new
    return found


# ------------------------------------------------------------------ parsed messages and packages


def _parsed(root: str, item: ir.ParsedType, types: Mapping[str, ir.TypeDef]) -> FilePlan:
    imports = Imports(f"types.{item.home.dotted}")
    imports.reserve(item.message_name, item.text_name, item.union_name)
    imports.names("typing", "TYPE_CHECKING", "Any", "Generic", "List", "Optional", "Union")
    imports.names("typing_extensions", "Annotated", "TypeAlias", "TypeVar")
    imports.names("._utils", "PropertyInfo")
    text = TypeText(imports, types)
    message, own = text.text(item.message), text.text(item.text)
    blocks, hidden = [text.text(b) for b in item.blocks], [text.text(b) for b in item.hidden]
    view = ParsedView(item, imports.lines(), message, own, blocks, hidden)
    return FilePlan(_file(root, item.home.dotted), "types/parsed.py.j2", view)


def _packages(root: str, api: ir.Api, modules: Mapping[str, List[ir.TypeDef]]) -> List[FilePlan]:
    homes = [items[0].home for items in modules.values()] + [item.home for item in api.parsed]
    packages = {home.package[:depth] for home in homes for depth in range(len(home.package) + 1)}
    plans = []
    for package in sorted(packages | {()}):
        depth = len(package)
        names = sorted(
            (name, "." + ".".join(dotted.split(".")[depth:]))
            for owner, name, dotted in api.reexports
            if owner == package
        )
        below = {other[depth] for other in packages if other[:depth] == package and other[depth:]}
        below |= {
            home.module
            for home in homes
            if home.package == package and home.module.endswith("_params")
        }
        path = "/".join((root, *package, "__init__.py"))
        view = PackageView(package, names, sorted(below))
        plans.append(FilePlan(path, "types/package.py.j2", view))
    return plans
