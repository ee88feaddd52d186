# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = [
    "ChildParam",
]


class ChildParam(TypedDict, total=False):
    name: Required[str]
    parent: ParentParam


# These modules need this one: they are imported when it is complete.
from .parent_param import ParentParam  # noqa: E402
