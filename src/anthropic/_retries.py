"""What an answer says of another attempt: by its status, and in its headers."""

from __future__ import annotations

import email.utils
import time
from typing import Mapping, Optional

# 408: the server waited too long.  409: a lock was held.  429: too many requests.
_RETRIED_STATUSES = frozenset({408, 409, 429})

_WORDS = {"true": True, "false": False}


def server_word(headers: Mapping[str, str]) -> Optional[bool]:
    """What the server itself says about another attempt; None if it says nothing."""
    return _WORDS.get(headers.get("x-should-retry") or "")


def status_is_retried(status_code: int) -> bool:
    """Whether a status stands for something that passes."""
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
    try:
        return float(email.utils.mktime_tz(parsed) - time.time())
    except (ValueError, OverflowError):  # a year that calendars do not know
        return None


def _number(text: Optional[str]) -> Optional[float]:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None
