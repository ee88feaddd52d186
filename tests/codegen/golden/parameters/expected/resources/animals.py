# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from datetime import datetime
from typing import List, Optional, Union

import httpx
from typing_extensions import Literal

from .._base_client import make_request_options
from .._compat import cached_property
from .._headers import header_value, list_header, merge_headers
from .._paths import path_template
from .._resource import AsyncAPIResource, SyncAPIResource
from .._types import Body, Headers, NotGiven, Omit, Query, SequenceNotStr, not_given, omit
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

    def search(
        self,
        animal_id: str,
        *,
        house_id: str,
        colours: List[Literal["red", "blue"]],
        since: Union[str, datetime, Omit] = omit,
        size_max: Union[float, Omit] = omit,
        tame: Union[bool, Omit] = omit,
        features: Union[SequenceNotStr[str], Omit] = omit,
        x_visitor: Union[str, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Animal:
        """An animal, looked for in a house.

        Args:
            animal_id: Who.
            house_id: Where.
            colours: Any of these.
            since: Seen after.
            size_max: Not bigger.
            tame: Only tame ones.
            features: Features in trial.
            x_visitor: Who asks.
        """
        return self._get(
            path_template(
                "/houses/{house_id}/animals/{animal_id}?new=true",
                animal_id=animal_id,
                house_id=house_id,
            ),
            options=make_request_options(
                query={
                    "colours": colours,
                    "since": since,
                    "size[max]": size_max,
                    "tame": tame,
                },
                extra_headers=merge_headers(
                    {
                        "zoo-features": list_header(features, "search", "fast"),
                        "X-Visitor": header_value(x_visitor),
                    },
                    extra_headers,
                ),
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

    async def search(
        self,
        animal_id: str,
        *,
        house_id: str,
        colours: List[Literal["red", "blue"]],
        since: Union[str, datetime, Omit] = omit,
        size_max: Union[float, Omit] = omit,
        tame: Union[bool, Omit] = omit,
        features: Union[SequenceNotStr[str], Omit] = omit,
        x_visitor: Union[str, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Animal:
        """An animal, looked for in a house.

        Args:
            animal_id: Who.
            house_id: Where.
            colours: Any of these.
            since: Seen after.
            size_max: Not bigger.
            tame: Only tame ones.
            features: Features in trial.
            x_visitor: Who asks.
        """
        return await self._get(
            path_template(
                "/houses/{house_id}/animals/{animal_id}?new=true",
                animal_id=animal_id,
                house_id=house_id,
            ),
            options=make_request_options(
                query={
                    "colours": colours,
                    "since": since,
                    "size[max]": size_max,
                    "tame": tame,
                },
                extra_headers=merge_headers(
                    {
                        "zoo-features": list_header(features, "search", "fast"),
                        "X-Visitor": header_value(x_visitor),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Animal,
        )


class AnimalsWithRawResponse:
    def __init__(self, animals: Animals) -> None:
        self._animals = animals
        self.search = to_legacy_response_wrapper(self._animals.search)


class AsyncAnimalsWithRawResponse:
    def __init__(self, animals: AsyncAnimals) -> None:
        self._animals = animals
        self.search = async_to_legacy_response_wrapper(self._animals.search)


class AnimalsWithStreamingResponse:
    def __init__(self, animals: Animals) -> None:
        self._animals = animals
        self.search = to_streamed_response_wrapper(self._animals.search)


class AsyncAnimalsWithStreamingResponse:
    def __init__(self, animals: AsyncAnimals) -> None:
        self._animals = animals
        self.search = async_to_streamed_response_wrapper(self._animals.search)
