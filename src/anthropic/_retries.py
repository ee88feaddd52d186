"""Whether to try again, and when.  No clocks are waited for here, and nothing is sent."""

from __future__ import annotations

import email.utils
import random
import time
from typing import Mapping, Optional

from ._constants import INITIAL_RETRY_DELAY, MAX_RETRY_AFTER, MAX_RETRY_DELAY

# 408: the server waited too long.  409: a lock was held.  429: too many requests.
_RETRIED_STATUSES = frozenset({408, 409, 429})

# 2 ** n leaves the range of a float above this; the delay has reached its ceiling long before.
_HIGHEST_EXPONENT = 1000


def should_retry(status_code: int, headers: Mapping[str, str]) -> bool:
    """Whether an answer that reports an error is worth another attempt.

    The server's own word, in ``x-should-retry``, counts for more than the status.
    """
    word = headers.get("x-should-retry")
    if word == "true":
        return True
    if word == "false":
        return False
    return status_code in _RETRIED_STATUSES or status_code >= 500


def retry_after(headers: Optional[Mapping[str, str]]) -> Optional[float]:
    """The seconds that the server asks to wait, if it does so in a form that can be read."""
    if headers is None:
        return None
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after")
    seconds = _number(text)
    if seconds is not None or not text:
        return seconds
    parsed = email.utils.parsedate_tz(text)
    if parsed is None:
        return None
    return float(email.utils.mktime_tz(parsed) - time.time())


def retry_delay(retries_taken: int, headers: Optional[Mapping[str, str]] = None) -> float:
    """The seconds to wait before the next attempt.

    What the server asks for, if that is reasonable; else a delay that doubles each time up to a
    ceiling, shortened by chance so that clients do not come back all at once.
    """
    asked = retry_after(headers)
    if asked is not None and 0 < asked <= MAX_RETRY_AFTER:
        return asked
    exponent = min(retries_taken, _HIGHEST_EXPONENT)
    delay = min(INITIAL_RETRY_DELAY * 2.0**exponent, MAX_RETRY_DELAY)
    return delay * (1 - 0.25 * random.random())


def _number(text: Optional[str]) -> Optional[float]:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None
