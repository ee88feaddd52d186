# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import TypeAlias

from .animal import Animal

__all__ = [
    "Beast",
]


Beast: TypeAlias = Animal
"""Deprecated: Use `Animal`."""
