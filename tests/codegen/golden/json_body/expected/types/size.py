# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, TypeAlias

__all__ = [
    "Size",
]


Size: TypeAlias = Literal["small", "large"]
"""How big it is."""
