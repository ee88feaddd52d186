"""How a client treats its calls: options that every client takes, and that its copies keep.

Annotations are read at once: a TypedDict would compile each from its text.
"""

from typing import Any, Mapping, Optional

from typing_extensions import Literal, Self, TypedDict

from ._retry_policy import DEFAULT_RETRY_POLICY, RetryPolicy
from ._types import NotGiven

LongRequests = Literal["error", "stream"]


class ClientOptions(TypedDict, total=False):
    """The options as keyword arguments; `ClientSettings` says what they mean."""

    retry_policy: Optional[RetryPolicy]
    total_timeout: Optional[float]
    require_complete_streams: bool
    stream_idle_timeout: Optional[float]
    stream_progress_timeout: Optional[float]
    long_requests: LongRequests
    pickle_credentials: bool


class ClientSettings:
    """The part of a client that holds these options; they may be assigned."""

    max_retries: int

    retry_policy: RetryPolicy = DEFAULT_RETRY_POLICY
    """Which failures are worth another attempt, and after how long."""

    total_timeout: Optional[float] = None
    """Seconds that a call may take in all, with its retries and the body; None for any time."""

    require_complete_streams: bool = True
    """Whether a streamed message that ends too early raises ``IncompleteStreamError``."""

    stream_idle_timeout: Optional[float] = None
    """Seconds for which a stream may bring no bytes; None for as long as the timeout allows."""

    stream_progress_timeout: Optional[float] = None
    """Seconds for which a stream may bring nothing but pings; None for any time."""

    long_requests: LongRequests = "error"
    """What becomes of a request for a message that may take more than ten minutes, and is not to
    be streamed: ``ValueError``, or a stream that is read behind the scenes."""

    pickle_credentials: bool = False
    """Whether credentials go along when the client is pickled.

    Whoever reads the pickle then has them too.  Without it they are read from the environment where
    the client is loaded.  A password in the base URL, and default headers and query params whose
    names are those of secrets, are not in the environment: calls raise ``TypeError`` until
    ``with_options`` gives them again.
    """

    def _set_options(self, template: "ClientSettings", given: Mapping[str, Any]) -> Self:
        """Set the options that are given; others are as in the template.

        Apart from the constructor, so that subclasses whose constructor knows nothing of an option
        can be copied with it.  Raises `TypeError` for what is no option, `ValueError` for a value
        that it cannot have.
        """
        for name in given:
            if name not in _NAMES:
                kind = type(self).__name__
                raise TypeError(f"{kind} got an unexpected keyword argument {name!r}")
        values = {name: value for name, value in given.items() if not isinstance(value, NotGiven)}
        _check(values)
        for name in _NAMES:
            setattr(self, name, values[name] if name in values else getattr(template, name))
        if "retry_policy" in values:
            self._use_policy(values["retry_policy"])
        if self.long_requests not in ("error", "stream"):
            raise ValueError(
                f"`long_requests` must be 'error' or 'stream', not {self.long_requests!r}"
            )
        return self

    def _use_policy(self, policy: Optional[RetryPolicy]) -> None:
        self.retry_policy = policy or DEFAULT_RETRY_POLICY
        if self.retry_policy.max_retries is not None:
            self.max_retries = self.retry_policy.max_retries


_NAMES = tuple(ClientOptions.__annotations__)
_SECONDS = ("total_timeout", "stream_idle_timeout", "stream_progress_timeout")


def _check(values: Mapping[str, Any]) -> None:
    """Refuse, where they are given, values that would only fail in the middle of a call."""
    policy = values.get("retry_policy")
    if not (policy is None or isinstance(policy, RetryPolicy)):
        raise TypeError(f"`retry_policy` must be a `RetryPolicy` or None, not {policy!r}")
    for name in _SECONDS:
        seconds = values.get(name)
        if seconds is None:
            continue
        if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
            raise TypeError(f"`{name}` must be a number of seconds or None, not {seconds!r}")
        if not seconds > 0:
            raise ValueError(f"`{name}` must be more than 0 seconds, or None, but is {seconds}")
