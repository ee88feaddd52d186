# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Optional, Union

import httpx

from .. import types
from .._base_client import make_request_options
from .._body import async_transform_body, transform_body
from .._compat import cached_property
from .._resource import AsyncAPIResource, SyncAPIResource
from .._types import Body, Headers, NotGiven, Omit, Query, not_given, omit
from .._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ..types.label_create_response import LabelCreateResponse


__all__ = [
    "Labels",
    "AsyncLabels",
]


class Labels(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> LabelsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return LabelsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> LabelsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return LabelsWithStreamingResponse(self)

    def create(
        self,
        *,
        from_: str,
        font_size: Union[int, Omit] = omit,
        origin: Union[types.label_create_params.Origin, Omit] = omit,
        style: Union[types.label_create_params.Style, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> LabelCreateResponse:
        """Print a label.

        Args:
            from_: Who prints it.
            font_size: In points.
            origin: Where the animal is from.
            style: How it looks.
        """
        request_body: Dict[str, object] = {
            "from": from_,
            "font-size": font_size,
            "origin": origin,
            "style": style,
        }
        request_body = transform_body(request_body)
        return self._post(
            "/labels",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=LabelCreateResponse,
        )


class AsyncLabels(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncLabelsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncLabelsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncLabelsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncLabelsWithStreamingResponse(self)

    async def create(
        self,
        *,
        from_: str,
        font_size: Union[int, Omit] = omit,
        origin: Union[types.label_create_params.Origin, Omit] = omit,
        style: Union[types.label_create_params.Style, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> LabelCreateResponse:
        """Print a label.

        Args:
            from_: Who prints it.
            font_size: In points.
            origin: Where the animal is from.
            style: How it looks.
        """
        request_body: Dict[str, object] = {
            "from": from_,
            "font-size": font_size,
            "origin": origin,
            "style": style,
        }
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/labels",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=LabelCreateResponse,
        )


class LabelsWithRawResponse:
    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self.create = to_legacy_response_wrapper(self._labels.create)


class AsyncLabelsWithRawResponse:
    def __init__(self, labels: AsyncLabels) -> None:
        self._labels = labels
        self.create = async_to_legacy_response_wrapper(self._labels.create)


class LabelsWithStreamingResponse:
    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self.create = to_streamed_response_wrapper(self._labels.create)


class AsyncLabelsWithStreamingResponse:
    def __init__(self, labels: AsyncLabels) -> None:
        self._labels = labels
        self.create = async_to_streamed_response_wrapper(self._labels.create)
