# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Required, TypedDict

__all__ = [
    "TicketBuyParams",
]


class TicketBuyParams(TypedDict, total=False):
    """Parameters of `tickets.buy`."""

    age: Required[int]
    """In years."""
