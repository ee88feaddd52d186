"""What each kind of change means for programs that use the SDK: a table, one rule a row.

`read` is its class for programs that receive the thing (answers, events), `write` for programs
that send it (parameters). Every rule has a mirror: what the same change is called backwards.
In texts, {name} is the thing, {part} its name inside of {owner}; {before}, {after} its two sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Dict, Iterable


class Level(IntEnum):
    """How much a change matters; the highest comes first in reports."""

    DOCUMENTATION = 0
    DEPRECATION = 1
    ADDITION = 2
    BEHAVIOUR = 3
    BREAKING = 4

    @property
    def title(self) -> str:
        return self.name.lower()


DOC, DEP, ADD, BEH, BRK = Level

MEANINGS = {
    Level.BREAKING: "programs that were correct may fail, at run time or in a type checker",
    Level.BEHAVIOUR: "programs still run, but meet something new or send something else",
    Level.ADDITION: "nothing changes for programs that do not use it",
    Level.DEPRECATION: "still works, and will not for ever",
    Level.DOCUMENTATION: "words only",
}


@dataclass(frozen=True)
class Rule:
    name: str
    mirror: str
    read: Level
    write: Level
    text: str
    hint: str = ""  # what programs that read should look at


def _rule(name: str, mirror: str, level: Level, text: str) -> Rule:
    return Rule(name, mirror, level, level, text)


# fmt: off
_RULES = (
    # -- methods
    _rule("method-added", "method-removed", ADD, "new method `{name}`"),
    _rule("method-removed", "method-added", BRK, "`{name}` is gone: calls of it fail"),
    _rule("method-renamed", "method-renamed", BRK, "`{before}` is now called `{after}`"),
    _rule("method-deprecated", "method-restored", DEP, "`{name}` is deprecated"),
    _rule("method-restored", "method-deprecated", DOC, "`{name}` is no longer deprecated"),
    _rule("positional-removed", "positional-added", BRK,
          "`{name}` no longer takes {before} by position: pass it by name"),
    _rule("positional-added", "positional-removed", ADD, "`{name}` takes {after} by position"),
    _rule("positional-changed", "positional-changed", BRK,
          "the argument that `{name}` takes by position was {before} and is {after}"),
    _rule("endpoint-changed", "endpoint-changed", BEH,
          "`{name}` sends `{after}` instead of `{before}`"),
    _rule("stream-added", "stream-removed", ADD, "`{name}` can answer with a stream of `{after}`"),
    _rule("stream-removed", "stream-added", BRK, "`{name}` no longer answers with a stream"),
    _rule("pages-added", "pages-removed", BRK, "`{name}` answers with pages of the kind `{after}`"),
    _rule("pages-removed", "pages-added", BRK, "`{name}` no longer answers with pages"),
    _rule("pages-changed", "pages-changed", BRK,
          "pages of `{name}` are `{after}`, were `{before}`"),
    _rule("header-added", "header-removed", BEH,
          "requests of `{name}` carry the header `{after}` by themselves"),
    _rule("header-removed", "header-added", BEH,
          "requests of `{name}` no longer carry the header `{before}` by themselves"),
    _rule("header-changed", "header-changed", BEH,
          "the header that requests of `{name}` carry is `{after}`, was `{before}`"),
    _rule("view-added", "view-removed", ADD, "`{name}` is in `{after}`"),
    _rule("view-removed", "view-added", BRK, "`{name}` is no longer in `{before}`"),
    _rule("coroutine-added", "coroutine-removed", BRK,
          "the asynchronous `{name}` must be awaited"),
    _rule("coroutine-removed", "coroutine-added", BRK,
          "the asynchronous `{name}` must no longer be awaited"),
    _rule("helper-changed", "helper-changed", BEH,
          "what `{name}` does is decided by `{after}`, was by `{before}`"),
    _rule("overloads-changed", "overloads-changed", BRK,
          "type checkers see other overloads of `{name}`"),
    # -- what goes into a request: arguments of methods and keys of parameter types
    _rule("parameter-added", "parameter-removed", ADD, "`{owner}` takes `{part}`"),
    _rule("parameter-removed", "parameter-added", BRK, "`{owner}` no longer takes `{part}`"),
    _rule("required-parameter-added", "required-parameter-removed", BRK,
          "`{owner}` needs `{part}`, which is new: every call must pass it"),
    _rule("required-parameter-removed", "required-parameter-added", BRK,
          "`{owner}` no longer takes `{part}`, which every call had to pass"),
    _rule("parameter-renamed", "parameter-renamed", BRK, "`{owner}`: `{before}` is now `{after}`"),
    _rule("parameter-required", "parameter-optional", BRK,
          "`{owner}` needs `{part}`: calls that leave it out fail"),
    _rule("parameter-optional", "parameter-required", ADD, "`{name}` may be left out"),
    _rule("parameter-moved", "parameter-moved", BEH,
          "`{owner}` sends `{part}` in the {after}, was in the {before}"),
    _rule("parameter-default-changed", "parameter-default-changed", BEH,
          "`{owner}`: without `{part}` the API takes {after}, was {before}"),
    _rule("parameter-default-said", "parameter-default-unsaid", DOC,
          "`{owner}`: without `{part}` the API takes {after}"),
    _rule("parameter-default-unsaid", "parameter-default-said", DOC,
          "`{owner}`: what the API takes without `{part}` is no longer said, was {before}"),
    # -- what comes back: fields of models
    _rule("field-added", "field-removed", ADD, "`{owner}` has `{part}`"),
    _rule("field-removed", "field-added", BRK,
          "`{owner}` no longer has `{part}`: type checkers refuse to read it"),
    _rule("field-renamed", "field-renamed", BRK, "`{owner}`: `{before}` is now `{after}`"),
    # -- either
    _rule("deprecated", "restored", DEP, "`{name}` is deprecated"),
    _rule("restored", "deprecated", DOC, "`{name}` is no longer deprecated"),
    Rule("none-added", "none-removed", BRK, ADD, "`{name}` may be None"),
    Rule("none-removed", "none-added", ADD, BRK, "`{name}` cannot be None any more"),
    _rule("wire-name-changed", "wire-name-changed", BEH,
          "`{name}` is `{after}` in requests and answers, was `{before}`"),
    # -- values
    Rule("value-added", "value-removed", BEH, ADD, "`{name}` can be {after}"),
    Rule("value-removed", "value-added", BEH, BRK, "`{name}` can no longer be {before}"),
    _rule("known-value-added", "known-value-removed", ADD,
          "type checkers know {after} for `{name}`"),
    _rule("known-value-removed", "known-value-added", BEH,
          "type checkers no longer know {before} for `{name}`; it is text like any other"),
    Rule("member-added", "member-removed", BEH, ADD,
          "`{name}` can be `{after}`", "what handles each kind meets a new one"),
    Rule("member-removed", "member-added", BEH, BRK,
          "`{name}` can no longer be `{before}`"),
    Rule("event-added", "event-removed", BEH, BEH,
          "streams of `{name}` hold a new event, `{after}`"),
    Rule("event-removed", "event-added", BEH, BEH,
          "streams of `{name}` no longer hold `{before}`"),
    Rule("type-widened", "type-narrowed", BRK, ADD,
          "`{name}` is `{after}`, was only `{before}`"),
    Rule("type-narrowed", "type-widened", ADD, BRK,
          "`{name}` is only `{after}`, was `{before}`"),
    _rule("type-changed", "type-changed", BRK, "`{name}` is `{after}`, was `{before}`"),
    _rule("type-respelled", "type-respelled", DOC,
          "the type of `{name}` says the same in other words"),
    _rule("encoding-changed", "encoding-changed", BEH,
          "`{name}` is read or written in another form"),
    # -- types
    _rule("class-added", "class-removed", ADD, "new type `{name}`"),
    _rule("class-removed", "class-added", BRK, "`{name}` is gone: importing it fails"),
    _rule("class-renamed", "class-renamed", BRK, "`{before}` is now `{after}`"),
    _rule("class-moved", "class-moved", BRK, "`{before}` is now at `{after}`"),
    _rule("class-deprecated", "class-restored", DEP, "`{name}` is an old name: {after}"),
    _rule("class-restored", "class-deprecated", DOC, "`{name}` is no longer an old name"),
    _rule("class-kind-changed", "class-kind-changed", BRK, "`{name}` is `{after}`, was `{before}`"),
    _rule("base-added", "base-removed", ADD, "`{name}` extends `{after}`"),
    _rule("base-removed", "base-added", BRK, "`{name}` no longer extends `{before}`"),
    # -- names
    _rule("export-added", "export-removed", ADD, "`{name}` can be imported"),
    _rule("export-removed", "export-added", BRK, "importing `{name}` fails"),
    _rule("export-listed", "export-unlisted", ADD, "`import *` brings `{name}`"),
    _rule("export-unlisted", "export-listed", BRK, "`import *` no longer brings `{name}`"),
    _rule("constant-added", "constant-removed", ADD, "`{name}` can be imported"),
    _rule("constant-removed", "constant-added", BRK, "importing `{name}` fails"),
    _rule("constant-changed", "constant-changed", BEH, "`{name}` is another object than before"),
    # -- pages and client
    _rule("page-added", "page-removed", ADD, "new kind of page `{name}`"),
    _rule("page-removed", "page-added", BRK, "the page class `{name}` is gone"),
    _rule("page-field-added", "page-field-removed", ADD, "`{owner}` has `{part}`"),
    _rule("page-field-removed", "page-field-added", BRK, "`{owner}` no longer has `{part}`"),
    _rule("page-items-changed", "page-items-changed", BRK,
          "items of `{name}` are in `{after}`, were in `{before}`"),
    _rule("page-turning-changed", "page-turning-changed", BEH,
          "the next page of `{name}` is asked for with {after}, was with {before}"),
    _rule("credential-added", "credential-removed", ADD, "clients take `{name}`"),
    _rule("credential-removed", "credential-added", BRK, "clients no longer take `{name}`"),
    _rule("credential-changed", "credential-changed", BEH,
          "`{name}` is read or sent as {after}, was {before}"),
    _rule("client-header-added", "client-header-removed", BEH, "every request carries `{after}`"),
    _rule("client-header-removed", "client-header-added", BEH,
          "no request carries `{before}` any more"),
    _rule("client-header-changed", "client-header-changed", BEH,
          "every request carries `{after}`, was `{before}`"),
    _rule("client-renamed", "client-renamed", BRK, "`{before}` is now called `{after}`"),
    _rule("client-changed", "client-changed", BEH,
          "clients: {name} is {after}, was {before}"),
    _rule("operation-skipped", "operation-unskipped", DOC, "`{name}` has no method: {after}"),
    _rule("operation-unskipped", "operation-skipped", DOC, "`{name}` is no longer left out"),
    _rule("skip-reason-changed", "skip-reason-changed", DOC, "why `{name}` has no method: {after}"),
    # -- words, and what no other rule knows
    _rule("described", "described", DOC, "the description of `{name}` says something else"),
    _rule("otherwise-changed", "otherwise-changed", BEH, "`{name}` has changed in another way"),
)
# fmt: on

RULES: Dict[str, Rule] = {rule.name: rule for rule in _RULES}


def advice(levels: Iterable[Level]) -> str:
    """The part of the version that semantic versioning increases: major, minor, patch or none."""
    highest = max(levels, default=None)
    if highest is None:
        return "none"
    if highest is Level.BREAKING:
        return "major"
    return "patch" if highest is Level.DOCUMENTATION else "minor"
