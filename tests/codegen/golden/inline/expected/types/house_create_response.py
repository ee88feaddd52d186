# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional, Union

from typing_extensions import Annotated, Literal, TypeAlias

from .._models import BaseModel
from .._utils import PropertyInfo

__all__ = [
    "HouseCreateResponse",
    "HouseCreateResponseOwner",
    "HouseCreateResponseRoom",
    "HouseCreateResponseRoomCage",
    "HouseCreateResponseRoomPool",
]


class HouseCreateResponseRoomCage(BaseModel):
    kind: Literal["cage"]
    bars: Optional[int] = None


class HouseCreateResponseRoomPool(BaseModel):
    kind: Literal["pool"]
    depth: Optional[float] = None


HouseCreateResponseRoom: TypeAlias = Annotated[
    Union[HouseCreateResponseRoomCage, HouseCreateResponseRoomPool],
    PropertyInfo(discriminator="kind"),
]


class HouseCreateResponseOwner(BaseModel):
    name: Optional[str] = None


class HouseCreateResponse(BaseModel):
    id: str
    rooms: List[HouseCreateResponseRoom]
    owner: Optional[HouseCreateResponseOwner] = None
