"""Errors for answers that arrived but cannot be read: no JSON, or no text at all."""

from __future__ import annotations

import json
from typing import Any, NoReturn, Optional, Tuple, Union, cast

import httpx

from ._disclosure import shown_request
from ._exceptions import AnthropicError, APIError, APIResponseValidationError
from ._travel import error_parts

DecodeError = Union[json.JSONDecodeError, UnicodeDecodeError]
Undecodable = (json.JSONDecodeError, UnicodeDecodeError)


class FrameError(AnthropicError, ValueError):
    """A stream does not come in whole frames; raised by decoders, which know of no request."""

    is_cut: bool = False
    """Whether it is only that the stream ended too early."""

    def of_answer(self, response: httpx.Response) -> APIError:
        """The same as an error of the answer that the stream is."""
        raise NotImplementedError


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


class TextForModel(str):
    """The text of an answer that promised a model; it knows the answer, should more be wanted."""

    response: httpx.Response

    @classmethod
    def of(cls, response: httpx.Response) -> TextForModel:
        text = cls(response.text)
        text.response = response
        return text


def not_a_model(response: httpx.Response, value: object) -> APIResponseValidationError:
    """The error for an answer that is no JSON object, where one is needed to go on."""
    kind = "str" if isinstance(value, str) else type(value).__name__
    return APIResponseValidationError(
        response=response,
        message=(
            f"The answer to {shown_request(response.request)} should be a JSON object, but is "
            f"{kind!r} (content type `{response.headers.get('content-type', 'not given')}`). "
            "The error's `body` has it."
        ),
        body=value,
    )


def followed_link(answer: object, name: str, *, missing: str) -> str:
    """The address in the field `name` of an answer, to be asked next.

    Raises `AnthropicError` with the text `missing` where the field is empty, and
    `APIResponseValidationError` where the answer is a text.
    """
    if isinstance(answer, TextForModel):
        raise not_a_model(answer.response, str(answer))
    link = getattr(answer, name, None)
    if not link:
        raise AnthropicError(missing)
    return cast(str, link)


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
