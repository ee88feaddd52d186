"""Plans the modules of `resources/`: methods in both flavours, raw and streaming views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Mapping, Optional, Tuple

from codegen.ir.model import (
    Api,
    Method,
    Resource,
    TypeDef,
)
from codegen.plan.expressions import TypeText
from codegen.plan.files import FilePlan, docstring
from codegen.plan.imports import Imports
from codegen.plan.methods import MethodPlanner, MethodView
from codegen.plan.types import PackageView


@dataclass(frozen=True)
class ChildView:
    name: str
    class_name: str
    module: str


@dataclass(frozen=True)
class WrapperView:
    name: str
    raw: str
    streamed: str


@dataclass(frozen=True)
class ClassView:
    name: str
    base: str
    prefix: str
    doc: str
    argument: str
    methods: Tuple[MethodView, ...]
    children: Tuple[ChildView, ...]
    wrappers: Tuple[WrapperView, ...]


@dataclass(frozen=True)
class ResourceView:
    imports: Tuple[str, ...]
    checking: Tuple[str, ...]
    public: Tuple[str, ...]
    constants: Tuple[Tuple[str, str], ...]
    functions: Tuple[Tuple[str, str], ...]
    classes: Tuple[ClassView, ...]


def plan_resources(api: Api, root: str) -> List[FilePlan]:
    types = {definition.id: definition for definition in api.types}
    exported = {(name, module) for _, name, module in api.reexports}
    plans: List[FilePlan] = []
    for resource in api.resources:
        _plan_tree(resource, root, types, exported, plans)
    plans.append(_package(f"{root}/resources", (), api.resources, ()))
    return plans


def module_of(resource: Resource) -> str:
    """The module of a resource below `resources`; a resource with children has a package."""
    return ".".join((*resource.path, resource.name) if resource.children else resource.path)


def _plan_tree(
    resource: Resource,
    root: str,
    types: Mapping[str, TypeDef],
    exported: set[Tuple[str, str]],
    plans: List[FilePlan],
) -> None:
    plans.append(_Planner(resource, types, exported).plan(root))
    for child in resource.children:
        _plan_tree(child, root, types, exported, plans)
    if resource.children:
        plans.append(
            _package(
                f"{root}/resources", resource.path, (resource, *resource.children), resource.publish
            )
        )


def _package(
    root: str, path: Tuple[str, ...], members: Tuple[Resource, ...], publish: Tuple[str, ...]
) -> FilePlan:
    names: List[Tuple[str, str]] = []
    prefix = ".".join(path) + "." if path else ""
    for resource in members:
        module = "." + module_of(resource)[len(prefix) :]
        for flavour in ("", "Async"):
            names += [
                (f"{flavour}{resource.class_name}{suffix}", module)
                for suffix in ("", "WithRawResponse", "WithStreamingResponse")
            ]
    own = next((resource for resource in members if resource.path == path), None)
    if own is not None:
        names += [(name, "." + module_of(own)[len(prefix) :]) for name in publish]
    lazy = "." * (len(path) + 2) + "_lazy"
    view = PackageView(
        "Resources; each loads when it is first used.", tuple(sorted(names)), (), lazy
    )
    return FilePlan("/".join((root, *path, "__init__.py")), "resources/package.py.j2", view)


class _Planner:
    def __init__(
        self, resource: Resource, types: Mapping[str, TypeDef], exported: set[Tuple[str, str]]
    ) -> None:
        self.resource = resource
        self.types = types
        self.exported = exported
        self.imports = Imports(f"resources.{module_of(resource)}")
        for flavour in ("", "Async"):
            for suffix in ("", "WithRawResponse", "WithStreamingResponse"):
                self.imports.reserve(f"{flavour}{resource.class_name}{suffix}")
        signature = TypeText(self.imports, types, self._refer)
        runtime = TypeText(self.imports, types)
        self.methods = MethodPlanner(resource, types, self.imports, signature, runtime)

    def _refer(self, definition: TypeDef) -> Optional[str]:
        """Types that callers write are reached through the lazy `types`; answers are imported."""
        if definition.role == "model":
            return None
        types = self.imports.name(".", "types")
        prefix = ".".join((types, *definition.home.package))
        if (definition.name, definition.home.dotted) in self.exported:
            return f"{prefix}.{definition.name}"
        return f"{prefix}.{definition.home.module}.{definition.name}"

    def plan(self, root: str) -> FilePlan:
        resource = self.resource
        # Names of the runtime come first: a type of the same name is the one renamed.
        classes = tuple(self._class(is_async) for is_async in (False, True))
        constants = tuple(
            (
                name,
                self.imports.name(f".{t.module}", t.name)
                if t.name != name
                else self.imports.attribute(t.module, t.name),
            )
            for name, t in resource.constants
        )
        functions = tuple(
            (name, self.imports.attribute(t.module, t.name)) for name, t in resource.functions
        )
        view = ResourceView(
            imports=tuple(self.imports.lines()),
            checking=tuple(self.imports.checking_lines()),
            public=(resource.class_name, f"Async{resource.class_name}"),
            constants=constants,
            functions=functions,
            classes=classes,
        )
        path = f"{root}/resources/{module_of(resource).replace('.', '/')}.py"
        sources = tuple((method.name, method.pointer) for method in resource.methods)
        return FilePlan(path, "resources/module.py.j2", view, sources=sources)

    # -------------------------------------------------------------- classes

    def _class(self, is_async: bool) -> ClassView:
        resource, prefix = self.resource, "Async" if is_async else ""
        base = self.imports.name(
            "._resource", "AsyncAPIResource" if is_async else "SyncAPIResource"
        )
        self.imports.name("._compat", "cached_property")
        children = []
        for child in resource.children:
            name = f"{prefix}{child.class_name}"
            module = f".resources.{module_of(child)}"
            for suffix in ("", "WithRawResponse", "WithStreamingResponse"):
                self.imports.name(module, f"{name}{suffix}", "checking")
            self.imports.name("typing", "TYPE_CHECKING")
            children.append(ChildView(child.name, name, self.imports._relative(module)))
        wrappers = tuple(
            self._wrapper(method, is_async)
            for method in resource.methods
            if method.raw or method.streamed
        )
        return ClassView(
            name=f"{prefix}{resource.class_name}",
            base=base,
            prefix=prefix,
            doc=docstring(resource.doc, 4),
            argument=resource.name,
            methods=tuple(self.methods.plan(method, is_async) for method in resource.methods),
            children=tuple(children),
            wrappers=wrappers,
        )

    def _wrapper(self, method: Method, is_async: bool) -> WrapperView:
        prefix = "async_" if is_async else ""
        flavour = "Async" if is_async else ""
        target = f"self._{self.resource.name}.{method.name}"
        if method.kind == "binary":
            raw = self.imports.name("._response", f"{prefix}to_custom_raw_response_wrapper")
            streamed = self.imports.name(
                "._response", f"{prefix}to_custom_streamed_response_wrapper"
            )
            binary = self.imports.name("._response", f"{flavour}BinaryAPIResponse")
            streamed_binary = self.imports.name("._response", f"{flavour}StreamedBinaryAPIResponse")
            return WrapperView(
                method.name,
                f"{raw}({target}, {binary})",
                f"{streamed}({target}, {streamed_binary})",
            )
        raw = streamed = ""
        if method.raw:
            legacy = self.imports.name(".", "_legacy_response")
            raw = f"{legacy}.{prefix}to_raw_response_wrapper({target})"
        if method.streamed:
            wrapper = self.imports.name("._response", f"{prefix}to_streamed_response_wrapper")
            streamed = f"{wrapper}({target})"
        return WrapperView(method.name, raw, streamed)
