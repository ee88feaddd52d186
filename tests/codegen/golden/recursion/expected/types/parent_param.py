# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Iterable

from typing_extensions import Required, TypedDict

from .tree_param import TreeParam

__all__ = [
    "ParentParam",
]


class ParentParam(TypedDict, total=False):
    name: Required[str]
    children: Iterable[ChildParam]
    tree: TreeParam


# These modules need this one: they are imported when it is complete.
from .child_param import ChildParam  # noqa: E402
