# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import TYPE_CHECKING

from ._compat import cached_property

if TYPE_CHECKING:
    from ._client import Zoo, AsyncZoo
    from .resources.animals import (
        AnimalsWithRawResponse,
        AnimalsWithStreamingResponse,
        AsyncAnimalsWithRawResponse,
        AsyncAnimalsWithStreamingResponse,
    )

__all__ = [
    "ZooWithRawResponse",
    "ZooWithStreamedResponse",
    "AsyncZooWithRawResponse",
    "AsyncZooWithStreamedResponse",
]


class ZooWithRawResponse:
    """The client's resources, whose methods return the HTTP response."""

    def __init__(self, client: Zoo) -> None:
        self._client = client

    @cached_property
    def animals(self) -> AnimalsWithRawResponse:
        from .resources.animals import AnimalsWithRawResponse

        return AnimalsWithRawResponse(self._client.animals)


class ZooWithStreamedResponse:
    """The client's resources, whose methods are context managers over an unread HTTP response."""

    def __init__(self, client: Zoo) -> None:
        self._client = client

    @cached_property
    def animals(self) -> AnimalsWithStreamingResponse:
        from .resources.animals import AnimalsWithStreamingResponse

        return AnimalsWithStreamingResponse(self._client.animals)


class AsyncZooWithRawResponse:
    """The client's resources, whose methods return the HTTP response."""

    def __init__(self, client: AsyncZoo) -> None:
        self._client = client

    @cached_property
    def animals(self) -> AsyncAnimalsWithRawResponse:
        from .resources.animals import AsyncAnimalsWithRawResponse

        return AsyncAnimalsWithRawResponse(self._client.animals)


class AsyncZooWithStreamedResponse:
    """The client's resources, whose methods are context managers over an unread HTTP response."""

    def __init__(self, client: AsyncZoo) -> None:
        self._client = client

    @cached_property
    def animals(self) -> AsyncAnimalsWithStreamingResponse:
        from .resources.animals import AsyncAnimalsWithStreamingResponse

        return AsyncAnimalsWithStreamingResponse(self._client.animals)
