# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Required, TypedDict

from .parent_param import ParentParam

__all__ = [
    "FamilyCreateParams",
]


class FamilyCreateParams(TypedDict, total=False):
    """Parameters of `families.create`."""

    head: Required[ParentParam]
