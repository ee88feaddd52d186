# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from datetime import datetime
from typing import List, Union

from typing_extensions import Annotated, Literal, Required, TypedDict

from .._types import SequenceNotStr
from .._utils import PropertyInfo

__all__ = [
    "AnimalSearchParams",
]


class AnimalSearchParams(TypedDict, total=False):
    """Parameters of `animals.search`."""

    colours: Required[List[Literal["red", "blue"]]]
    """Any of these."""

    since: Annotated[Union[str, datetime], PropertyInfo(format="iso8601")]
    """Seen after."""

    size_max: Annotated[float, PropertyInfo(alias="size[max]")]
    """Not bigger."""

    tame: bool
    """Deprecated. Only tame ones."""

    features: Annotated[SequenceNotStr[str], PropertyInfo(alias="zoo-features")]
    """Features in trial."""

    x_visitor: Annotated[str, PropertyInfo(alias="X-Visitor")]
    """Who asks."""
