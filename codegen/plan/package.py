"""Plans the modules around the resources: client, pages, root, and the local server's API."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Dict, List, Tuple, cast

from codegen.ir.model import Api, Credential, Export, NextPage, Page
from codegen.plan.expressions import TypeText
from codegen.plan.files import FilePlan
from codegen.plan.imports import Imports
from codegen.plan.resources import ChildView, module_of


@dataclass(frozen=True)
class ClientView:
    name: str
    alias: str
    base_url: str
    base_url_env: str
    query_arrays: str
    credentials: Tuple[Credential, ...]
    headers: Tuple[Tuple[str, str], ...]
    constants: Tuple[Tuple[str, str], ...]
    children: Tuple[ChildView, ...]


@dataclass(frozen=True)
class PageView:
    name: str
    doc: str
    items: str
    more: str
    fields: Tuple[Tuple[str, str], ...]
    next: Tuple[NextPage, ...]


@dataclass(frozen=True)
class PagesView:
    pages: Tuple[PageView, ...]


@dataclass(frozen=True)
class RootView:
    exports: Tuple[Export, ...]


def plan_package(api: Api, root: str) -> List[FilePlan]:
    client = api.client
    children = tuple(
        ChildView(r.name, r.class_name, f".resources.{module_of(r)}") for r in api.resources
    )
    client_view = ClientView(
        name=client.name,
        alias=client.alias,
        base_url=client.base_url,
        base_url_env=client.base_url_env,
        query_arrays=client.query_arrays,
        credentials=client.credentials,
        headers=client.headers,
        constants=tuple((name, target.module) for name, target in client.constants),
        children=children,
    )
    return [
        FilePlan(f"{root}/_client.py", "_client.py.j2", client_view),
        FilePlan(f"{root}/_client_views.py", "_client_views.py.j2", client_view),
        FilePlan(
            f"{root}/pagination.py",
            "pagination.py.j2",
            PagesView(tuple(_page(page) for page in api.pages)),
        ),
        FilePlan(f"{root}/__init__.py", "__init__.py.j2", RootView(api.exports)),
    ]


def _page(page: Page) -> PageView:
    text = TypeText(Imports("pagination"), {})
    fields = tuple((name, text.text(expr)) for name, expr in page.fields)
    sent = " or ".join(f"`{step.parameter}`" for step in page.next)
    doc = (
        "One page of a list; iterating it goes on through the pages that follow,"
        f" asked for with {sent}."
    )
    return PageView(page.name, doc, page.items, page.more, fields, page.next)


# ------------------------------------------------------------------ the local server's copy


_WORDS = ("description", "summary", "example", "tags", "license", "info")


def plan_description(document: Dict[str, object], path: str) -> FilePlan:
    """The description without its words, one operation or component a line: small diffs."""
    bare = cast(Dict[str, Dict[str, object]], _without_words(document))
    lines = ["{", f'"openapi": {_compact(document["openapi"])},', '"paths": {']
    lines += _entries(bare["paths"])
    lines += ["},", '"components": {']
    groups = [
        (name, group)
        for name, group in sorted(bare.get("components", {}).items())
        if isinstance(group, dict) and group
    ]
    for index, (name, group) in enumerate(groups):
        lines += [
            f"{_compact(name)}: {{",
            *_entries(group),
            "}" + ("," if index < len(groups) - 1 else ""),
        ]
    lines += ["}", "}"]
    return FilePlan(path, "", "\n".join(lines) + "\n", format=False)


def _entries(group: Dict[str, object]) -> List[str]:
    items = sorted(group.items())
    return [
        f"{_compact(key)}: {_compact(value)}" + ("," if i < len(items) - 1 else "")
        for i, (key, value) in enumerate(items)
    ]


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _without_words(value: object, inside_properties: bool = False) -> object:
    """Without descriptions, and in one order: only that of properties means something."""
    if isinstance(value, dict):
        # A property may itself be called `description`.
        dropped = () if inside_properties else _WORDS
        keys = value if inside_properties else sorted(value)
        return {
            key: _without_words(value[key], key == "properties" and not inside_properties)
            for key in keys
            if key not in dropped
        }
    if isinstance(value, list):
        return [_without_words(item) for item in value]
    return value
