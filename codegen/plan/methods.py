"""Plans one method in one flavour: its signature, its request and what it returns, as text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import List, Mapping, Tuple

from codegen.ir.model import (
    Annotated,
    Argument,
    ClassType,
    External,
    Method,
    Ref,
    Resource,
    TypeDef,
    TypeExpr,
    UnionOf,
    Variant,
    optional,
)
from codegen.plan.expressions import TypeText, python_literal
from codegen.plan.files import paragraph, quoted
from codegen.plan.imports import Imports

OPTIONS = (
    ("extra_headers", "Optional[Headers]", "None"),
    ("extra_query", "Optional[Query]", "None"),
    ("extra_body", "Optional[Body]", "None"),
    ("timeout", "Union[float, httpx.Timeout, None, NotGiven]", "not_given"),
)


@dataclass(frozen=True)
class ParameterView:
    name: str
    annotation: str
    default: str
    keyword: bool


@dataclass(frozen=True)
class OverloadView:
    parameters: Tuple[ParameterView, ...]
    returns: str


@dataclass(frozen=True)
class MethodView:
    """One method in one flavour, every expression as text."""

    name: str
    kind: str
    verb: str
    path: str
    doc: str
    is_async: bool
    coroutine: bool
    parameters: Tuple[ParameterView, ...]
    returns: str
    overloads: Tuple[OverloadView, ...]
    required: str
    cast_to: str
    stream: str
    stream_cls: str
    page: str
    query: Tuple[Tuple[str, str], ...]
    headers: Tuple[Tuple[str, str], ...]
    body: Tuple[Tuple[str, str], ...]
    body_options: str
    files: str
    prepare: str
    call: str
    call_module: str
    params_type: str
    follow: str
    follow_url: str
    follow_missing: str
    path_arguments: Tuple[str, ...]
    deprecated: bool


class MethodPlanner:
    """Plans a resource's methods; `signature` writes annotations, `runtime` what is executed."""

    def __init__(
        self,
        resource: Resource,
        types: Mapping[str, TypeDef],
        imports: Imports,
        signature: TypeText,
        runtime: TypeText,
    ) -> None:
        self.resource = resource
        self.types = types
        self.imports = imports
        self.signature = signature
        self.runtime = runtime

    def plan(self, method: Method, is_async: bool) -> MethodView:
        use = self.imports
        parameters = (
            tuple(self._parameter(method, argument, is_async) for argument in method.arguments)
            + self._options()
        )
        overloads = tuple(
            self._overload(method, variant, parameters, is_async) for variant in method.variants
        )
        if overloads:
            use.name("typing_extensions", "overload")
        if method.deprecated:
            use.name("typing_extensions", "deprecated")
        returns = self.signature.text(method.async_returns if is_async else method.returns)
        derived = method.kind == "derived"
        # Hand-written functions get every argument under its published name.
        body = tuple(
            (a.name if derived else a.wire, a.name)
            for a in method.arguments
            if derived or a.location == "body"
        )
        body_options = ""
        if not derived:
            use.name("._base_client", "make_request_options")
            if body:
                use.name("._body", "async_transform_body" if is_async else "transform_body")
                body_options = self._body_options(method)
        if method.follow is not None:
            use.name("._exceptions", "AnthropicError")
        files = self._files(method)
        if files and not derived:
            use.name("._utils", "extract_files")
        stream_cls = ""
        if method.event is not None and not derived:
            stream = use.name("._streaming", "AsyncStream" if is_async else "Stream")
            stream_cls = f"{stream}[{self.runtime.text(method.event)}]"
        if body or derived:
            use.name("typing", "Dict")
        call = call_module = prepare = ""
        if method.call is not None:
            call = f"async_{method.call.name}" if is_async else method.call.name
            call_module = use._relative(f".{method.call.module}")
            if method.params_type:
                use.name("._body", "transform")
                use.name(".", "types")
        if method.prepare is not None and not derived:
            prepare = use.attribute(method.prepare.module, method.prepare.name)
        return MethodView(
            name=method.name,
            kind=method.kind,
            verb=method.verb,
            path=self._path(method) if not derived else "",
            doc=docstring_lines(method.doc, [a for a in method.arguments if a.doc]),
            is_async=is_async,
            coroutine=is_async and method.kind != "page" and method.coroutine,
            parameters=parameters,
            returns=returns,
            overloads=overloads,
            required=self._required(method),
            cast_to=self._cast_to(method, is_async) if not derived else "",
            stream=method.stream_argument if not derived else "",
            stream_cls=stream_cls,
            page=self._page_class(method, is_async),
            query=tuple((a.wire, a.name) for a in method.arguments if a.location == "query")
            if not derived
            else (),
            headers=self._headers(method) if not derived else (),
            body=body,
            body_options=body_options,
            files=files,
            prepare=prepare,
            call=call,
            call_module=call_module,
            params_type=method.params_type,
            follow=method.follow.method if method.follow else "",
            follow_url=method.follow.url if method.follow else "",
            follow_missing=python_literal(method.follow.missing) if method.follow else "",
            path_arguments=tuple(a.name for a in method.arguments if a.location == "path"),
            deprecated=method.deprecated,
        )

    def _parameter(self, method: Method, argument: Argument, is_async: bool) -> ParameterView:
        type_ = (
            argument.async_type if is_async and argument.async_type is not None else argument.type
        )
        inner = type_.inner if isinstance(type_, Annotated) else type_
        if argument.nullable:
            inner = optional(inner)
        positional = argument.location == "path" and argument is method.arguments[0]
        if argument.required:
            return ParameterView(argument.name, self.signature.text(inner), "", not positional)
        omit = self.imports.name("._types", "Omit")
        self.imports.name("._types", "omit")
        members: List[TypeExpr] = []
        for member in inner.members if isinstance(inner, UnionOf) else (inner,):
            members += member.members if isinstance(member, UnionOf) else (member,)
        expr = UnionOf((*members, External("._types", omit)))
        return ParameterView(argument.name, self.signature.text(expr), "omit", True)

    def _options(self) -> Tuple[ParameterView, ...]:
        self.imports.plain("httpx")
        for name in ("Optional", "Union"):
            self.imports.name("typing", name)
        for name in ("Body", "Headers", "NotGiven", "Query", "not_given"):
            self.imports.name("._types", name)
        return tuple(
            ParameterView(name, annotation, default, True) for name, annotation, default in OPTIONS
        )

    def _overload(
        self,
        method: Method,
        variant: Variant,
        parameters: Tuple[ParameterView, ...],
        is_async: bool,
    ) -> OverloadView:
        deciding = method.overload_on
        text = self.signature.text(variant.type)
        if not variant.required:
            text = self.signature.text(UnionOf((variant.type, External("._types", "Omit"))))
        chosen = []
        moved: List[ParameterView] = []
        for view in parameters:
            if view.name != deciding:
                chosen.append(view)
                continue
            new = replace(view, annotation=text, default="" if variant.required else view.default)
            (moved if variant.required else chosen).append(new)
        if moved:
            last = max((i for i, view in enumerate(chosen) if not view.default), default=-1)
            chosen[last + 1 : last + 1] = moved
        return OverloadView(
            tuple(chosen),
            self.signature.text(variant.async_returns if is_async else variant.returns),
        )

    def _required(self, method: Method) -> str:
        """The argument of `required_args` for a method with overloads."""
        if not method.variants or method.kind == "derived":
            return ""
        base = [a.name for a in method.arguments if a.required]
        variants = []
        for variant in method.variants:
            names = base + [method.overload_on] if variant.required else base
            if names not in variants:
                variants.append(names)
        self.imports.name("._utils", "required_args")
        return ", ".join(python_literal(names) for names in variants)

    def _path(self, method: Method) -> str:
        arguments = [a for a in method.arguments if a.location == "path"]
        if not arguments:
            return python_literal(method.path)
        path_template = self.imports.name("._paths", "path_template")
        template = method.path
        for argument in arguments:
            template = template.replace("{" + argument.wire + "}", "{" + argument.name + "}")
        values = ", ".join(f"{argument.name}={argument.name}" for argument in arguments)
        return f"{path_template}({python_literal(template)}, {values})"

    def _headers(self, method: Method) -> Tuple[Tuple[str, str], ...]:
        result = [(name, python_literal(value)) for name, value in method.headers]
        if method.multipart:
            result.append(("Content-Type", '"multipart/form-data"'))
        for argument in method.arguments:
            if argument.location != "header":
                continue
            function = self.imports.name(
                "._headers", "list_header" if argument.is_array else "header_value"
            )
            defaults = "".join(
                f", {python_literal(value)}"
                for value in method.header_defaults.get(argument.wire, ())
            )
            result.append((argument.wire, f"{function}({argument.name}{defaults})"))
        if result:
            self.imports.name("._headers", "merge_headers")
        return tuple(result)

    @staticmethod
    def _files(method: Method) -> str:
        paths = [
            [a.wire, "<array>"] if a.is_array else [a.wire] for a in method.arguments if a.is_file
        ]
        return python_literal(paths) if paths else ""

    def _body_options(self, method: Method) -> str:
        options = ""
        if method.body_aliases:
            options += f", aliases={python_literal(dict(method.body_aliases))}"
        files = self._files(method)
        return options + (f", files={files}" if files else "")

    def _cast_to(self, method: Method, is_async: bool) -> str:
        if method.kind == "binary":
            return self.imports.name(
                "._response", f"{'Async' if is_async else ''}BinaryAPIResponse"
            )
        text = self.runtime.text(method.result)
        if method.kind == "jsonl":
            decoder = self.imports.name(
                "._decoders.jsonl", f"{'Async' if is_async else ''}JSONLDecoder"
            )
            return f"{decoder}[{text}]"
        if self._is_class(method.result):
            return text
        self.imports.name("typing", "Any")
        return f"{self.imports.name('typing', 'cast')}(Any, {text})"

    def _is_class(self, expr: TypeExpr) -> bool:
        if isinstance(expr, Ref):
            return isinstance(self.types[expr.id], ClassType)
        return isinstance(expr, External)

    def _page_class(self, method: Method, is_async: bool) -> str:
        if method.kind != "page":
            return ""
        page = self.imports.name(".pagination", f"{'Async' if is_async else 'Sync'}{method.page}")
        return f"{page}[{self.runtime.text(method.result)}]"


def docstring_lines(doc: str, arguments: List[Argument]) -> str:
    """The docstring of a method, indented for its place in a class."""
    lines = paragraph(doc, 11)
    if arguments:
        lines += ["", "Args:"] if lines else ["Args:"]
        for argument in arguments:
            lines += paragraph(argument.doc, 8, f"    {argument.name}: ", " " * 8)
    return quoted(lines, 8)
