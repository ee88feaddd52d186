"""Which operations answer with pages, as far as names and shapes show it.

A page is an object with one list and with a field whose value the next request sends in a
parameter of the operation: a cursor, a token or the last id. Lists that are asked for by number
or offset, or whose next page is an address, stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Set, Tuple

from codegen.lower.names import pascal_case, snake_case
from codegen.spec.graph import Description, Kind, Operation, Schema

_ITEMS = ("data", "items", "results", "records", "values", "entries")
# What a field that leads on is called, with the parameters that take its value.
_CURSORS: Mapping[str, Tuple[str, ...]] = {
    "next_cursor": ("cursor", "next_cursor", "start_cursor", "after"),
    "next_page_token": ("page_token", "next_page_token"),
    "next_token": ("next_token", "token"),
    "next_page": ("page", "next_page", "page_token"),
    "next_page_cursor": ("page_cursor", "cursor"),
    "cursor": ("cursor",),
    "last_id": ("after_id", "after", "starting_after"),
    "end_cursor": ("after", "cursor"),
}
_MORE = ("has_more", "has_next", "has_next_page", "more")


@dataclass(frozen=True)
class PageShape:
    items: str
    more: str
    parameter: str
    field: str


class PageFinder:
    """Finds pages, and names each shape once."""

    def __init__(self, description: Description) -> None:
        self._description = description
        self._shapes: Dict[str, PageShape] = {}  # by operation
        for operation in description.operations:
            shape = self._shape(operation)
            if shape is not None:
                self._shapes[operation.key] = shape
        self._names = _names(set(self._shapes.values()))

    def page(self, operation: Operation) -> str:
        """The name of the page that an operation answers with; empty for other answers."""
        shape = self._shapes.get(operation.key)
        return self._names[shape] if shape is not None else ""

    def configuration(self) -> Dict[str, object]:
        """What stands under `pagination`."""
        found: Dict[str, object] = {}
        for shape, name in sorted(self._names.items(), key=lambda item: item[1]):
            fields = [shape.more] if shape.more else []
            fields += [shape.field]
            step = {"parameter": shape.parameter, "field": shape.field}
            page: Dict[str, object] = {"items": shape.items}
            page.update({"more": shape.more} if shape.more else {})
            found[name] = {**page, "fields": fields, "next": [step]}
        return found

    def fields(self) -> Dict[str, str]:
        """What stands under `page_fields`."""
        found = {shape.field: "string" for shape in self._names}
        found.update({shape.more: "boolean" for shape in self._names if shape.more})
        return dict(sorted(found.items()))

    def _shape(self, operation: Operation) -> Optional[PageShape]:
        answer = self._answer(operation)
        if operation.method != "get" or answer is None:
            return None
        properties = {
            prop.name: self._description.resolve(prop.schema) for prop in answer.properties
        }
        lists = [n for n, s in properties.items() if s.kind is Kind.ARRAY and s.items is not None]
        known = [name for name in lists if snake_case(name) in _ITEMS]
        items = known[0] if known else lists[0] if len(lists) == 1 else ""
        queries = {p.name: p.schema for p in operation.parameters if p.location == "query"}
        by_snake = {snake_case(name): name for name in queries}
        for field, parameters in _CURSORS.items():
            name = next((name for name in properties if snake_case(name) == field), "")
            parameter = next((by_snake[p] for p in parameters if p in by_snake), "")
            text = name and parameter and properties[name].kind is Kind.STRING
            if (
                not items
                or not text
                or self._description.resolve(queries[parameter]).kind is not Kind.STRING
            ):
                continue
            if not name.isidentifier() or not items.isidentifier():
                continue
            more = (n for n, s in properties.items() if snake_case(n) in _MORE)
            more_field = next((n for n in more if properties[n].kind is Kind.BOOLEAN), "")
            return PageShape(items, more_field, parameter, name)
        return None

    def _answer(self, operation: Operation) -> Optional[Schema]:
        for response in operation.responses:
            media = response.first("application/json")
            if response.status.startswith("2") and media is not None:
                schema = self._description.resolve(media.schema)
                return schema if schema.kind is Kind.OBJECT else None
        return None


def _names(shapes: Set[PageShape]) -> Dict[PageShape, str]:
    """A short name for each shape: by its parameter, and by more where that is not enough."""
    ways = (
        lambda shape: (shape.parameter,),
        lambda shape: (shape.items, shape.parameter),
        lambda shape: (shape.items, shape.field, shape.parameter),
        lambda shape: (shape.items, shape.field, shape.parameter, shape.more),
    )
    names: Dict[PageShape, str] = {}
    waiting: List[PageShape] = sorted(shapes, key=repr)
    for way in ways:
        groups: Dict[str, List[PageShape]] = {}
        for shape in waiting:
            parts = "".join(pascal_case(part) for part in way(shape))
            groups.setdefault(parts if parts.endswith("Page") else f"{parts}Page", []).append(shape)
        waiting = []
        for name, group in groups.items():
            if len(group) == 1 and name not in names.values():
                names[group[0]] = name
            else:
                waiting += group
    return names
