"""Sending a streaming request again, as long as its answer has brought nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional, Union

import httpx

from ._call_info import CallClock
from ._exceptions import APIError, APIStatusError, implied_status
from ._values import Value

if TYPE_CHECKING:
    from ._models import FinalRequestOptions

# Where a response keeps the request that it answers, among its extensions.
_SENT = "anthropic_sent"

# Headers that describe a body, which that of an error event is not.
_OF_THE_BODY = ("content-", "transfer-")


class SentRequest(Value):
    """A request that was sent, as it was before its last attempt was prepared."""

    options: FinalRequestOptions
    retries_taken: int
    clock: CallClock


def keep_request(response: httpx.Response, sent: SentRequest) -> None:
    """Have a response remember what it answers."""
    response.extensions[_SENT] = sent


def sent_request(response: httpx.Response) -> Optional[SentRequest]:
    """What a response answers; None for one that no client has asked for."""
    sent = response.extensions.get(_SENT)
    return sent if isinstance(sent, SentRequest) else None


def delay_before_resending(
    client: Any, response: httpx.Response, error: APIError
) -> Optional[float]:
    """The seconds to wait before another attempt; None if there is to be none."""
    sent = sent_request(response)
    if sent is None or client._client.is_closed:
        return None
    if not client._may_retry(sent.options, sent.retries_taken):
        return None
    outcome: Union[httpx.Response, Exception]
    if isinstance(error, APIStatusError):
        outcome = _answer_of(error)
        is_retried: bool = client.retry_policy.retries_response(outcome)
    else:
        cause = error.__cause__
        outcome = cause if isinstance(cause, Exception) else error
        is_retried = client.retry_policy.retries_error(outcome)
    if not is_retried:
        return None
    delay: Optional[float] = client._delay_before_retry(
        sent.options, response.request, sent.retries_taken, outcome, sent.clock
    )
    return delay


def _answer_of(error: APIStatusError) -> httpx.Response:
    """The answer that would have reported the error, had the stream not begun well."""
    headers = error.response.headers
    return httpx.Response(
        implied_status(error),
        headers={k: v for k, v in headers.items() if not k.startswith(_OF_THE_BODY)},
        json=error.body,
        request=error.request,
    )
