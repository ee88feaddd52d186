# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from pydantic import Field

from .._models import BaseModel

__all__ = [
    "LabelCreateResponse",
]


class LabelCreateResponse(BaseModel):
    from_: str = Field(alias="from")
    font_size: int = Field(alias="font-size")
    class_: Optional[str] = Field(alias="class", default=None)
