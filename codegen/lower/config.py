"""Reads sdk.yml: every key is known, typed and has a place for messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Dict, Iterator, List, Mapping, Optional, Tuple

from codegen.diagnostics import Place, Problems, did_you_mean

Tokens = Tuple[str, ...]


class Node:
    """A mapping of sdk.yml that is read key by key; what nobody asked for is an error."""

    def __init__(
        self, data: object, tokens: Tokens, place: Callable[[Tokens], Place], problems: Problems
    ) -> None:
        self.tokens = tokens
        self.locate = place
        self._problems = problems
        self._asked: Dict[str, None] = {}
        if data is None:
            data = {}
        if not isinstance(data, dict):
            problems.add(
                "config-type",
                f"`{'.'.join(tokens) or 'sdk.yml'}` must be a mapping",
                self.place,
                f"it is {data!r}",
            )
            data = {}
        self._data: Dict[str, object] = data

    @property
    def place(self) -> Place:
        return self.locate(self.tokens)

    @property
    def pointer(self) -> str:
        return ".".join(self.tokens)

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def _wrong(self, key: str, expected: str) -> None:
        self._problems.add(
            "config-type",
            f"`{'.'.join((*self.tokens, key))}` must be {expected}",
            self.locate((*self.tokens, key)),
            f"it is {self._data[key]!r}",
        )

    def text(self, key: str, default: str = "", required: bool = False) -> str:
        self._asked[key] = None
        value = self._data.get(key)
        if value is None:
            if required:
                message = f"`{self.pointer}` needs `{key}`"
                self._problems.add("config-missing", message, self.place, f"add `{key}:` there")
            return default
        if not isinstance(value, str):
            self._wrong(key, "text (quote it)")
            return default
        return value

    def flag(self, key: str, default: bool) -> bool:
        self._asked[key] = None
        value = self._data.get(key, default)
        if not isinstance(value, bool):
            self._wrong(key, "true or false")
            return default
        return value

    def texts(self, key: str) -> Tuple[str, ...]:
        self._asked[key] = None
        value = self._data.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._wrong(key, "a list of texts")
            return ()
        return tuple(value)

    def raw(self, key: str) -> object:
        self._asked[key] = None
        return self._data.get(key)

    def node(self, key: str) -> Node:
        self._asked[key] = None
        return Node(self._data.get(key), (*self.tokens, key), self.locate, self._problems)

    def nodes(self, key: str) -> Iterator[Tuple[str, Node]]:
        parent = self.node(key)
        for name in parent._data:
            yield name, parent.node(name)

    def list_of_nodes(self, key: str) -> Iterator[Node]:
        self._asked[key] = None
        value = self._data.get(key) or []
        if not isinstance(value, list):
            self._wrong(key, "a list")
            return
        for index, item in enumerate(value):
            yield Node(item, (*self.tokens, key, str(index)), self.locate, self._problems)

    def text_map(self, key: str) -> Dict[str, str]:
        node = self.node(key)
        return {name: node.text(name) for name in node._data}

    def done(self) -> None:
        for key in self._data:
            if key not in self._asked:
                self._problems.add(
                    "config-unknown-key",
                    f"unknown key `{key}` in `{self.pointer or 'sdk.yml'}`",
                    self.locate((*self.tokens, key)),
                    did_you_mean(key, self._asked),
                )


@dataclass(frozen=True)
class AddedArgument:
    name: str
    type: str
    async_type: str
    required: bool
    after: str
    doc: str


@dataclass(frozen=True)
class VariantConfig:
    type: str
    required: bool
    returns: str
    async_returns: str


@dataclass(frozen=True)
class MethodConfig:
    name: str
    tokens: Tokens
    locate: Callable[[Tokens], Place]
    endpoint: str = ""
    page: str = ""
    prepare: str = ""
    follow: Optional[Tuple[str, str, str]] = None
    wrap: Tuple[str, ...] = ("raw", "streamed")
    header_defaults: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    derive: str = ""
    call: str = ""
    params: str = ""
    coroutine: bool = True
    doc: str = ""
    drop: Tuple[str, ...] = ()
    add: Tuple[AddedArgument, ...] = ()
    place_after: Mapping[str, str] = field(default_factory=dict)
    returns: str = ""
    async_returns: str = ""
    overload_on: str = ""
    variants: Tuple[VariantConfig, ...] = ()

    def at(self, *keys: str) -> Place:
        """Where the method, or something of it, stands in sdk.yml."""
        return self.locate((*self.tokens, *keys))


@dataclass(frozen=True)
class ResourceConfig:
    name: str
    path: Tuple[str, ...]
    place: Place
    doc: str
    methods: Tuple[MethodConfig, ...]
    types: Tuple[str, ...]
    children: Tuple[ResourceConfig, ...]
    header_defaults: Mapping[str, Tuple[str, ...]]
    constants: Mapping[str, str]
    functions: Mapping[str, str]
    publish: Tuple[str, ...]

    def walk(self) -> Iterator[ResourceConfig]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class PageConfig:
    name: str
    items: str
    more: str
    fields: Tuple[str, ...]
    next: Tuple[Tuple[str, str, str], ...]


@dataclass(frozen=True)
class ParsedConfig:
    module: str
    values: Mapping[str, str]
    excluded: Tuple[str, ...]


@dataclass(frozen=True)
class AliasConfig:
    path: str
    of: str
    deprecated: str
    export: bool


@dataclass(frozen=True)
class CredentialConfig:
    argument: str
    env: str
    header: str
    prefix: str
    doc: str


@dataclass(frozen=True)
class Config:
    package: str
    client: Mapping[str, str]
    credentials: Tuple[CredentialConfig, ...]
    client_headers: Mapping[str, str]
    client_constants: Mapping[str, str]
    arguments: Mapping[str, str]
    pages: Tuple[PageConfig, ...]
    page_fields: Mapping[str, str]
    resources: Tuple[ResourceConfig, ...]
    shared_types: Tuple[str, ...]
    homes: Mapping[str, str]
    accepts_models: Mapping[str, str]
    pydantic_config: Mapping[str, Mapping[str, object]]
    parsed: Tuple[ParsedConfig, ...]
    aliases: Tuple[AliasConfig, ...]
    names: Mapping[str, str]
    exports: Mapping[str, Tuple[str, ...]]
    unlisted_exports: Mapping[str, Tuple[str, ...]]
    skip: Mapping[str, str]
    place: Callable[[Tokens], Place]

    def walk(self) -> Iterator[ResourceConfig]:
        for resource in self.resources:
            yield from resource.walk()


def read_config(data: object, place: Callable[[Tokens], Place], problems: Problems) -> Config:
    """Reads the whole of sdk.yml; problems are collected, not raised."""
    root = Node(data, (), place, problems)
    client = root.node("client")
    config = Config(
        package=root.text("package", required=True),
        client={
            key: client.text(key)
            for key in ("name", "alias", "base_url", "base_url_env", "query_arrays")
        },
        credentials=tuple(_credential(node) for node in client.list_of_nodes("credentials")),
        client_headers=client.text_map("headers"),
        client_constants=client.text_map("constants"),
        arguments=root.text_map("arguments"),
        pages=tuple(_page(name, node) for name, node in root.nodes("pagination")),
        page_fields=root.text_map("page_fields"),
        resources=tuple(_resource(name, node, ()) for name, node in root.nodes("resources")),
        shared_types=root.texts("shared_types"),
        homes=root.text_map("homes"),
        accepts_models=root.text_map("accepts_models"),
        pydantic_config=_settings(root.node("pydantic_config")),
        parsed=tuple(_parsed(name, node) for name, node in root.nodes("parsed_types")),
        aliases=tuple(_alias(name, node) for name, node in root.nodes("aliases")),
        names=root.text_map("names"),
        exports=_lists(root.node("exports")),
        unlisted_exports=_lists(root.node("unlisted_exports")),
        skip=root.text_map("skip"),
        place=place,
    )
    client.done()
    root.done()
    for key, reason in config.skip.items():
        if not reason.strip():
            message = f"`skip` needs a reason for `{key}`"
            problems.add("skip-reason", message, place(("skip", key)), "write it behind the colon")
    return config


def resource_tokens(path: Tuple[str, ...]) -> Tokens:
    """Where the resource at `path` stands in sdk.yml."""
    return ("resources", path[0], *(token for name in path[1:] for token in ("children", name)))


def _keys(node: Node) -> List[str]:
    return list(node._data)


def _lists(node: Node) -> Dict[str, Tuple[str, ...]]:
    return {key: node.texts(key) for key in _keys(node)}


def _settings(node: Node) -> Dict[str, Dict[str, object]]:
    return {
        key: {name: child.raw(name) for name in _keys(child)}
        for key, child in ((k, node.node(k)) for k in _keys(node))
    }


def _credential(node: Node) -> CredentialConfig:
    credential = CredentialConfig(
        node.text("argument", required=True),
        node.text("env"),
        node.text("header", required=True),
        node.text("prefix"),
        node.text("doc"),
    )
    node.done()
    return credential


def _page(name: str, node: Node) -> PageConfig:
    steps = []
    for step in node.list_of_nodes("next"):
        steps.append(
            (
                step.text("parameter", required=True),
                step.text("field", required=True),
                step.text("when"),
            )
        )
        step.done()
    page = PageConfig(
        name,
        node.text("items", required=True),
        node.text("more"),
        node.texts("fields"),
        tuple(steps),
    )
    node.done()
    return page


def _parsed(name: str, node: Node) -> ParsedConfig:
    keys = ("message", "message_name", "text", "text_name", "union", "union_name")
    values = {key: node.text(key, required=True) for key in keys}
    values["params"] = node.text("params")
    parsed = ParsedConfig(name, values, node.texts("except"))
    node.done()
    return parsed


def _alias(name: str, node: Node) -> AliasConfig:
    alias = AliasConfig(
        name, node.text("of", required=True), node.text("deprecated"), node.flag("export", True)
    )
    node.done()
    return alias


def _resource(name: str, node: Node, parent: Tuple[str, ...]) -> ResourceConfig:
    path = (*parent, name)
    resource = ResourceConfig(
        name=name,
        path=path,
        place=node.place,
        doc=node.text("doc"),
        methods=tuple(_method(key, child) for key, child in node.nodes("methods")),
        types=node.texts("types"),
        children=tuple(_resource(key, child, path) for key, child in node.nodes("children")),
        header_defaults=_lists(node.node("header_defaults")),
        constants=node.text_map("constants"),
        functions=node.text_map("functions"),
        publish=node.texts("publish"),
    )
    node.done()
    return resource


def _method(name: str, node: Node) -> MethodConfig:
    follow: Optional[Tuple[str, str, str]] = None
    if "follow" in node:
        child = node.node("follow")
        follow = (
            child.text("method", required=True),
            child.text("url", required=True),
            child.text("missing", required=True),
        )
        child.done()
    added = []
    for key, child in node.nodes("add"):
        type_ = child.text("type", required=True)
        added.append(
            AddedArgument(
                key,
                type_,
                child.text("async_type"),
                child.flag("required", False),
                child.text("after"),
                child.text("doc"),
            )
        )
        child.done()
    variants = []
    for child in node.list_of_nodes("variants"):
        variants.append(
            VariantConfig(
                child.text("type", required=True),
                child.flag("required", False),
                child.text("returns"),
                child.text("async_returns"),
            )
        )
        child.done()
    method = MethodConfig(
        name=name,
        tokens=node.tokens,
        locate=node.locate,
        endpoint=node.text("endpoint"),
        page=node.text("page"),
        prepare=node.text("prepare"),
        follow=follow,
        wrap=node.texts("wrap") if "wrap" in node else ("raw", "streamed"),
        header_defaults=_lists(node.node("header_defaults")),
        derive=node.text("derive"),
        call=node.text("call"),
        params=node.text("params"),
        coroutine=node.flag("coroutine", True),
        doc=node.text("doc"),
        drop=node.texts("drop"),
        add=tuple(added),
        place_after=node.text_map("place"),
        returns=node.text("returns"),
        async_returns=node.text("async_returns"),
        overload_on=node.text("overload_on"),
        variants=tuple(variants),
    )
    node.texts("wrap")
    node.done()
    return method
