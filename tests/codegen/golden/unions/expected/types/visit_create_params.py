# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Required, TypedDict

from .animal_param import AnimalParam

__all__ = [
    "VisitCreateParams",
]


class VisitCreateParams(TypedDict, total=False):
    """Parameters of `visits.create`."""

    animal: Required[AnimalParam]
    time: Union[int, str]
    """Hour of the day or its name."""
