"""Errors of a connection that breaks while an answer is read.

The class of each is one of this package and at the same time the one of httpx that says what
happened, so that programs catch it by either name.
"""

from __future__ import annotations

import contextlib
from typing import Any, Dict, Generator, Optional, Tuple, Type, TypeVar, cast

import httpx

from ._disclosure import shown_reason, shown_request
from ._exceptions import APIConnectionError, APIError, APITimeoutError
from ._travel import error_parts, restored_error

_BROKEN = (
    "The connection broke while the answer was arriving ({asked}: {reason}). What had arrived by "
    "then is not the whole answer; send the request again if you need all of it."
)

_LATE = (
    "The answer did not arrive in time ({asked}: {reason}). What had arrived by then is not the "
    "whole answer; pass a larger timeout to wait longer."
)
_CLOSED = (
    "This program has closed the stream before its end ({asked}), so the rest of the answer cannot "
    "be read. Read what you need before `close()` is called or the `with` block ends."
)

_INTERRUPTED = (
    "The stream was not read to its end ({asked}), and nothing more comes: reading it was "
    "cancelled, or its event loop has ended. Read a stream in the loop that it was made in."
)

_ErrorT = TypeVar("_ErrorT", bound=APIError)

# by the two that they are made of
_CLASSES: Dict[Tuple[Any, Any], Any] = {}


def transport_error(
    error: httpx.RequestError, response: httpx.Response, *, message: Optional[str] = None
) -> APIConnectionError:
    """What to raise for an error of the transport; `message` says why it came to a timeout."""
    if message is not None:
        return _made(type(error), _with_request(message, response), response)
    return _made(type(error), _message(error, response), response)


def caused_error(error: httpx.RequestError, response: httpx.Response) -> APIConnectionError:
    """The same, with its cause: for an error that is not raised at once."""
    made = transport_error(error, response)
    made.__cause__ = error
    return made


@contextlib.contextmanager
def reading(response: httpx.Response) -> Generator[None, None, None]:
    """Have errors of the transport raised as those of this package."""
    try:
        yield
    except httpx.RequestError as error:
        if isinstance(error, APIConnectionError):
            raise
        raise transport_error(error, response) from error


def timeout_error(response: httpx.Response, message: str) -> APIConnectionError:
    """What to raise when nothing arrived for too long."""
    return _made(httpx.ReadTimeout, _with_request(message, response), response)


def closed_error(response: httpx.Response) -> APIConnectionError:
    """What to raise to whoever reads a stream that this program has closed."""
    message = _CLOSED.format(asked=shown_request(response.request))
    return _made(httpx.ReadError, message, response)


def interrupted_error(response: httpx.Response) -> APIConnectionError:
    """What to raise to whoever reads on where nothing more comes, as reading was interrupted."""
    message = _INTERRUPTED.format(asked=shown_request(response.request))
    return _made(httpx.ReadError, message, response)


def was_closed_early(error: Exception, response: httpx.Response) -> bool:
    """Whether a transport failed because its response had been closed.

    Responses close themselves at the end of their body, but not when it breaks off.
    """
    return response.is_closed and isinstance(error, httpx.RequestError)


def _made(
    kind: Type[httpx.RequestError], message: str, response: httpx.Response
) -> APIConnectionError:
    made = _new(kind, message, response.request)
    made.request_id = response.headers.get("request-id")
    return made


def _with_request(message: str, response: httpx.Response) -> str:
    return f"{message} ({shown_request(response.request)})"


def _message(error: httpx.RequestError, response: httpx.Response) -> str:
    template = _LATE if isinstance(error, httpx.TimeoutException) else _BROKEN
    if was_closed_early(error, response):
        template = _CLOSED
    request = response.request
    return template.format(asked=shown_request(request), reason=shown_reason(error, request))


def joint_class(ours: Type[_ErrorT], other: Type[Exception]) -> Type[_ErrorT]:
    """The class of errors in mid-answer that are both `ours` and `other`; the same one each time.

    It goes by the name of `ours`.
    """
    known = _CLASSES.get((ours, other))
    if known is None:
        attributes: Dict[str, Any] = {
            "__doc__": f"`{ours.__name__}` in the middle of an answer, and `{other.__name__}`.",
            "__module__": ours.__module__,
            "__qualname__": ours.__name__,
            "__reduce__": _reduce,
        }
        known = _CLASSES.setdefault((ours, other), type(ours.__name__, (ours, other), attributes))
    return cast("Type[_ErrorT]", known)


def _reduce(error: Exception) -> Tuple[Any, ...]:
    # The class cannot be found by its name; it is made again out of the two.
    _, (_, arguments, values) = error_parts(error)
    return _restored, (*type(error).__bases__, arguments, values)


def _restored(ours: Any, other: Any, arguments: Tuple[Any, ...], values: Dict[str, Any]) -> Any:
    return restored_error(joint_class(ours, other), arguments, values)


def _new(
    kind: Type[httpx.RequestError], message: str, request: httpx.Request
) -> APIConnectionError:
    if issubclass(kind, httpx.TimeoutException):
        return joint_class(APITimeoutError, kind)(request, message=message)
    return joint_class(APIConnectionError, kind)(message=message, request=request)
