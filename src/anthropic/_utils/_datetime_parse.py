"""Dates and times from the forms in which JSON carries them.

ISO 8601 texts with a little freedom (one-digit months, a space for the ``T``), or numbers: seconds
since 1970, milliseconds where that would be absurdly far away.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Dict, Optional, Pattern, Union

from .._types import StrBytesIntFloat

_DATE = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_TIME = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{1,2})"
    r"(?::(?P<second>\d{1,2})(?:\.(?P<microsecond>\d{1,6})\d{0,6})?)?"
    r"(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?"
)


@cache  # by most programs, not needed at all
def _date_pattern() -> Pattern[str]:
    return re.compile(f"{_DATE}$")


@cache
def _datetime_pattern() -> Pattern[str]:
    return re.compile(f"{_DATE}[T ]{_TIME}$")


USUAL_TIME = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}"
    r"(?:\.[0-9]{3}(?:[0-9]{3})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
"""The form in which times come, which the standard library reads in compiled code."""

_EPOCH = datetime(1970, 1, 1)
# Seconds above this (the year 2603) must be a smaller unit.
_MILLISECONDS_WATERSHED = int(2e10)
# Nanoseconds of the year 9999, roughly: beyond it a number means "as late as can be".
_HIGHEST_NUMBER = int(3e20)


def parse_date(value: Union[date, StrBytesIntFloat]) -> date:
    """A date from an ISO text, a number of seconds, or a date itself.

    Raises ``ValueError`` for any other text, or for a day that does not exist.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    number = _number(value)
    if number is not None:
        return _from_number(number).date()
    match = _date_pattern().match(_text(value))
    if match is None:
        raise ValueError(f"invalid date format: {value!r} is not of the form YYYY-MM-DD")
    return date(**{name: int(digits) for name, digits in match.groupdict().items()})


def parse_datetime(value: Union[datetime, StrBytesIntFloat]) -> datetime:
    """A time from an ISO text, a number of seconds, or a datetime itself.

    Numbers give UTC; a text without an offset gives a time without a zone.  Raises ``ValueError``
    for any other text, or for a time that does not exist.
    """
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(USUAL_TIME, value):
        return datetime.fromisoformat(value.replace("Z", "+00:00"))
    number = _number(value)
    if number is not None:
        return _from_number(number)
    match = _datetime_pattern().match(_text(value))
    if match is None:
        raise ValueError(
            f"invalid datetime format: {value!r} is not of the form YYYY-MM-DDTHH:MM[:SS][offset]"
        )
    parts = match.groupdict()
    zone = _zone(parts.pop("zone"))
    if parts["microsecond"]:
        parts["microsecond"] = parts["microsecond"].ljust(6, "0")
    numbers: Dict[str, int] = {name: int(digits) for name, digits in parts.items() if digits}
    return datetime(
        numbers["year"],
        numbers["month"],
        numbers["day"],
        numbers["hour"],
        numbers["minute"],
        numbers.get("second", 0),
        numbers.get("microsecond", 0),
        tzinfo=zone,
    )


def _text(value: StrBytesIntFloat) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _number(value: StrBytesIntFloat) -> Optional[float]:
    if isinstance(value, (int, float)):
        return value
    try:
        return float(value)
    except ValueError:
        return None
    except TypeError:
        raise TypeError(
            f"invalid type; expected a date, a string, bytes, an int or a float, got {value!r}"
        ) from None


def _from_number(seconds: float) -> datetime:
    if seconds > _HIGHEST_NUMBER:
        return datetime.max
    if seconds < -_HIGHEST_NUMBER:
        return datetime.min
    while abs(seconds) > _MILLISECONDS_WATERSHED:
        seconds /= 1000
    return (_EPOCH + timedelta(seconds=seconds)).replace(tzinfo=timezone.utc)


def _zone(text: Optional[str]) -> Optional[timezone]:
    if text is None:
        return None
    if text == "Z":
        return timezone.utc
    minutes = int(text[-2:]) if len(text) > 3 else 0
    offset = timedelta(hours=int(text[1:3]), minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)
