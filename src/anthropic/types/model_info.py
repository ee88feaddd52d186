# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from datetime import datetime

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "ModelInfo",
]


class ModelInfo(BaseModel):
    """One model that these credentials can use."""

    id: str
    """Identifier to pass as `model`."""

    created_at: datetime
    """When the model was released, RFC 3339. May be the Unix epoch when the date is unknown."""

    display_name: str
    """Name for people to read, for example in a model picker."""

    type: Literal["model"]
    """Identifies a model; always `model`."""
