# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Optional, Union

import httpx

from .._base_client import make_request_options
from .._compat import cached_property
from .._paths import path_template
from .._resource import AsyncAPIResource, SyncAPIResource
from .._types import Body, Headers, NotGiven, Query, not_given
from .._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
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

    def retrieve(
        self,
        animal_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Animal:
        """One animal."""
        return self._get(
            path_template("/animals/{animal_id}", animal_id=animal_id),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Animal,
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

    async def retrieve(
        self,
        animal_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Animal:
        """One animal."""
        return await self._get(
            path_template("/animals/{animal_id}", animal_id=animal_id),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Animal,
        )


class AnimalsWithRawResponse:
    def __init__(self, animals: Animals) -> None:
        self._animals = animals
        self.retrieve = to_legacy_response_wrapper(self._animals.retrieve)


class AsyncAnimalsWithRawResponse:
    def __init__(self, animals: AsyncAnimals) -> None:
        self._animals = animals
        self.retrieve = async_to_legacy_response_wrapper(self._animals.retrieve)


class AnimalsWithStreamingResponse:
    def __init__(self, animals: Animals) -> None:
        self._animals = animals
        self.retrieve = to_streamed_response_wrapper(self._animals.retrieve)


class AsyncAnimalsWithStreamingResponse:
    def __init__(self, animals: AsyncAnimals) -> None:
        self._animals = animals
        self.retrieve = async_to_streamed_response_wrapper(self._animals.retrieve)
