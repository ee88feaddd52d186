# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Optional, Union

from typing_extensions import Annotated, Literal, Required, TypeAlias, TypedDict

from .._compat import set_pydantic_config
from .._utils import PropertyInfo

__all__ = [
    "LabelCreateParams",
    "Origin",
    "Style",
]


Origin = TypedDict(
    "Origin",
    {
        "$id": "Required[str]",
        "class": 'Required[Literal["a\\"b", "c\'d"]]',
        "font-size": "Optional[int]",
    },
    total=False,
)
"""Where the animal is from."""


class StyleTyped(TypedDict, total=False):
    """How it looks."""

    color: str


set_pydantic_config(StyleTyped, {"extra": "allow"})


Style: TypeAlias = Union[StyleTyped, Dict[str, object]]
"""How it looks."""


class LabelCreateParams(TypedDict, total=False):
    """Parameters of `labels.create`."""

    from_: Required[Annotated[str, PropertyInfo(alias="from")]]
    """Who prints it."""

    font_size: Annotated[int, PropertyInfo(alias="font-size")]
    """In points."""

    origin: Origin
    """Where the animal is from."""

    style: Style
    """How it looks."""
