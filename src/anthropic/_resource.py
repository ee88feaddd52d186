"""Base classes of the resources: groups of methods that share a client."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from ._base_client import AsyncAPIClient, SyncAPIClient

# What a resource borrows from its client.
_VERBS = {
    "_get": "get",
    "_post": "post",
    "_patch": "patch",
    "_put": "put",
    "_delete": "delete",
    "_get_api_list": "get_api_list",
}


def _borrow(resource: Any, name: str) -> Any:
    """The client's method, as it is at the moment of the call: both may have been replaced."""
    verb = _VERBS.get(name)
    if verb is None:
        raise AttributeError(f"{type(resource).__name__!r} object has no attribute {name!r}")
    return getattr(resource._client, verb)


class SyncAPIResource:
    """A group of methods that send their requests through ``client``."""

    _client: SyncAPIClient

    def __init__(self, client: SyncAPIClient) -> None:
        self._client = client
        if TYPE_CHECKING:
            self._get = client.get
            self._post = client.post
            self._patch = client.patch
            self._put = client.put
            self._delete = client.delete
            self._get_api_list = client.get_api_list

    if not TYPE_CHECKING:
        __getattr__ = _borrow

    def _sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class AsyncAPIResource:
    """A group of methods that send their requests through an asynchronous ``client``."""

    _client: AsyncAPIClient

    def __init__(self, client: AsyncAPIClient) -> None:
        self._client = client
        if TYPE_CHECKING:
            self._get = client.get
            self._post = client.post
            self._patch = client.patch
            self._put = client.put
            self._delete = client.delete
            self._get_api_list = client.get_api_list

    if not TYPE_CHECKING:
        __getattr__ = _borrow

    async def _sleep(self, seconds: float) -> None:
        import anyio

        await anyio.sleep(seconds)
