"""Every error that a call can raise.

    AnthropicError
    ├── OutputValidationError             a text does not fit the type asked for; in lib/_parse
    └── APIError                          has .message, .request, .body
        ├── APIConnectionError            no answer arrived, or not all of it
        │   ├── APITimeoutError
        │   └── IncompleteStreamError     a streamed message ended before its end
        ├── APIResponseValidationError    an answer arrived that does not fit its type
        └── APIStatusError                an answer arrived that reports an error
            ├── BadRequestError             400
            ├── AuthenticationError         401
            ├── PermissionDeniedError       403
            ├── NotFoundError               404
            ├── ConflictError               409
            ├── RequestTooLargeError        413
            ├── UnprocessableEntityError    422
            ├── RateLimitError              429
            ├── ServiceUnavailableError     503, platform clients only
            ├── DeadlineExceededError       504, Vertex only
            ├── OverloadedError             529
            └── InternalServerError         every other 5xx

Misuse of the library raises ``TypeError`` or ``ValueError`` instead.

An error that ends a stream also tells what had arrived: see ``APIError.snapshot``.
"""

from __future__ import annotations

from typing import Any, Dict, Mapping, Optional, Tuple, Type, cast

import httpx
from typing_extensions import Literal

from ._travel import error_parts
from ._values import Value

__all__ = [
    "BadRequestError",
    "AuthenticationError",
    "PermissionDeniedError",
    "NotFoundError",
    "ConflictError",
    "UnprocessableEntityError",
    "RateLimitError",
    "InternalServerError",
]


class AnthropicError(Exception):
    """The base of every error that this package defines."""


class OpenBlock(Value):
    """The content block of a message that was still arriving when its stream ended."""

    index: int
    """Its place in the content of the message."""

    type: str
    """What kind of block it is, such as ``text`` or ``tool_use``."""

    id: Optional[str]
    """The id of a tool call; None for blocks that have none."""

    name: Optional[str]
    """The name of the tool; None for blocks that have none."""


class APIError(AnthropicError):
    """A request failed.

    ``body`` is the decoded answer where that was JSON, the text of it where it was not, and
    ``None`` where there was none.  An error that was pickled or copied has its ``request`` without
    the body, and without credentials.
    """

    message: str
    request: httpx.Request
    body: Optional[object]

    snapshot: Any = None
    """Where a streamed message broke off: the message so far, without a tool call whose input was
    still arriving; ``None`` for every other error, and before the first event."""

    open_block: Optional[OpenBlock] = None
    """Where a streamed message broke off within a content block: which one."""

    def __init__(self, message: str, request: httpx.Request, *, body: Optional[object]) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        self.body = body

    def __reduce__(self) -> Tuple[Any, ...]:
        # For pickle and copy: constructors differ; credentials and the body of the request stay.
        return error_parts(self)


class APIResponseValidationError(APIError):
    """The answer does not have the form that its type promises."""

    response: httpx.Response
    status_code: int

    def __init__(
        self,
        response: httpx.Response,
        body: Optional[object],
        *,
        message: Optional[str] = None,
    ) -> None:
        super().__init__(
            message or "Data returned by API invalid for expected schema.",
            response.request,
            body=body,
        )
        self.response = response
        self.status_code = response.status_code


class APIStatusError(APIError):
    """The server answered with an error; ``status_code`` says which."""

    response: httpx.Response
    status_code: int
    request_id: Optional[str]

    type: Optional[str]
    """The API's name for the error, such as ``overloaded_error``; None if it gave none."""

    def __init__(self, message: str, *, response: httpx.Response, body: Optional[object]) -> None:
        super().__init__(message, response.request, body=body)
        self.response = response
        self.status_code = response.status_code
        self.request_id = response.headers.get("request-id")
        self.type = error_type(body)


class APIConnectionError(APIError):
    """No answer arrived, or not all of it; ``__cause__`` holds what the transport reported."""

    request_id: Optional[str] = None
    """The API's id of the request, if the answer had begun."""

    def __init__(self, *, message: str = "Connection error.", request: httpx.Request) -> None:
        super().__init__(message, request, body=None)


class APITimeoutError(APIConnectionError):
    """No answer arrived within the timeout."""

    def __init__(self, request: httpx.Request, *, message: Optional[str] = None) -> None:
        super().__init__(
            message=message
            or (
                "Request timed out or interrupted. Either the answer took longer than the timeout "
                "of this client or of this request, or the connection was cut while waiting; "
                "for long answers, use streaming or pass a larger `timeout` (in seconds)."
            ),
            request=request,
        )


class IncompleteStreamError(APIConnectionError):
    """A streamed message ended before its end, and without saying why it stopped.

    ``snapshot`` is the message so far, ``open_block`` the content block that was cut.  A client
    with ``require_complete_streams=False`` takes such an end for a good one.
    """


