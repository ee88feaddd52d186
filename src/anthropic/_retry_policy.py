"""Which failures are worth another attempt, how often, and after how long."""

from __future__ import annotations

import random
from typing import (
    TYPE_CHECKING,
    Callable,
    Collection,
    Iterable,
    Mapping,
    Optional,
    Tuple,
    Type,
    Union,
    cast,
)

from ._constants import INITIAL_RETRY_DELAY, MAX_RETRY_AFTER, MAX_RETRY_DELAY
from ._retries import retry_after, server_word, status_is_retried
from ._values import Value

if TYPE_CHECKING:
    import httpx

# Powers leave the range of a float above this; the delay has reached its ceiling long before.
_HIGHEST_EXPONENT = 1000


class RetryAttempt(Value):
    """An attempt that failed and is about to be followed by another."""

    attempt: int
    """Which attempt failed: 1 for the first."""

    delay: float
    """Seconds until the next attempt."""

    elapsed: float
    """Seconds since the call began."""

    error: Optional[Exception]
    """What the transport reported; None where an answer arrived."""

    response: Optional[httpx.Response]
    """The answer that reports an error; None where none arrived. Its body may be unread."""


class RetryPolicy(Value):
    """How a client repeats requests that failed; without arguments, as it does by default.

    Raises `ValueError` for values that make no sense, `TypeError` for those of another kind.
    """

    max_retries: Optional[int] = None
    """How often to send a request again; None leaves it to the client's `max_retries`."""

    statuses: Optional[Collection[int]] = None
    """The HTTP statuses to try again after; None stands for 408, 409, 429 and all from 500 on."""

    errors: Tuple[Type[Exception], ...] = (Exception,)
    """The errors of the transport to try again after, such as `httpx.ConnectError`."""

    obeys_server: bool = True
    """Whether the server's `x-should-retry` header counts for more than the status."""

    retry_if: Optional[Callable[[Union[httpx.Response, Exception]], bool]] = None
    """Decides instead of the four options before: gets the answer, or the transport's error."""

    initial_delay: float = INITIAL_RETRY_DELAY
    """Seconds before the first retry, where the server does not say how long to wait."""

    multiplier: float = 2.0
    """By how much each further delay is longer than the one before."""

    max_delay: float = MAX_RETRY_DELAY
    """The longest delay that is reached in this way, in seconds."""

    jitter: float = 0.25
    """The share of a delay, from 0 to 1, that chance may take off it."""

    max_retry_after: float = MAX_RETRY_AFTER
    """The longest `retry-after` of the server that is waited for, in seconds.

    Not asked for where there is a deadline, here or as the client's `total_timeout`: any time that
    the server names is waited for if it ends before that, and if not, the error is raised at once.
    """

    deadline: Optional[float] = None
    """Seconds from the beginning of a call within which its last attempt has to begin."""

    on_retry: Optional[Callable[[RetryAttempt], None]] = None
    """Called before each wait; what it raises ends the call."""

    def __post_init__(self) -> None:
        for name in ("max_retries", "initial_delay", "max_delay", "max_retry_after", "deadline"):
            value = getattr(self, name)
            if value is None:
                continue
            if not isinstance(value, (int, float)):
                raise TypeError(f"`{name}` must be a number, not {value!r}")
            if value < 0:
                raise ValueError(f"`{name}` must not be negative, but is {value}")
        if isinstance(self.statuses, int):
            raise ValueError(f"`statuses` must be a set of statuses, such as {{{self.statuses}}}")
        if not all(
            isinstance(status, int) for status in cast("Iterable[object]", self.statuses or ())
        ):
            raise TypeError(f"`statuses` must be numbers, such as {{503}}, not {self.statuses!r}")
        if not _are_classes(self.errors):
            raise TypeError(
                "`errors` must be a tuple of classes, such as (httpx.ConnectError,), not "
                f"{self.errors!r}"
            )
        if not 0 <= self.jitter <= 1:
            raise ValueError(f"`jitter` must be between 0 and 1, but is {self.jitter}")
        if self.multiplier < 1:
            raise ValueError(f"`multiplier` must be at least 1, but is {self.multiplier}")

    def retries_response(self, response: httpx.Response) -> bool:
        """Whether an answer that reports an error is worth another attempt."""
        if self.retry_if is not None:
            return self.retry_if(response)
        word = server_word(response.headers) if self.obeys_server else None
        if word is not None:
            return word
        if self.statuses is not None:
            return response.status_code in self.statuses
        return status_is_retried(response.status_code)

    def retries_error(self, error: Exception) -> bool:
        """Whether it is worth another attempt that no answer arrived."""
        if self.retry_if is not None:
            return self.retry_if(error)
        return isinstance(error, self.errors)

    def delay(self, retries_taken: int, headers: Optional[Mapping[str, str]] = None) -> float:
        """Seconds to wait before the next attempt, unless there is a deadline.

        What the server asks for, if that is reasonable; else a delay that grows each time up to a
        ceiling, shortened by chance so that clients do not come back all at once.
        """
        asked = retry_after(headers)
        if asked is not None and 0 < asked <= self.max_retry_after:
            return asked
        exponent = min(retries_taken, _HIGHEST_EXPONENT)
        try:
            grown = self.initial_delay * self.multiplier**exponent
        except OverflowError:
            grown = self.max_delay
        return min(grown, self.max_delay) * (1 - self.jitter * random.random())


def _are_classes(errors: object) -> bool:
    kinds = cast("Tuple[object, ...]", errors) if isinstance(errors, tuple) else (errors,)
    return all(isinstance(kind, type) for kind in kinds)


DEFAULT_RETRY_POLICY = RetryPolicy()
