# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

__all__ = [
    "Address",
    "AddressPosition",
    "Door",
    "Heating",
    "HeatingGas",
    "HeatingSun",
    "HouseCreateParams",
]


class AddressPosition(TypedDict, total=False):
    x: float
    y: float


class Address(TypedDict, total=False):
    """Where it stands."""

    street: Required[str]
    position: AddressPosition


class Door(TypedDict, total=False):
    width: Required[int]


class HeatingGas(TypedDict, total=False):
    kind: Required[Literal["gas"]]
    pipe: str


class HeatingSun(TypedDict, total=False):
    kind: Required[Literal["sun"]]


Heating: TypeAlias = Union[HeatingGas, HeatingSun]
"""How it is kept warm."""


class HouseCreateParams(TypedDict, total=False):
    """Parameters of `houses.create`."""

    address: Required[Address]
    """Where it stands."""

    doors: Iterable[Door]
    """Ways in."""

    heating: Heating
    """How it is kept warm."""