# Each class pins the status it stands for, so that a type checker narrows `status_code`.
class BadRequestError(APIStatusError):
    """400: the request is malformed, or a parameter has a value the API does not accept."""

    # The base declares an `int` that may be assigned; nobody assigns it, here or in its kin.
    status_code: Literal[400] = 400  # pyright: ignore[reportIncompatibleVariableOverride]


class AuthenticationError(APIStatusError):
    """401: the credentials are missing or wrong."""

    status_code: Literal[401] = 401  # pyright: ignore[reportIncompatibleVariableOverride]


class PermissionDeniedError(APIStatusError):
    """403: the credentials do not give access to this."""

    status_code: Literal[403] = 403  # pyright: ignore[reportIncompatibleVariableOverride]


class NotFoundError(APIStatusError):
    """404: there is no such thing, or no such model."""

    status_code: Literal[404] = 404  # pyright: ignore[reportIncompatibleVariableOverride]


class ConflictError(APIStatusError):
    """409: the request clashes with another one."""

    status_code: Literal[409] = 409  # pyright: ignore[reportIncompatibleVariableOverride]


class RequestTooLargeError(APIStatusError):
    """413: the request holds more bytes than the API accepts."""

    status_code: Literal[413] = 413  # pyright: ignore[reportIncompatibleVariableOverride]


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed but makes no sense to the API."""

    status_code: Literal[422] = 422  # pyright: ignore[reportIncompatibleVariableOverride]


class RateLimitError(APIStatusError):
    """429: too many requests or tokens; the ``retry-after`` header says when to come back."""

    status_code: Literal[429] = 429  # pyright: ignore[reportIncompatibleVariableOverride]


class ServiceUnavailableError(APIStatusError):
    """503, as the platform clients report it."""

    status_code: Literal[503] = 503  # pyright: ignore[reportIncompatibleVariableOverride]


class OverloadedError(APIStatusError):
    """529: the API has more work than it can take at the moment."""

    status_code: Literal[529] = 529  # pyright: ignore[reportIncompatibleVariableOverride]


class DeadlineExceededError(APIStatusError):
    """504, as Vertex reports it."""

    status_code: Literal[504] = 504  # pyright: ignore[reportIncompatibleVariableOverride]


class InternalServerError(APIStatusError):
    """5xx: something failed on the server's side."""


_COMMON_STATUSES: Dict[int, Type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
# Statuses that only the first-party API gives a meaning; platforms have others.
_FIRST_PARTY_STATUSES: Dict[int, Type[APIStatusError]] = {
    413: RequestTooLargeError,
    529: OverloadedError,
}


def status_error_class(status_code: int) -> Type[APIStatusError]:
    """The class of error that stands for an HTTP status of the first-party API."""
    return _FIRST_PARTY_STATUSES.get(status_code) or common_error_class(status_code)


def common_error_class(status_code: int) -> Type[APIStatusError]:
    """The class of error that stands for an HTTP status, whoever serves the API."""
    known = _COMMON_STATUSES.get(status_code)
    if known is not None:
        return known
    return InternalServerError if status_code >= 500 else APIStatusError


# What an `error` event of a stream calls an error, and the status that says the same.
_ERROR_TYPES: Dict[str, int] = {
    "invalid_request_error": 400,
    "authentication_error": 401,
    "billing_error": 402,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "api_error": 500,
    "timeout_error": 504,
    "overloaded_error": 529,
}


def error_type(body: Optional[object]) -> Optional[str]:
    """The ``error.type`` of an error's body; None if it has none."""
    found = _member(_member(body, "error"), "type")
    return found if isinstance(found, str) else None


def error_type_class(kind: Optional[str]) -> Type[APIStatusError]:
    """The class of error that stands for an ``error.type``; the base of them for unknown ones."""
    return status_error_class(_ERROR_TYPES.get(kind or "", 200))


def implied_status(error: APIStatusError) -> int:
    """The status that an error would have had, had the answer not begun well."""
    known = _ERROR_TYPES.get(error.type or "")
    if known is not None:
        return known
    pinned: Optional[int] = getattr(type(error), "status_code", None)
    return pinned or (500 if isinstance(error, InternalServerError) else error.status_code)


def _member(value: Optional[object], key: str) -> Optional[object]:
    return cast("Mapping[str, object]", value).get(key) if isinstance(value, dict) else None


# A traceback shows the name that programs import, whichever module they got the error from.
for _published in (
    AnthropicError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APIConnectionError,
    APITimeoutError,
    IncompleteStreamError,
    BadRequestError,
    AuthenticationError,
    PermissionDeniedError,
    NotFoundError,
    ConflictError,
    UnprocessableEntityError,
    RateLimitError,
    InternalServerError,
):
    _published.__module__ = "anthropic"
