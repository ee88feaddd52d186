# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Optional, Union

import httpx

from .._base_client import AsyncPaginator, make_request_options
from .._compat import cached_property
from .._resource import AsyncAPIResource, SyncAPIResource
from .._types import Body, Headers, NotGiven, Omit, Query, SequenceNotStr, not_given, omit
from .._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ..pagination import AsyncPage, SyncPage
from ..types.animal import Animal


__all__ = [
    "Animals",
    "AsyncAnimals",
]


class Animals(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AnimalsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AnimalsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AnimalsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AnimalsWithStreamingResponse(self)

    def list(
        self,
        *,
        after_id: Union[str, Omit] = omit,
        before_id: Union[str, Omit] = omit,
        limit: Union[int, Omit] = omit,
        ids: Union[SequenceNotStr[str], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SyncPage[Animal]:
        """All animals.

        Args:
            after_id: Start after this animal.
            before_id: End before this animal.
            limit: Animals a page.
            ids: Only these.
        """
        return self._get_api_list(
            "/animals",
            page=SyncPage[Animal],
            model=Animal,
            options=make_request_options(
                query={
                    "after_id": after_id,
                    "before_id": before_id,
                    "limit": limit,
                    "animal-ids": ids,
                },
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )


class AsyncAnimals(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncAnimalsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncAnimalsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAnimalsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncAnimalsWithStreamingResponse(self)

    def list(
        self,
        *,
        after_id: Union[str, Omit] = omit,
        before_id: Union[str, Omit] = omit,
        limit: Union[int, Omit] = omit,
        ids: Union[SequenceNotStr[str], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncPaginator[Animal, AsyncPage[Animal]]:
        """All animals.

        Args:
            after_id: Start after this animal.
            before_id: End before this animal.
            limit: Animals a page.
            ids: Only these.
        """
        return self._get_api_list(
            "/animals",
            page=AsyncPage[Animal],
            model=Animal,
            options=make_request_options(
                query={
                    "after_id": after_id,
                    "before_id": before_id,
                    "limit": limit,
                    "animal-ids": ids,
                },
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )


class AnimalsWithRawResponse:
    def __init__(self, animals: Animals) -> None:
        self._animals = animals
        self.list = to_legacy_response_wrapper(self._animals.list)


class AsyncAnimalsWithRawResponse:
    def __init__(self, animals: AsyncAnimals) -> None:
        self._animals = animals
        self.list = async_to_legacy_response_wrapper(self._animals.list)


class AnimalsWithStreamingResponse:
    def __init__(self, animals: Animals) -> None:
        self._animals = animals
        self.list = to_streamed_response_wrapper(self._animals.list)


class AsyncAnimalsWithStreamingResponse:
    def __init__(self, animals: AsyncAnimals) -> None:
        self._animals = animals
        self.list = async_to_streamed_response_wrapper(self._animals.list)
