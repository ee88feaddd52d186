# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "SignatureDelta",
]


class SignatureDelta(BaseModel):
    """Signature of a thinking block, sent just before the block stops."""

    signature: str
    """Signature to set on the block; it replaces any earlier one."""

    type: Literal["signature_delta"]
    """Identifies a signature; always `signature_delta`."""
