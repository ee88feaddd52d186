"""Putting branches together: nulls become a flag, constants become one enum."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import Dict, List, Optional, Sequence, Tuple

from codegen.spec.graph import Kind, Schema


def split_null(branches: Sequence[Schema]) -> Tuple[Tuple[Schema, ...], bool]:
    """The branches that are not null, none of them nullable, and whether null is allowed."""
    kept = [branch for branch in branches if branch.kind is not Kind.NULL]
    nullable = len(kept) < len(branches) or any(branch.nullable for branch in kept)
    return tuple(replace(b, nullable=False) if b.nullable else b for b in kept), nullable


def fold_enums(branches: Sequence[Schema]) -> Tuple[Schema, ...]:
    """Join neighbouring enums of the same scalar type, at the place of the first.

    A branch with one value gives that value its description. Enums stay apart
    when something else stands between them or their values differ in type.
    """
    folded: List[Schema] = []
    for shared, group in groupby(branches, scalar_type):
        same = list(group)
        folded += same if shared is None else [_one_enum(same)]
    return tuple(folded)


def scalar_type(schema: Schema) -> Optional[type]:
    """The type all values of an enum share; None for other kinds and mixed values."""
    types = {type(value) for value in schema.values}
    return types.pop() if schema.kind is Kind.ENUM and len(types) == 1 else None


def _one_enum(group: Sequence[Schema]) -> Schema:
    described: Dict[object, str] = {}
    for branch in group:
        alone = branch.description if len(branch.values) == 1 else ""
        texts = branch.value_descriptions or (alone,) * len(branch.values)
        for value, text in zip(branch.values, texts):
            described[value] = described.get(value) or text
    texts = tuple(described.values()) if any(described.values()) else ()
    first = group[0]
    if len(group) == 1:
        return replace(first, value_descriptions=texts)
    return Schema(
        kind=Kind.ENUM,
        place=first.place,
        values=tuple(described),
        value_descriptions=texts,
        deprecated=all(branch.deprecated for branch in group),
    )
