# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from datetime import date
from typing import Dict, Optional, Union

import httpx
from typing_extensions import Literal

from .. import types
from .._base_client import make_request_options
from .._body import async_transform_body, transform_body
from .._compat import cached_property
from .._resource import AsyncAPIResource, SyncAPIResource
from .._types import (
    Base64FileInput,
    Body,
    Headers,
    NotGiven,
    Omit,
    Query,
    SequenceNotStr,
    not_given,
    omit,
)
from .._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ..types.animal import Animal
from ..types.size import Size


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

    def create(
        self,
        *,
        name: str,
        kind: Literal["animal"],
        size: Size,
        nick: Union[str, Omit, None] = omit,
        diet: Union[types.DietParam, Omit] = omit,
        level: Union[Literal[1, 2], Omit] = omit,
        born: Union[str, date, Omit] = omit,
        weight: Union[float, Omit] = omit,
        tame: Union[bool, Omit] = omit,
        photo: Union[str, Base64FileInput, Omit] = omit,
        tags: Union[SequenceNotStr[str], Omit] = omit,
        notes: Union[Dict[str, str], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Animal:
        """Take in an animal.

        Args:
            name: Its name.
            kind: What it is.
            nick: What visitors call it.
            level: How dangerous it is.
            born: Day of its birth.
            weight: In kilograms.
            tame: Whether it may be touched.
            photo: A picture.
            tags: Words to find it by.
            notes: Anything else.
        """
        request_body: Dict[str, object] = {
            "name": name,
            "kind": kind,
            "size": size,
            "nick": nick,
            "diet": diet,
            "level": level,
            "born": born,
            "weight": weight,
            "tame": tame,
            "photo": photo,
            "tags": tags,
            "notes": notes,
        }
        request_body = transform_body(request_body)
        return self._post(
            "/animals",
            body=request_body,
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

    async def create(
        self,
        *,
        name: str,
        kind: Literal["animal"],
        size: Size,
        nick: Union[str, Omit, None] = omit,
        diet: Union[types.DietParam, Omit] = omit,
        level: Union[Literal[1, 2], Omit] = omit,
        born: Union[str, date, Omit] = omit,
        weight: Union[float, Omit] = omit,
        tame: Union[bool, Omit] = omit,
        photo: Union[str, Base64FileInput, Omit] = omit,
        tags: Union[SequenceNotStr[str], Omit] = omit,
        notes: Union[Dict[str, str], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Animal:
        """Take in an animal.

        Args:
            name: Its name.
            kind: What it is.
            nick: What visitors call it.
            level: How dangerous it is.
            born: Day of its birth.
            weight: In kilograms.
            tame: Whether it may be touched.
            photo: A picture.
            tags: Words to find it by.
            notes: Anything else.
        """
        request_body: Dict[str, object] = {
            "name": name,
            "kind": kind,
            "size": size,
            "nick": nick,
            "diet": diet,
            "level": level,
            "born": born,
            "weight": weight,
            "tame": tame,
            "photo": photo,
            "tags": tags,
            "notes": notes,
        }
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/animals",
            body=request_body,
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
        self.create = to_legacy_response_wrapper(self._animals.create)


class AsyncAnimalsWithRawResponse:
    def __init__(self, animals: AsyncAnimals) -> None:
        self._animals = animals
        self.create = async_to_legacy_response_wrapper(self._animals.create)


class AnimalsWithStreamingResponse:
    def __init__(self, animals: Animals) -> None:
        self._animals = animals
        self.create = to_streamed_response_wrapper(self._animals.create)


class AsyncAnimalsWithStreamingResponse:
    def __init__(self, animals: AsyncAnimals) -> None:
        self._animals = animals
        self.create = async_to_streamed_response_wrapper(self._animals.create)
