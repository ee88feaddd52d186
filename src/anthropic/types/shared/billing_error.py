# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BillingError",
]


class BillingError(BaseModel):
    """The account cannot be charged, for example because payment details or credit are missing;
    sent with HTTP status 402.
    """

    message: str
    """Human-readable explanation of the billing problem."""

    type: Literal["billing_error"]
    """Identifies a billing error; always `billing_error`."""
