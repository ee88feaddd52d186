"""The API's errors: which type belongs to which status, and the body that carries them."""

from __future__ import annotations

from typing import Dict, Mapping, Optional

from ._values import JsonObject

__all__ = ["ApiError", "error_body", "error_type_for", "invalid", "not_found"]

_TYPES: Dict[int, str] = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    408: "timeout_error",
    413: "request_too_large",
    429: "rate_limit_error",
    504: "timeout_error",
    529: "overloaded_error",
}

_MESSAGES: Dict[str, str] = {
    "authentication_error": "invalid x-api-key",
    "billing_error": "Your credit balance is too low to access the API",
    "permission_error": "Your API key does not have permission to use this resource",
    "not_found_error": "Not found",
    "timeout_error": "The request timed out",
    "request_too_large": "The request is too large",
    "rate_limit_error": "This request would exceed your rate limit; try again later",
    "api_error": "Internal server error",
    "overloaded_error": "Overloaded",
}


class ApiError(Exception):
    """An answer with an error status.

    Handlers raise it; the application turns it into the API's error body.
    """

    def __init__(
        self,
        status: int,
        message: Optional[str] = None,
        *,
        error_type: Optional[str] = None,
        headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        self.status = status
        self.error_type = error_type or error_type_for(status)
        self.message = message or _MESSAGES.get(self.error_type, "Invalid request")
        self.headers = dict(headers or {})
        super().__init__(self.message)


def error_type_for(status: int) -> str:
    """The `error.type` that the API uses with an HTTP status."""
    return _TYPES.get(status, "api_error" if status >= 500 else "invalid_request_error")


def error_body(error: ApiError, request_id: Optional[str]) -> JsonObject:
    """The JSON body of an error answer (also the data of an `error` event in a stream)."""
    return {
        "type": "error",
        "error": {"type": error.error_type, "message": error.message},
        "request_id": request_id,
    }


def invalid(message: str) -> ApiError:
    """A 400: the request is understood and wrong."""
    return ApiError(400, message)


def not_found(message: str) -> ApiError:
    """A 404: no such path, or no object with such an id."""
    return ApiError(404, message)
