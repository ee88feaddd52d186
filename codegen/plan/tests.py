"""Plans `tests/api_resources/`: every method in every flavour, against a checking server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Mapping, Set, Tuple

from codegen.ir.model import Api, Apply, Argument, External, Method, Resource, TypeDef
from codegen.plan.expressions import TypeText
from codegen.plan.files import FilePlan
from codegen.plan.imports import Imports
from codegen.plan.samples import Samples


@dataclass(frozen=True)
class CallView:
    suffix: str
    arguments: Tuple[str, ...]  # "name=value"
    streaming: bool


@dataclass(frozen=True)
class TestView:
    name: str
    accessor: str
    kind: str
    local: bool  # only a server of ours can answer
    calls: Tuple[CallView, ...]
    empty_paths: Tuple[Tuple[str, Tuple[str, ...]], ...]
    result: str
    async_result: str
    item: str
    raw: bool
    streamed: bool
    multipart: bool
    deprecated: bool
    awaited: bool


@dataclass(frozen=True)
class TestModuleView:
    package: str
    client: str
    imports: Tuple[str, ...]
    class_name: str
    tests: Tuple[TestView, ...]
    uses_dates: bool


def plan_tests(api: Api, root: str) -> List[FilePlan]:
    types = {definition.id: definition for definition in api.types}
    samples = Samples(types)
    plans: List[FilePlan] = []
    packages: Set[Tuple[str, ...]] = {()}

    def visit(resource: Resource) -> None:
        methods = [method for method in resource.methods if method.kind != "derived"]
        if methods:
            packages.update(resource.path[:depth] for depth in range(len(resource.path)))
            plans.append(_module(api, resource, methods, types, samples, root))
        for child in resource.children:
            visit(child)

    for resource in api.resources:
        visit(resource)
    for package in sorted(packages):
        plans.append(
            FilePlan("/".join((root, *package, "__init__.py")), "tests/package.py.j2", None)
        )
    return plans


def _module(
    api: Api,
    resource: Resource,
    methods: List[Method],
    types: Mapping[str, TypeDef],
    samples: Samples,
    root: str,
) -> FilePlan:
    imports = Imports("")
    text = TypeText(imports, types)
    tests = tuple(_test(resource, method, text, samples) for method in methods)
    lines = tuple(
        line.replace("from .", f"from {api.package}.", 1) for line in imports.lines() if line
    )
    uses_dates = any("parse_date" in a for t in tests for c in t.calls for a in c.arguments)
    view = TestModuleView(
        api.package, api.client.name, lines, resource.class_name, tests, uses_dates
    )
    return FilePlan(
        "/".join((root, *resource.path[:-1], f"test_{resource.name}.py")),
        "tests/resource.py.j2",
        view,
    )


def _test(resource: Resource, method: Method, text: TypeText, samples: Samples) -> TestView:
    needed = [a for a in method.arguments if a.required or a.is_file]
    optional = [
        a
        for a in method.arguments
        if not a.required and a.name != method.stream_argument and not a.deprecated
    ]
    calls: List[CallView] = []
    variants = [("", False)] if not method.stream_argument else [("", False), ("_streaming", True)]
    for suffix, streaming in variants:
        extra = (f"{method.stream_argument}=True",) if streaming else ()
        calls.append(
            CallView(suffix, _arguments(method, needed, samples, False) + extra, streaming)
        )
        if optional:
            everything = [a for a in method.arguments if a in needed or a in optional]
            calls.append(
                CallView(
                    f"{suffix}_all_arguments",
                    _arguments(method, everything, samples, True) + extra,
                    streaming,
                )
            )
    result, async_result, item = _results(method, text)
    paths = [a for a in method.arguments if a.location == "path"]
    empty = tuple((a.name, _arguments(method, needed, samples, False, empty=a.name)) for a in paths)
    return TestView(
        name=method.name,
        accessor=".".join((*resource.path, method.name)),
        kind=method.kind,
        local=method.kind in ("binary", "jsonl"),
        calls=tuple(calls),
        empty_paths=empty,
        result=result,
        async_result=async_result,
        item=item,
        raw=method.raw,
        streamed=method.streamed,
        multipart=method.multipart,
        deprecated=method.deprecated,
        awaited=method.kind != "page",
    )


def _results(method: Method, text: TypeText) -> Tuple[str, str, str]:
    item = text.text(method.result) if method.kind != "binary" else ""
    if method.kind == "page":
        asynchronous = Apply(External(".pagination", f"Async{method.page}"), (method.result,))
        return text.text(method.returns), text.text(asynchronous), item
    return item, item, item


def _arguments(
    method: Method, arguments: List[Argument], samples: Samples, full: bool, empty: str = ""
) -> Tuple[str, ...]:
    result = []
    # An object is made before those that belong to it: the order of the path.
    place = {
        a.name: method.path.find("{" + a.wire + "}") for a in arguments if a.location == "path"
    }
    for argument in sorted(arguments, key=lambda a: place.get(a.name, len(method.path))):
        if argument.name == empty:
            value = '""'
        elif argument.location == "path":
            value = f'objects.{_lookup(method)}("{argument.name}")'
        else:
            value = samples.argument(argument, full)
        result.append(f"{argument.name}={value}")
    return tuple(result)


def _lookup(method: Method) -> str:
    """Which object a path parameter names: any, one there to be destroyed, or one that is done."""
    if method.verb == "delete":
        return "fresh"
    return "finished" if method.kind == "jsonl" else "existing"
