"""Reads sdk.yml: every key is known, typed and has a place for messages.

The dataclasses below are the format: a field is a key, its type is what stands there, a field
without a default is a key that must be there.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, field, fields
from functools import lru_cache
from typing import (
    Any,
    Callable,
    Dict,
    Iterator,
    Mapping,
    Optional,
    Tuple,
    get_args,
    get_origin,
    get_type_hints,
)

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.ir import model as ir

Tokens = Tuple[str, ...]


def target(text: str) -> ir.Target:
    """`lib._prepare.prepare_message`: a name of ours, by its module below the package."""
    module, _, name = text.rpartition(".")
    return ir.Target(module, name)


def placed(path: str) -> Tuple[ir.Home, str]:
    """`types.beta.message_param.MessageParam`: where a type is published, and its name."""
    *package, module, name = path.split(".")[1:]
    return ir.Home(tuple(package), module), name


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
            message = f"`{self.pointer or 'sdk.yml'}` must be a mapping"
            problems.add("config-type", message, self.place, f"it is {data!r}")
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
        tokens, hint = (*self.tokens, key), f"it is {self._data[key]!r}"
        message = f"`{'.'.join(tokens)}` must be {expected}"
        self._problems.add("config-type", message, self.locate(tokens), hint)

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

    def mapping(self, key: str, kind: object) -> Dict[str, object]:
        """A mapping from names to texts, targets, lists of texts, or settings of any type."""
        node = self.node(key)
        if kind is str:
            return {name: node.text(name) for name in node._data}
        if kind is ir.Target:
            return {name: target(node.text(name)) for name in node._data}
        if kind is tuple:
            return {name: node.texts(name) for name in node._data}
        return {name: node.node(name)._data for name in node._data}

    def done(self) -> None:
        for key in self._data:
            if key not in self._asked:
                message = f"unknown key `{key}` in `{self.pointer or 'sdk.yml'}`"
                place, hint = self.locate((*self.tokens, key)), did_you_mean(key, self._asked)
                self._problems.add("config-unknown-key", message, place, hint)


# ------------------------------------------------------------------ the format


def own(read: Callable[[Node], object]) -> Any:
    """A field that is no key: the name under which its mapping stands, its path or its place."""
    return field(metadata={"own": read}, default=None)


def own_name() -> Any:
    return own(lambda node: node.tokens[-1])


def key(name: str) -> Any:
    """A mapping or tuple that stands under another key than the field is called."""
    return field(metadata={"key": name}, default=())


@dataclass(frozen=True)
class AddedArgument:
    type: str
    async_type: str = ""
    required: bool = False
    after: str = ""
    doc: str = ""
    name: str = own_name()


@dataclass(frozen=True)
class VariantConfig:
    type: str
    required: bool = False
    returns: str = ""
    async_returns: str = ""


@dataclass(frozen=True)
class MethodConfig:
    name: str = own_name()
    tokens: Tokens = own(lambda node: node.tokens)
    locate: Callable[[Tokens], Place] = own(lambda node: node.locate)
    endpoint: str = ""
    page: str = ""
    prepare: Optional[ir.Target] = None
    follow: Optional[ir.Follow] = None
    wrap: Tuple[str, ...] = ("raw", "streamed")
    header_defaults: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    derive: str = ""
    call: Optional[ir.Target] = None
    params: str = ""
    coroutine: bool = True
    doc: str = ""
    drop: Tuple[str, ...] = ()
    add: Tuple[AddedArgument, ...] = ()
    place_after: Mapping[str, str] = key("place")
    returns: str = ""
    async_returns: str = ""
    overload_on: str = ""
    variants: Tuple[VariantConfig, ...] = ()

    def at(self, *keys: str) -> Place:
        """Where the method, or something of it, stands in sdk.yml."""
        return self.locate((*self.tokens, *keys))


@dataclass(frozen=True)
class ResourceConfig:
    name: str = own_name()
    tokens: Tokens = own(lambda node: node.tokens)
    place: Place = own(lambda node: node.place)
    doc: str = ""
    methods: Tuple[MethodConfig, ...] = ()
    types: Tuple[str, ...] = ()
    children: Tuple[ResourceConfig, ...] = ()
    header_defaults: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    constants: Mapping[str, ir.Target] = field(default_factory=dict)
    functions: Mapping[str, ir.Target] = field(default_factory=dict)
    publish: Tuple[str, ...] = ()

    @property
    def path(self) -> Tuple[str, ...]:
        return self.tokens[1::2]

    def walk(self) -> Iterator[ResourceConfig]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class PageConfig:
    items: str
    more: str = ""
    fields: Tuple[str, ...] = ()
    next: Tuple[ir.NextPage, ...] = ()
    name: str = own_name()


@dataclass(frozen=True)
class ParsedConfig:
    message: str
    message_name: str
    text: str
    text_name: str
    union: str
    union_name: str
    params: str = ""
    excluded: Tuple[str, ...] = key("except")
    module: str = own_name()


@dataclass(frozen=True)
class AliasConfig:
    of: str
    deprecated: str = ""
    export: bool = True
    path: str = own_name()


@dataclass(frozen=True)
class Config:
    package: str
    client: ir.Client
    arguments: Mapping[str, str] = field(default_factory=dict)
    pages: Tuple[PageConfig, ...] = key("pagination")
    page_fields: Mapping[str, str] = field(default_factory=dict)
    resources: Tuple[ResourceConfig, ...] = ()
    shared_types: Tuple[str, ...] = ()
    homes: Mapping[str, str] = field(default_factory=dict)
    accepts_models: Mapping[str, str] = field(default_factory=dict)
    sent_back: Mapping[str, str] = field(default_factory=dict)
    pydantic_config: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    parsed: Tuple[ParsedConfig, ...] = key("parsed_types")
    aliases: Tuple[AliasConfig, ...] = ()
    names: Mapping[str, ir.Target] = field(default_factory=dict)
    type_names: Mapping[str, str] = field(default_factory=dict)
    tolerate: Mapping[str, str] = field(default_factory=dict)
    exports: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    unlisted_exports: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    skip: Mapping[str, str] = field(default_factory=dict)
    place: Callable[[Tokens], Place] = own(lambda node: node.locate)

    def walk(self) -> Iterator[ResourceConfig]:
        for resource in self.resources:
            yield from resource.walk()


# ------------------------------------------------------------------ reading it


def read_config(data: object, place: Callable[[Tokens], Place], problems: Problems) -> Config:
    """Reads the whole of sdk.yml; problems are collected, not raised."""
    config: Config = _structure(Config, Node(data, (), place, problems))
    for operation, reason in config.skip.items():
        if not reason.strip():
            message = f"`skip` needs a reason for `{operation}`"
            where = place(("skip", operation))
            problems.add("skip-reason", message, where, "write it behind the colon")
    return config


@lru_cache(maxsize=64)
def _format(class_: Any) -> Tuple[Tuple[Field[Any], Any], ...]:
    """The fields of a dataclass, each with its type."""
    hints = get_type_hints(class_)
    return tuple((item, hints[item.name]) for item in fields(class_))


def _structure(class_: Any, node: Node) -> Any:
    values: Dict[str, object] = {}
    for item, hint in _format(class_):
        read = item.metadata.get("own")
        name = item.metadata.get("key", item.name)
        values[item.name] = read(node) if read else _value(node, name, hint, item)
    node.done()
    return class_(**values)


def _value(node: Node, name: str, hint: Any, item: Field[Any]) -> object:
    required = item.default is MISSING and item.default_factory is MISSING
    default: Any = "" if required else item.default
    if hint is str:
        return node.text(name, default, required)
    if hint is bool:
        return node.flag(name, default)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        if arguments[0] is str:
            texts = node.texts(name)
            return texts if name in node else default
        if any("own" in other.metadata for other, _ in _format(arguments[0])):
            return tuple(_structure(arguments[0], child) for _, child in node.nodes(name))
        return tuple(_structure(arguments[0], child) for child in node.list_of_nodes(name))
    if origin is None or type(None) in arguments:
        class_ = hint if origin is None else arguments[0]
        if class_ is ir.Target:
            text = node.text(name)
            return target(text) if text else None
        child = node.node(name)
        return _structure(class_, child) if origin is None or name in node else None
    return node.mapping(name, get_origin(arguments[1]) or arguments[1])
