"""What operations answer with: the kind of a method, its result, and its return types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional, Tuple

from codegen.diagnostics import Problems, did_you_mean
from codegen.ir import model as ir
from codegen.lower.config import MethodConfig, ResourceConfig
from codegen.lower.names import pascal_case, singular
from codegen.lower.types import MODEL, Owner, TypeTable
from codegen.spec.graph import Kind, Media, Operation, Schema

JSON_TYPES = ("application/json", "application/vnd.api+json")
JSONL_TYPES = ("application/x-jsonl", "application/jsonl", "application/x-ndjson")
EVENT_STREAM = "text/event-stream"
MULTIPART = "multipart/form-data"
FORM = "application/x-www-form-urlencoded"
NONE_TYPE = ir.External("._types", "NoneType")


@dataclass(frozen=True)
class Plan:
    """An operation and the configuration that publishes it."""

    resource: ResourceConfig
    config: MethodConfig
    operation: Operation

    @property
    def params_home(self) -> ir.Home:
        """Where the type of the parameters lives."""
        return ir.Home(self.resource.path[:-1], self.module("params"))

    def module(self, suffix: str) -> str:
        return f"{singular(self.resource.name)}_{self.config.name}_{suffix}"

    @property
    def body(self) -> Optional[Media]:
        """The content of the request that the method sends."""
        body = self.operation.body
        if body is None or (self.operation.method == "get" and not body.required):
            return None
        json = next((media for media in body.media if is_json(media.content_type)), None)
        return json or body.first(MULTIPART, FORM) or next(iter(body.media), None)

    @property
    def success(self) -> Tuple[Media, ...]:
        """What a successful answer may hold."""
        responses = self.operation.responses
        ordered = [r for r in responses if r.status.startswith("2")]
        ordered += [r for r in responses if r.status == "default"]
        return next((response.media for response in ordered if response.media), ())

    @property
    def answers_lazily(self) -> bool:
        """Whether the answer is read piece by piece."""
        types = {media.content_type for media in self.success}
        return EVENT_STREAM in types or bool(
            types & {*JSONL_TYPES} and not any(map(is_json, types))
        )

    @property
    def chooses(self) -> bool:
        """Whether the caller says if the answer is to be an event stream."""
        types = [media.content_type for media in self.success]
        return EVENT_STREAM in types and any(map(is_json, types))


@dataclass(frozen=True)
class Answer:
    kind: str
    result: ir.TypeExpr  # what the answer is cast to
    returns: ir.TypeExpr
    async_returns: ir.TypeExpr
    event: Optional[ir.TypeExpr] = None
    variants: Tuple[ir.Variant, ...] = ()


class ResultLowering:
    def __init__(self, table: TypeTable, problems: Problems) -> None:
        self.table = table
        self.config = table.config
        self.problems = problems

    def answer(self, plan: Plan) -> Answer:
        by_type = {item.content_type: item.schema for item in plan.success}
        home = ir.Home(plan.resource.path[:-1], plan.module("response"))
        owner = Owner(home, pascal_case(home.module))
        json = next((schema for name, schema in by_type.items() if is_json(name)), None)
        lines = next((by_type[name] for name in JSONL_TYPES if name in by_type), None)
        if plan.config.page:
            return self._page(plan.config.page, self._page_item(plan, json, owner))
        if json is None and lines is not None:
            return self._lines(self.table.expression(lines, MODEL, owner))
        event: Optional[ir.TypeExpr] = None
        if EVENT_STREAM in by_type:
            inner = replace(owner, hint=f"{owner.hint}Event")
            event = self.table.expression(by_type[EVENT_STREAM], MODEL, inner)
            if json is None:
                return self._events(event)
        if json is not None:
            result = self.table.expression(json, MODEL, owner)
        elif not by_type:
            result = NONE_TYPE
        elif any(name.startswith("text/") and name != EVENT_STREAM for name in by_type):
            result = ir.External("builtins", "str")
        else:
            sync, asynchronous = _twins("._response", "BinaryAPIResponse")
            return Answer("binary", sync, sync, asynchronous, event)
        if event is None:
            returns = ir.NONE if result is NONE_TYPE else result
            return Answer("json", result, returns, returns)
        return self._streamed(result, event)

    def _page_item(self, plan: Plan, schema: Optional[Schema], owner: Owner) -> ir.TypeExpr:
        page = next((page for page in self.config.pages if page.name == plan.config.page), None)
        if page is None:
            hint = did_you_mean(plan.config.page, [item.name for item in self.config.pages])
            message = f"no page is called `{plan.config.page}`"
            self.problems.add("unknown-page", message, plan.config.at("page"), hint)
            return ir.OBJECT
        answer = self.table.resolve(schema) if schema is not None else Schema(Kind.ANY)
        properties = {prop.name: prop.schema for prop in answer.properties}
        missing = [name for name in (page.items, *page.fields) if name not in properties]
        items = None if missing else self.table.resolve(properties[page.items]).items
        if items is not None:
            return self.table.expression(items, MODEL, owner)
        wanted = f"`{missing[0]}`" if missing else f"list in `{page.items}`"
        message = f"the answer of `{plan.operation.key}` has no {wanted}"
        message += f", which page `{page.name}` needs"
        place = answer.place if schema is not None else plan.operation.place
        self.problems.add("page-shape", message, place, "name another page, or leave `page` out")
        return ir.OBJECT

    @staticmethod
    def _page(page: str, item: ir.TypeExpr) -> Answer:
        sync = ir.Apply(ir.External(".pagination", f"Sync{page}"), (item,))
        asynchronous = ir.Apply(ir.External(".pagination", f"Async{page}"), (item,))
        paginator = ir.External("._base_client", "AsyncPaginator")
        return Answer("page", item, sync, ir.Apply(paginator, (item, asynchronous)))

    @staticmethod
    def _lines(item: ir.TypeExpr) -> Answer:
        sync, asynchronous = _twins("._decoders.jsonl", "JSONLDecoder")
        return Answer("jsonl", item, ir.Apply(sync, (item,)), ir.Apply(asynchronous, (item,)))

    @staticmethod
    def _events(event: ir.TypeExpr) -> Answer:
        sync, asynchronous = (ir.Apply(name, (event,)) for name in _twins("._streaming", "Stream"))
        return Answer("events", ir.OBJECT, sync, asynchronous, event)

    @staticmethod
    def _streamed(result: ir.TypeExpr, event: ir.TypeExpr) -> Answer:
        stream, async_stream = (
            ir.Apply(name, (event,)) for name in _twins("._streaming", "Stream")
        )
        either, async_either = (ir.UnionOf((result, s)) for s in (stream, async_stream))
        variants = (
            ir.Variant(ir.Literal((False,)), False, result, result),
            ir.Variant(ir.Literal((True,)), True, stream, async_stream),
            ir.Variant(ir.External("builtins", "bool"), True, either, async_either),
        )
        return Answer("json", result, either, async_either, event, variants)


def is_json(content_type: str) -> bool:
    return content_type in JSON_TYPES or content_type.endswith("+json") or content_type == "*/*"


def _twins(module: str, name: str) -> Tuple[ir.External, ir.External]:
    return ir.External(module, name), ir.External(module, f"Async{name}")
