# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from datetime import date
from typing import Dict, Optional, Union

from typing_extensions import Annotated, Literal, Required, TypedDict

from .._types import Base64FileInput, SequenceNotStr
from .._utils import PropertyInfo
from .diet_param import DietParam
from .size import Size

__all__ = [
    "AnimalCreateParams",
]


class AnimalCreateParams(TypedDict, total=False):
    """Parameters of `animals.create`."""

    name: Required[str]
    """Its name."""

    kind: Required[Literal["animal"]]
    """What it is."""

    size: Required[Size]
    nick: Optional[str]
    """What visitors call it."""

    diet: DietParam
    level: Literal[1, 2]
    """How dangerous it is."""

    born: Annotated[Union[str, date], PropertyInfo(format="iso8601")]
    """Day of its birth."""

    weight: float
    """In kilograms."""

    tame: bool
    """Whether it may be touched."""

    photo: Annotated[Union[str, Base64FileInput], PropertyInfo(format="base64")]
    """A picture."""

    tags: SequenceNotStr[str]
    """Words to find it by."""

    notes: Dict[str, str]
    """Anything else."""
