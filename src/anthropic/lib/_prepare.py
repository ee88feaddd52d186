"""What happens to a request of a generated method before it is sent.

Each `prepare_*` function is called with the client, the body (which it may change) and the
caller's `timeout`. It returns options of the request, the timeout to use among them, warns about
models that should no longer be used, and raises when the request cannot succeed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, Union, cast

from typing_extensions import Required, TypedDict

from .._constants import DEFAULT_TIMEOUT, MODEL_NONSTREAMING_TOKENS
from .._requests import may_take_long
from .._types import NotGiven, Omit
from ._callers import warn_caller

if TYPE_CHECKING:
    import httpx

    from .._base_client import BaseClient
    from .._collecting import Collectors

    Timeout = Union[float, httpx.Timeout, None, NotGiven]

Body = Dict[str, Any]


class Prepared(TypedDict, total=False):
    """Options of a request, as arguments of `make_request_options`."""

    timeout: Required[Timeout]
    collector: Collectors


# model -> the day it stops working
DEPRECATED_MODELS = {
    "claude-1.3": "November 6th, 2024",
    "claude-1.3-100k": "November 6th, 2024",
    "claude-instant-1.1": "November 6th, 2024",
    "claude-instant-1.1-100k": "November 6th, 2024",
    "claude-instant-1.2": "November 6th, 2024",
    "claude-3-sonnet-20240229": "July 21st, 2025",
    "claude-3-opus-20240229": "January 5th, 2026",
    "claude-2.1": "July 21st, 2025",
    "claude-2.0": "July 21st, 2025",
    "claude-3-7-sonnet-latest": "February 19th, 2026",
    "claude-3-7-sonnet-20250219": "February 19th, 2026",
    "claude-3-5-haiku-latest": "February 19th, 2026",
    "claude-3-5-haiku-20241022": "February 19th, 2026",
}

MODELS_TO_WARN_WITH_THINKING_ENABLED = ["claude-opus-4-6"]

_COMPLETION_TIMEOUT_SECONDS = 600


def prepare_message(client: BaseClient[Any, Any], body: Body, *, timeout: Timeout) -> Prepared:
    """Prepares `messages.create`: warns about the model; sees to answers that may take long."""
    warn_about_model(body)
    if _streams_behind_the_scenes(client, body):
        from .streaming._collecting import message_collector

        return {"timeout": timeout, "collector": message_collector}
    return {"timeout": _message_timeout(client, body, timeout)}


def prepare_parsed_beta_message(
    client: BaseClient[Any, Any], body: Body, *, timeout: Timeout
) -> Prepared:
    """Prepares `beta.messages.parse` like `messages.create`."""
    warn_about_model(body)
    if _streams_behind_the_scenes(client, body):
        from .streaming._collecting import beta_message_collector

        return {"timeout": timeout, "collector": beta_message_collector}
    return {"timeout": _message_timeout(client, body, timeout)}


def prepare_beta_message(client: BaseClient[Any, Any], body: Body, *, timeout: Timeout) -> Prepared:
    """Prepares `beta.messages.create`: also moves `output_format`, a schema, to its place."""
    from ._parse._output_format import check_beta_output_format, take_output_type

    validate_output_format(body.get("output_format"))
    check_beta_output_format(body)
    take_output_type(body)
    return prepare_parsed_beta_message(client, body, timeout=timeout)


def prepare_count_tokens(client: BaseClient[Any, Any], body: Body, *, timeout: Timeout) -> Prepared:
    """Prepares `messages.count_tokens`: moves `output_format`, a schema or a type, to its place."""
    from ._parse._output_format import take_output_type

    take_output_type(body)
    return {"timeout": timeout}


def prepare_beta_count_tokens(
    client: BaseClient[Any, Any], body: Body, *, timeout: Timeout
) -> Prepared:
    """Prepares `beta.messages.count_tokens`: moves `output_format`, a schema, to its place."""
    from ._parse._output_format import check_beta_output_format, take_output_type

    validate_output_format(body.get("output_format"))
    check_beta_output_format(body)
    take_output_type(body)
    return {"timeout": timeout}


def prepare_completion(client: BaseClient[Any, Any], body: Body, *, timeout: Timeout) -> Prepared:
    """Prepares `completions.create`: ten minutes a step, unless the caller chose otherwise."""
    if _has_default_timeout(client, timeout):
        return {"timeout": _COMPLETION_TIMEOUT_SECONDS}
    return {"timeout": timeout}


def validate_output_format(output_format: object) -> None:
    """Raises `TypeError` if `output_format` is a type where only a JSON schema can be used."""
    if output_format is None or isinstance(output_format, (Mapping, NotGiven, Omit)):
        return
    found = f"`{output_format!r}`"
    if isinstance(output_format, type):
        found = f"the class `{output_format.__name__}`"
    raise TypeError(
        f"`output_format` must be a JSON schema format here, a dict, not {found}. Pass a type to "
        "`beta.messages.parse(output_format=...)`, which also reads the answer into it."
    )


def warn_about_model(body: Mapping[str, object]) -> None:
    """Warns at the caller's line about a model that is retiring or used in an outdated way."""
    model = body.get("model")
    if not isinstance(model, str):
        return
    if model in DEPRECATED_MODELS:
        warn_caller(
            f"The model '{model}' is deprecated and will reach end-of-life on "
            f"{DEPRECATED_MODELS[model]}. Choose a newer model: "
            "https://docs.anthropic.com/en/docs/resources/model-deprecations",
            DeprecationWarning,
        )
    if model in MODELS_TO_WARN_WITH_THINKING_ENABLED and _thinking_type(body) == "enabled":
        warn_caller(
            f"The model '{model}' works best with adaptive thinking: use "
            "thinking={'type': 'adaptive'} instead of thinking={'type': 'enabled', ...}.",
            UserWarning,
        )


def _thinking_type(body: Mapping[str, object]) -> object:
    thinking = body.get("thinking")
    if isinstance(thinking, Mapping):
        return cast("Mapping[str, object]", thinking).get("type")
    return None


def _streams_behind_the_scenes(client: BaseClient[Any, Any], body: Body) -> bool:
    """Whether an answer is streamed for a caller who wants it as a whole; if so, asks for it."""
    if client.long_requests != "stream" or body.get("stream") or not _has_limit(body):
        return False
    if not may_take_long(body["max_tokens"], _nonstreaming_limit(body)):
        return False
    body["stream"] = True
    return True


def _message_timeout(client: BaseClient[Any, Any], body: Body, timeout: Timeout) -> Timeout:
    """A reply that is not streamed has to be complete before connections are dropped on the way."""
    if body.get("stream") or not _has_default_timeout(client, timeout) or not _has_limit(body):
        return timeout
    return client._calculate_nonstreaming_timeout(body["max_tokens"], _nonstreaming_limit(body))


def _has_limit(body: Body) -> bool:
    """Whether the length of the answer is limited by a number; the API says what else is wrong."""
    return isinstance(cast(object, body["max_tokens"]), (int, float))


def _nonstreaming_limit(body: Body) -> Optional[int]:
    """How many tokens the model gives to those who do not stream; None for all of them."""
    model = body.get("model")
    return MODEL_NONSTREAMING_TOKENS.get(model) if isinstance(model, str) else None


def _has_default_timeout(client: BaseClient[Any, Any], timeout: Timeout) -> bool:
    return isinstance(timeout, (NotGiven, Omit)) and client.timeout == DEFAULT_TIMEOUT
