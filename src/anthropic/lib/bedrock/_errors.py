"""Which error class stands for what Bedrock reports, by HTTP status or within a stream."""

from __future__ import annotations

from typing import Dict, Type

import httpx

from ..._exceptions import APIStatusError, ServiceUnavailableError, common_error_class
from ..._stream_errors import joint_class
from ..._utils import is_mapping

# What such errors began with before they had classes of their own.
FAILURE = "Bad response code, expected 200"

# The exceptions of a stream, whose own HTTP status was 200, and the status that each stands for.
_STREAM_STATUSES: Dict[str, int] = {
    "accessDeniedException": 403,
    "internalServerException": 500,
    "modelStreamErrorException": 424,
    "modelTimeoutException": 408,
    "serviceUnavailableException": 503,
    "throttlingException": 429,
    "validationException": 400,
}


def status_error(message: str, *, body: object, response: httpx.Response) -> APIStatusError:
    """The error for a response, or for a failure that a successful response came to report."""
    status = response.status_code
    # Errors among the events of the model, as the first-party API has them, tell their class.
    if not response.is_success or (is_mapping(body) and "error" in body):
        return _error_class(status)(message, response=response, body=body)
    if is_mapping(body) and body.get("type") in _STREAM_STATUSES:
        status = _STREAM_STATUSES[str(body["type"])]
        message = f"Error code: {status} - {message}"
    message = f"{FAILURE}: {message}"
    # A `ValueError` too, as those in mid-stream were before.
    kind = joint_class(_error_class(status), ValueError)
    error = kind(message, response=response, body=body)
    error.status_code = status
    return error


def says_expired(response: httpx.Response) -> bool:
    """Whether AWS refused the request because its temporary credentials have ended."""
    kind = response.headers.get("x-amzn-errortype", "")
    return response.status_code == 403 and kind.startswith("ExpiredToken")


def _error_class(status: int) -> Type[APIStatusError]:
    if status == 503:
        return ServiceUnavailableError
    return common_error_class(status)
