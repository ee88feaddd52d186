"""What the Foundry clients find out before they ask: who asks, and where."""

from __future__ import annotations

import inspect
import os
from typing import Any, Callable, Mapping, Optional

from .._exceptions import AnthropicError
from .._headers import find_header
from .._models import FinalRequestOptions
from .._types import Headers, NotGiven
from ._hosts import host_part


def chosen_key(api_key: Optional[str], provider: Optional[Callable[[], Any]]) -> Optional[str]:
    """The key to send, if any; an empty one stands for none, whatever the environment says."""
    if api_key is None:
        api_key = os.environ.get("ANTHROPIC_FOUNDRY_API_KEY")
    if not api_key and provider is None:
        raise AnthropicError(
            "Missing credentials. Pass `api_key` or `azure_ad_token_provider`, or set the "
            "ANTHROPIC_FOUNDRY_API_KEY environment variable."
        )
    if provider is not None and not callable(provider):
        kind = type(provider).__name__
        raise TypeError(
            f"`azure_ad_token_provider` must be a function that returns a token, not `{kind}`"
        )
    return api_key or None


def chosen_url(resource: Optional[str], base_url: Optional[str]) -> str:
    """Where the API is; an empty resource stands for none, whatever the environment says.

    What is empty in the environment stands for nothing.
    """
    if resource is None:
        resource = os.environ.get("ANTHROPIC_FOUNDRY_RESOURCE")
    if base_url is None:
        base_url = os.environ.get("ANTHROPIC_FOUNDRY_BASE_URL") or None
    if resource and base_url is not None:
        raise ValueError("base_url and resource are mutually exclusive")
    if base_url is not None:
        return base_url
    if not resource:
        raise ValueError(
            "Must provide one of the `base_url` or `resource` arguments, or the "
            "ANTHROPIC_FOUNDRY_BASE_URL or ANTHROPIC_FOUNDRY_RESOURCE environment variable"
        )
    part = host_part("resource", resource, "my-resource")
    return f"https://{part}.services.ai.azure.com/anthropic/"


def checked_token(token: object) -> str:
    """The token of a provider, if it is one."""
    if inspect.isawaitable(token):
        if inspect.iscoroutine(token):
            token.close()
        raise ValueError(
            "Expected `azure_ad_token_provider` to return a string, but what it returned has to be "
            "awaited: use `AsyncAnthropicFoundry`, or a provider that is no coroutine function"
        )
    if not isinstance(token, str) or not token:
        kind = "an empty string" if token == "" else f"a {type(token).__name__}"
        raise ValueError(
            "Expected `azure_ad_token_provider` to return a non-empty string, but it returned "
            f"{kind}"
        )
    return token


def check_travels(provider: Optional[Callable[[], Any]]) -> None:
    """Raise `TypeError` for a provider that another process would not find."""
    import pickle

    try:
        pickle.dumps(provider)
    except (AttributeError, TypeError, pickle.PicklingError) as error:
        raise TypeError(
            "Cannot pickle a client with this `azure_ad_token_provider`: another process would not "
            "find it. Pass a function that a module defines, which may call this one; or construct "
            "the client where it is used."
        ) from error


def given_headers(options: FinalRequestOptions) -> Headers:
    """The headers of one request, apart from those of the client."""
    return {} if isinstance(options.headers, NotGiven) else options.headers


def sets_header(name: str, *layers: Mapping[str, object]) -> bool:
    """Whether the caller chose a value for a header, for one request or for all."""
    return any(find_header(layer, name) is not None for layer in layers)
