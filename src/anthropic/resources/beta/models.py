# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import List, Optional, Union

import httpx

from ... import types
from ..._base_client import AsyncPaginator, make_request_options
from ..._compat import cached_property
from ..._headers import list_header, merge_headers
from ..._paths import path_template
from ..._resource import AsyncAPIResource, SyncAPIResource
from ..._types import Body, Headers, NotGiven, Omit, Query, not_given, omit
from ..._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ...pagination import AsyncPage, SyncPage
from ...types.beta.beta_model_info import BetaModelInfo


__all__ = [
    "Models",
    "AsyncModels",
]


class Models(SyncAPIResource):
    """Models that the key may use."""

    @cached_property
    def with_raw_response(self) -> ModelsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return ModelsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ModelsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return ModelsWithStreamingResponse(self)

    def retrieve(
        self,
        model_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaModelInfo:
        """Returns one model. An alias is resolved, so this also tells which snapshot it stands for.

        Args:
            model_id: ID or alias of the model.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get(
            path_template("/v1/models/{model_id}?beta=true", model_id=model_id),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=BetaModelInfo,
        )

    def list(
        self,
        *,
        after_id: Union[str, Omit] = omit,
        before_id: Union[str, Omit] = omit,
        limit: Union[int, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SyncPage[BetaModelInfo]:
        """Lists the models these credentials can use, newest first.

        Args:
            after_id: ID of a model; returns the page that starts right after it. Pass `last_id` of
                the previous page to go forward.
            before_id: ID of a model; returns the page that ends right before it. Pass `first_id` of
                the current page to go back.
            limit: How many models per page, 1 to 1000; 20 when absent.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get_api_list(
            "/v1/models?beta=true",
            page=SyncPage[BetaModelInfo],
            model=BetaModelInfo,
            options=make_request_options(
                query={
                    "after_id": after_id,
                    "before_id": before_id,
                    "limit": limit,
                },
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )


class AsyncModels(AsyncAPIResource):
    """Models that the key may use."""

    @cached_property
    def with_raw_response(self) -> AsyncModelsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncModelsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncModelsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncModelsWithStreamingResponse(self)

    async def retrieve(
        self,
        model_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaModelInfo:
        """Returns one model. An alias is resolved, so this also tells which snapshot it stands for.

        Args:
            model_id: ID or alias of the model.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return await self._get(
            path_template("/v1/models/{model_id}?beta=true", model_id=model_id),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=BetaModelInfo,
        )

    def list(
        self,
        *,
        after_id: Union[str, Omit] = omit,
        before_id: Union[str, Omit] = omit,
        limit: Union[int, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncPaginator[BetaModelInfo, AsyncPage[BetaModelInfo]]:
        """Lists the models these credentials can use, newest first.

        Args:
            after_id: ID of a model; returns the page that starts right after it. Pass `last_id` of
                the previous page to go forward.
            before_id: ID of a model; returns the page that ends right before it. Pass `first_id` of
                the current page to go back.
            limit: How many models per page, 1 to 1000; 20 when absent.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get_api_list(
            "/v1/models?beta=true",
            page=AsyncPage[BetaModelInfo],
            model=BetaModelInfo,
            options=make_request_options(
                query={
                    "after_id": after_id,
                    "before_id": before_id,
                    "limit": limit,
                },
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )


class ModelsWithRawResponse:
    def __init__(self, models: Models) -> None:
        self._models = models
        self.retrieve = to_legacy_response_wrapper(self._models.retrieve)
        self.list = to_legacy_response_wrapper(self._models.list)


class AsyncModelsWithRawResponse:
    def __init__(self, models: AsyncModels) -> None:
        self._models = models
        self.retrieve = async_to_legacy_response_wrapper(self._models.retrieve)
        self.list = async_to_legacy_response_wrapper(self._models.list)


class ModelsWithStreamingResponse:
    def __init__(self, models: Models) -> None:
        self._models = models
        self.retrieve = to_streamed_response_wrapper(self._models.retrieve)
        self.list = to_streamed_response_wrapper(self._models.list)


class AsyncModelsWithStreamingResponse:
    def __init__(self, models: AsyncModels) -> None:
        self._models = models
        self.retrieve = async_to_streamed_response_wrapper(self._models.retrieve)
        self.list = async_to_streamed_response_wrapper(self._models.list)
