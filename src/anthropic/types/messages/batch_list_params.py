# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import TypedDict

__all__ = [
    "BatchListParams",
]


class BatchListParams(TypedDict, total=False):
    """Parameters of `messages.batches.list`."""

    after_id: str
    """ID of a batch; returns the page that starts right after it. Pass `last_id` of the previous
    page to go forward.
    """

    before_id: str
    """ID of a batch; returns the page that ends right before it. Pass `first_id` of the current
    page to go back.
    """

    limit: int
    """How many batches per page, 1 to 1000; 20 when absent."""
