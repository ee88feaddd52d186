"""What can be wrong with an event stream, for who decodes it alone and for who asked for it."""

from __future__ import annotations

import httpx
from typing_extensions import override

from ..._decode_errors import FrameError
from ..._disclosure import shown_request
from ..._exceptions import APIError, APIResponseValidationError, IncompleteStreamError


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
