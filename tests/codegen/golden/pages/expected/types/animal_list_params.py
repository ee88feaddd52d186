# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Annotated, TypedDict

from .._types import SequenceNotStr
from .._utils import PropertyInfo

__all__ = [
    "AnimalListParams",
]


class AnimalListParams(TypedDict, total=False):
    """Parameters of `animals.list`."""

    after_id: str
    """Start after this animal."""

    before_id: str
    """End before this animal."""

    limit: int
    """Animals a page."""

    ids: Annotated[SequenceNotStr[str], PropertyInfo(alias="animal-ids")]
    """Only these."""
