"""Putting branches together: nulls become a flag, constants become one enum."""

from __future__ import annotations

from dataclasses import replace
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
    group: List[Schema] = []
    for branch in branches:
        if group and (scalar_type(branch) is None or scalar_type(branch) != scalar_type(group[0])):
            folded.append(_one_enum(group))
            group = []
        if scalar_type(branch) is None:
            folded.append(branch)
        else:
            group.append(branch)
    if group:
        folded.append(_one_enum(group))
    return tuple(folded)


def scalar_type(schema: Schema) -> Optional[type]:
    """The type all values of an enum share; None for other kinds and mixed values."""
    types = {type(value) for value in schema.values}
    return types.pop() if schema.kind is Kind.ENUM and len(types) == 1 else None


def _one_enum(group: Sequence[Schema]) -> Schema:
    described: Dict[object, str] = {}
    for branch in group:
        alone = len(branch.values) == 1
        texts = branch.value_descriptions or ((branch.description if alone else ""),) * len(
            branch.values
        )
        for value, text in zip(branch.values, texts):
            described[value] = described.get(value) or text
    texts = tuple(described.values())
    first = group[0]
    if len(group) == 1:
        return replace(first, value_descriptions=texts if any(texts) else ())
    return Schema(
        kind=Kind.ENUM,
        place=first.place,
        values=tuple(described),
        value_descriptions=texts if any(texts) else (),
        deprecated=all(branch.deprecated for branch in group),
    )
