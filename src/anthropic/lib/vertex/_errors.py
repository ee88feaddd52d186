"""Which error class stands for what Vertex AI reports."""

from __future__ import annotations

from typing import Type

from ..._exceptions import (
    APIStatusError,
    DeadlineExceededError,
    ServiceUnavailableError,
    status_error_class,
)


def vertex_error_class(status: int) -> Type[APIStatusError]:
    """The class of error that stands for an HTTP status."""
    if status == 503:
        return ServiceUnavailableError
    if status == 504:
        return DeadlineExceededError
    # Vertex AI has none of the statuses that only the first-party API gives a meaning.
    return status_error_class(status, asynchronous=True)
