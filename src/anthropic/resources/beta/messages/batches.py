# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Iterable, List, Optional, Union

import httpx

from .... import types
from ...._base_client import AsyncPaginator, make_request_options
from ...._body import async_transform_body, transform_body
from ...._compat import cached_property
from ...._decode_errors import followed_link
from ...._decoders.jsonl import AsyncJSONLDecoder, JSONLDecoder
from ...._headers import list_header, merge_headers
from ...._paths import path_template
from ...._resource import AsyncAPIResource, SyncAPIResource
from ...._types import Body, Headers, NotGiven, Omit, Query, not_given, omit
from ...._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ....pagination import AsyncPage, SyncPage
from ....types.beta.messages.beta_deleted_message_batch import BetaDeletedMessageBatch
from ....types.beta.messages.beta_message_batch import BetaMessageBatch
from ....types.beta.messages.beta_message_batch_individual_response import (
    BetaMessageBatchIndividualResponse,
)


__all__ = [
    "Batches",
    "AsyncBatches",
]


class Batches(SyncAPIResource):
    """Many message requests, processed in the background."""

    @cached_property
    def with_raw_response(self) -> BatchesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return BatchesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> BatchesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return BatchesWithStreamingResponse(self)

    def create(
        self,
        *,
        requests: Iterable[types.beta.messages.batch_create_params.Request],
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaMessageBatch:
        """Submits many messages with beta features for background processing at a lower price.
        Unfinished requests expire after 24 hours.

        Args:
            requests: Messages to create, at most 100,000 and 256 MB in total. Each is processed on
                its own, in no fixed order.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "requests": requests,
        }
        request_body = transform_body(
            request_body, aliases={"requests[].params.betas": "anthropic-beta"}
        )
        return self._post(
            "/v1/messages/batches?beta=true",
            body=request_body,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=BetaMessageBatch,
        )

    def retrieve(
        self,
        message_batch_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaMessageBatch:
        """Returns the current state of a batch. Poll it until `processing_status` is `ended`.

        Args:
            message_batch_id: ID of the batch.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get(
            path_template(
                "/v1/messages/batches/{message_batch_id}?beta=true",
                message_batch_id=message_batch_id,
            ),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=BetaMessageBatch,
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
    ) -> SyncPage[BetaMessageBatch]:
        """Lists the batches of the workspace, newest first.

        Args:
            after_id: ID of a batch; returns the page that starts right after it. Pass `last_id` of
                the previous page to go forward.
            before_id: ID of a batch; returns the page that ends right before it. Pass `first_id` of
                the current page to go back.
            limit: How many batches per page, 1 to 1000; 20 when absent.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get_api_list(
            "/v1/messages/batches?beta=true",
            page=SyncPage[BetaMessageBatch],
            model=BetaMessageBatch,
            options=make_request_options(
                query={
                    "after_id": after_id,
                    "before_id": before_id,
                    "limit": limit,
                },
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )

    def delete(
        self,
        message_batch_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaDeletedMessageBatch:
        """Deletes a batch and its results for good. Only a batch that has ended can be deleted;
        cancel it first otherwise.

        Args:
            message_batch_id: ID of the batch to delete.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._delete(
            path_template(
                "/v1/messages/batches/{message_batch_id}?beta=true",
                message_batch_id=message_batch_id,
            ),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=BetaDeletedMessageBatch,
        )

    def cancel(
        self,
        message_batch_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaMessageBatch:
        """Asks for a batch to be stopped; possible until it has ended. Its state is `canceling`
        until running requests finish, and those may still succeed and be billed.

        Args:
            message_batch_id: ID of the batch to cancel.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._post(
            path_template(
                "/v1/messages/batches/{message_batch_id}/cancel?beta=true",
                message_batch_id=message_batch_id,
            ),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=BetaMessageBatch,
        )

    def results(
        self,
        message_batch_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> JSONLDecoder[BetaMessageBatchIndividualResponse]:
        """Looks up the batch, then reads its results one line at a time. Order differs from the
        requests, so match by `custom_id`. Raises `AnthropicError` while the batch has no
        results; they are kept for 29 days after creation.

        Args:
            message_batch_id: ID of a batch that has ended.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        answer = self.retrieve(
            message_batch_id=message_batch_id, extra_headers=extra_headers, timeout=timeout
        )
        link = followed_link(
            answer,
            "results_url",
            missing="No `results_url` for the given batch; Has it finished processing?",
        )
        return self._get(
            link,
            cast_to=JSONLDecoder[BetaMessageBatchIndividualResponse],
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Accept": "application/binary",
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            stream=True,
        )


class AsyncBatches(AsyncAPIResource):
    """Many message requests, processed in the background."""

    @cached_property
    def with_raw_response(self) -> AsyncBatchesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncBatchesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncBatchesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncBatchesWithStreamingResponse(self)

    async def create(
        self,
        *,
        requests: Iterable[types.beta.messages.batch_create_params.Request],
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaMessageBatch:
        """Submits many messages with beta features for background processing at a lower price.
        Unfinished requests expire after 24 hours.

        Args:
            requests: Messages to create, at most 100,000 and 256 MB in total. Each is processed on
                its own, in no fixed order.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "requests": requests,
        }
        request_body = await async_transform_body(
            request_body, aliases={"requests[].params.betas": "anthropic-beta"}
        )
        return await self._post(
            "/v1/messages/batches?beta=true",
            body=request_body,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=BetaMessageBatch,
        )

    async def retrieve(
        self,
        message_batch_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaMessageBatch:
        """Returns the current state of a batch. Poll it until `processing_status` is `ended`.

        Args:
            message_batch_id: ID of the batch.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return await self._get(
            path_template(
                "/v1/messages/batches/{message_batch_id}?beta=true",
                message_batch_id=message_batch_id,
            ),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=BetaMessageBatch,
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
    ) -> AsyncPaginator[BetaMessageBatch, AsyncPage[BetaMessageBatch]]:
        """Lists the batches of the workspace, newest first.

        Args:
            after_id: ID of a batch; returns the page that starts right after it. Pass `last_id` of
                the previous page to go forward.
            before_id: ID of a batch; returns the page that ends right before it. Pass `first_id` of
                the current page to go back.
            limit: How many batches per page, 1 to 1000; 20 when absent.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get_api_list(
            "/v1/messages/batches?beta=true",
            page=AsyncPage[BetaMessageBatch],
            model=BetaMessageBatch,
            options=make_request_options(
                query={
                    "after_id": after_id,
                    "before_id": before_id,
                    "limit": limit,
                },
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )

    async def delete(
        self,
        message_batch_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaDeletedMessageBatch:
        """Deletes a batch and its results for good. Only a batch that has ended can be deleted;
        cancel it first otherwise.

        Args:
            message_batch_id: ID of the batch to delete.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return await self._delete(
            path_template(
                "/v1/messages/batches/{message_batch_id}?beta=true",
                message_batch_id=message_batch_id,
            ),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=BetaDeletedMessageBatch,
        )

    async def cancel(
        self,
        message_batch_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaMessageBatch:
        """Asks for a batch to be stopped; possible until it has ended. Its state is `canceling`
        until running requests finish, and those may still succeed and be billed.

        Args:
            message_batch_id: ID of the batch to cancel.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return await self._post(
            path_template(
                "/v1/messages/batches/{message_batch_id}/cancel?beta=true",
                message_batch_id=message_batch_id,
            ),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=BetaMessageBatch,
        )

    async def results(
        self,
        message_batch_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncJSONLDecoder[BetaMessageBatchIndividualResponse]:
        """Looks up the batch, then reads its results one line at a time. Order differs from the
        requests, so match by `custom_id`. Raises `AnthropicError` while the batch has no
        results; they are kept for 29 days after creation.

        Args:
            message_batch_id: ID of a batch that has ended.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        answer = await self.retrieve(
            message_batch_id=message_batch_id, extra_headers=extra_headers, timeout=timeout
        )
        link = followed_link(
            answer,
            "results_url",
            missing="No `results_url` for the given batch; Has it finished processing?",
        )
        return await self._get(
            link,
            cast_to=AsyncJSONLDecoder[BetaMessageBatchIndividualResponse],
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Accept": "application/binary",
                        "anthropic-beta": list_header(betas, "message-batches-2024-09-24"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            stream=True,
        )


class BatchesWithRawResponse:
    def __init__(self, batches: Batches) -> None:
        self._batches = batches
        self.create = to_legacy_response_wrapper(self._batches.create)
        self.retrieve = to_legacy_response_wrapper(self._batches.retrieve)
        self.list = to_legacy_response_wrapper(self._batches.list)
        self.delete = to_legacy_response_wrapper(self._batches.delete)
        self.cancel = to_legacy_response_wrapper(self._batches.cancel)


class AsyncBatchesWithRawResponse:
    def __init__(self, batches: AsyncBatches) -> None:
        self._batches = batches
        self.create = async_to_legacy_response_wrapper(self._batches.create)
        self.retrieve = async_to_legacy_response_wrapper(self._batches.retrieve)
        self.list = async_to_legacy_response_wrapper(self._batches.list)
        self.delete = async_to_legacy_response_wrapper(self._batches.delete)
        self.cancel = async_to_legacy_response_wrapper(self._batches.cancel)


class BatchesWithStreamingResponse:
    def __init__(self, batches: Batches) -> None:
        self._batches = batches
        self.create = to_streamed_response_wrapper(self._batches.create)
        self.retrieve = to_streamed_response_wrapper(self._batches.retrieve)
        self.list = to_streamed_response_wrapper(self._batches.list)
        self.delete = to_streamed_response_wrapper(self._batches.delete)
        self.cancel = to_streamed_response_wrapper(self._batches.cancel)


class AsyncBatchesWithStreamingResponse:
    def __init__(self, batches: AsyncBatches) -> None:
        self._batches = batches
        self.create = async_to_streamed_response_wrapper(self._batches.create)
        self.retrieve = async_to_streamed_response_wrapper(self._batches.retrieve)
        self.list = async_to_streamed_response_wrapper(self._batches.list)
        self.delete = async_to_streamed_response_wrapper(self._batches.delete)
        self.cancel = async_to_streamed_response_wrapper(self._batches.cancel)
