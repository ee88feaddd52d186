"""Which error class stands for what Vertex AI reports."""

from __future__ import annotations

from typing import Type

from ..._exceptions import (
    APIStatusError,
    DeadlineExceededError,
    ServiceUnavailableError,
    common_error_class,
)


def vertex_error_class(status: int) -> Type[APIStatusError]:
    """The class of error that stands for an HTTP status."""
    if status == 503:
        return ServiceUnavailableError
    if status == 504:
        return DeadlineExceededError
    return common_error_class(status)
