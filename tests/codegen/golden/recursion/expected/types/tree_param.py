# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Iterable

from typing_extensions import TypedDict

__all__ = [
    "TreeParam",
]


class TreeParam(TypedDict, total=False):
    branches: Iterable[TreeParam]
