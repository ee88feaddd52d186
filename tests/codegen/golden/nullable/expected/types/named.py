# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from .._models import BaseModel

__all__ = [
    "Named",
]


class Named(BaseModel):
    name: str
    """Its name."""
