"""What can be wrong with an event stream, for who decodes it alone and for who asked for it."""

from __future__ import annotations

from typing import Any, Dict, Tuple, Type, cast

import httpx
from typing_extensions import override

from ..._decode_errors import FrameError
from ..._disclosure import shown_request
from ..._exceptions import (
    APIError,
    APIResponseValidationError,
    APIStatusError,
    IncompleteStreamError,
)
from ..._travel import error_parts, restored_error


class EventStreamError(FrameError):
    """A streamed response of AWS is damaged, was cut off, or reports a failure."""

    @override
    def of_answer(self, response: httpx.Response) -> APIError:
        return DamagedStreamError(response, None, message=_told(self, response))


class CutFrameError(EventStreamError):
    """The response ended in the middle of a frame."""

    is_cut = True

    @override
    def of_answer(self, response: httpx.Response) -> APIError:
        return CutStreamError(message=_told(self, response), request=response.request)


class DamagedStreamError(EventStreamError, APIResponseValidationError):
    """The answer to a request is a damaged event stream."""


class CutStreamError(EventStreamError, IncompleteStreamError):
    """The answer to a request ended in the middle of a frame."""


def _told(error: EventStreamError, response: httpx.Response) -> str:
    return (
        f"{error} ({shown_request(response.request)}). The error's `snapshot` has what had "
        "arrived of a message."
    )


# -- failures that a stream reports ---------------------------------------------------------------


# by the class of failures of a whole answer
_CLASSES: Dict[Any, Type[APIStatusError]] = {}


def failure_class(kind: Type[APIStatusError]) -> Type[APIStatusError]:
    """Such an error that is a `ValueError` too, as those in mid-stream were before."""
    known = _CLASSES.get(kind)
    if known is None:
        attributes: Dict[str, Any] = {
            "__doc__": f"`{kind.__name__}` in the middle of an answer.",
            "__module__": kind.__module__,
            "__qualname__": kind.__name__,
            "__reduce__": _reduce,
        }
        made = cast("Type[APIStatusError]", type(kind.__name__, (kind, ValueError), attributes))
        known = _CLASSES.setdefault(kind, made)
    return known


def _reduce(error: APIStatusError) -> Tuple[Any, ...]:
    # The class cannot be found by its name; it is made again out of the one that has it.
    _, (_, arguments, values) = error_parts(error)
    return _restored, (type(error).__bases__[0], arguments, values)


def _restored(kind: Type[APIStatusError], arguments: Tuple[Any, ...], values: Any) -> Any:
    return restored_error(failure_class(kind), arguments, values)
