"""Errors for answers that arrived but cannot be read: no JSON, or no text at all."""

from __future__ import annotations

import json
from typing import Any, NoReturn, Optional, Tuple, Union

import httpx

from ._disclosure import shown_request
from ._exceptions import APIResponseValidationError
from ._travel import error_parts

DecodeError = Union[json.JSONDecodeError, UnicodeDecodeError]
Undecodable = (json.JSONDecodeError, UnicodeDecodeError)


class UnreadableAnswerError(APIResponseValidationError, json.JSONDecodeError):
    """An answer, or a part of it, is not JSON; ``body`` is its text.

    It is a ``json.JSONDecodeError`` as well, which is what such answers raised before.
    """

    def __init__(self, message: str, *, response: httpx.Response, text: str, position: int) -> None:
        json.JSONDecodeError.__init__(self, message, text, position)
        # What the line before makes of the message repeats the place, which the message tells.
        self.args = (message,)
        self.message = message
        self.request = response.request
        self.response = response
        self.status_code = response.status_code
        self.body = text

    def __reduce__(self) -> Tuple[Any, ...]:
        return error_parts(self)


def raise_unreadable(
    error: DecodeError,
    response: httpx.Response,
    *,
    part: Optional[str] = None,
) -> NoReturn:
    """Raise for a text that cannot be decoded; ``part`` names it if it is not the whole answer."""
    if getattr(response, "_request", None) is None:
        # Made by hand: nobody was asked, so there is nothing more to tell.
        raise error
    raise unreadable(error, response, part) from error


def unreadable(
    error: DecodeError,
    response: httpx.Response,
    part: Optional[str],
) -> UnreadableAnswerError:
    """The error for a text that cannot be decoded."""
    if isinstance(error, UnicodeDecodeError):
        text, position = error.object.decode("utf-8", "replace"), error.start
    else:
        text, position = error.doc, error.pos
    what = f"is not JSON: {error}" if text.strip() else f"is empty, and not JSON: {error}"
    where = f"{part} of the answer" if part else "The answer"
    asked = shown_request(response.request)
    return UnreadableAnswerError(
        f"{where} to {asked} {what} (status {response.status_code}, content type "
        f"{response.headers.get('content-type') or 'not given'!r}). The error's `body` has its "
        "text.",
        response=response,
        text=text,
        position=position,
    )
