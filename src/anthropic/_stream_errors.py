"""Errors of a connection that breaks while an answer is read.

The class of each is one of this package and at the same time the one of httpx that says what
happened, so that programs catch it by either name.
"""

from __future__ import annotations

import contextlib
from typing import Any, Dict, Generator, Optional, Tuple, Type, cast

import httpx

from ._disclosure import shown_reason, shown_request
from ._exceptions import APIConnectionError, APITimeoutError
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

# by the class of httpx
_CLASSES: Dict[Any, Type[APIConnectionError]] = {}


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


def _class_for(kind: Type[httpx.RequestError]) -> Type[APIConnectionError]:
    """The class that is both ours and `kind`; the same one each time."""
    known = _CLASSES.get(kind)
    if known is None:
        known = _CLASSES.setdefault(kind, _new_class(kind))
    return known


def _new_class(kind: Type[httpx.RequestError]) -> Type[APIConnectionError]:
    ours = APITimeoutError if issubclass(kind, httpx.TimeoutException) else APIConnectionError
    attributes: Dict[str, Any] = {
        "__doc__": f"`{ours.__name__}` in the middle of an answer, and `httpx.{kind.__name__}`.",
        "__module__": ours.__module__,
        "__qualname__": ours.__name__,
        "__reduce__": _reduce,
    }
    return cast("Type[APIConnectionError]", type(ours.__name__, (ours, kind), attributes))


def _new(
    kind: Type[httpx.RequestError], message: str, request: httpx.Request
) -> APIConnectionError:
    made = _class_for(kind)
    if issubclass(made, APITimeoutError):
        return made(request, message=message)
    return made(message=message, request=request)


def _reduce(error: APIConnectionError) -> Tuple[Any, ...]:
    # The class cannot be found by its name; it is made again out of the one of httpx.
    _, (_, arguments, values) = error_parts(error)
    return _restored, (type(error).__bases__[1], arguments, values)


def _restored(
    kind: Type[httpx.RequestError], arguments: Tuple[Any, ...], values: Dict[str, Any]
) -> APIConnectionError:
    return restored_error(_class_for(kind), arguments, values)
