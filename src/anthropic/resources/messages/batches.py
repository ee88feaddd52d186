# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Iterable, Optional, Union

import httpx

from ... import types
from ..._base_client import AsyncPaginator, make_request_options
from ..._body import async_transform_body, transform_body
from ..._compat import cached_property
from ..._decode_errors import followed_link
from ..._decoders.jsonl import AsyncJSONLDecoder, JSONLDecoder
from ..._headers import merge_headers
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
from ...types.messages.deleted_message_batch import DeletedMessageBatch
from ...types.messages.message_batch import MessageBatch
from ...types.messages.message_batch_individual_response import MessageBatchIndividualResponse


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
        requests: Iterable[types.messages.batch_create_params.Request],
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> MessageBatch:
        """Submits many messages for background processing at a lower price. Most batches end within
        an hour; unfinished requests expire after 24 hours.

        Args:
            requests: Messages to create, at most 100,000 and 256 MB in total. Each is processed on
                its own, in no fixed order.
        """
        request_body: Dict[str, object] = {
            "requests": requests,
        }
        request_body = transform_body(request_body)
        return self._post(
            "/v1/messages/batches",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=MessageBatch,
        )

    def retrieve(
        self,
        message_batch_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> MessageBatch:
        """Returns the current state of a batch. Poll it until `processing_status` is `ended`.

        Args:
            message_batch_id: ID of the batch.
        """
        return self._get(
            path_template(
                "/v1/messages/batches/{message_batch_id}", message_batch_id=message_batch_id
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=MessageBatch,
        )

    def list(
        self,
        *,
        after_id: Union[str, Omit] = omit,
        before_id: Union[str, Omit] = omit,
        limit: Union[int, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SyncPage[MessageBatch]:
        """Lists the batches of the workspace, newest first.

        Args:
            after_id: ID of a batch; returns the page that starts right after it. Pass `last_id` of
                the previous page to go forward.
            before_id: ID of a batch; returns the page that ends right before it. Pass `first_id` of
                the current page to go back.
            limit: How many batches per page, 1 to 1000; 20 when absent.
        """
        return self._get_api_list(
            "/v1/messages/batches",
            page=SyncPage[MessageBatch],
            model=MessageBatch,
            options=make_request_options(
                query={
                    "after_id": after_id,
                    "before_id": before_id,
                    "limit": limit,
                },
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )

    def delete(
        self,
        message_batch_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> DeletedMessageBatch:
        """Deletes a batch and its results for good. Only a batch that has ended can be deleted;
        cancel it first otherwise.

        Args:
            message_batch_id: ID of the batch to delete.
        """
        return self._delete(
            path_template(
                "/v1/messages/batches/{message_batch_id}", message_batch_id=message_batch_id
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=DeletedMessageBatch,
        )

    def cancel(
        self,
        message_batch_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> MessageBatch:
        """Asks for a batch to be stopped; possible until it has ended. Its state is `canceling`
        until running requests finish, and those may still succeed and be billed.

        Args:
            message_batch_id: ID of the batch to cancel.
        """
        return self._post(
            path_template(
                "/v1/messages/batches/{message_batch_id}/cancel", message_batch_id=message_batch_id
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=MessageBatch,
        )

    def results(
        self,
        message_batch_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> JSONLDecoder[MessageBatchIndividualResponse]:
        """Looks up the batch, then reads its results one line at a time. Order differs from the
        requests, so match by `custom_id`. Raises `AnthropicError` while the batch has no
        results; they are kept for 29 days after creation.

        Args:
            message_batch_id: ID of a batch that has ended.
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
            cast_to=JSONLDecoder[MessageBatchIndividualResponse],
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Accept": "application/binary",
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
        requests: Iterable[types.messages.batch_create_params.Request],
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> MessageBatch:
        """Submits many messages for background processing at a lower price. Most batches end within
        an hour; unfinished requests expire after 24 hours.

        Args:
            requests: Messages to create, at most 100,000 and 256 MB in total. Each is processed on
                its own, in no fixed order.
        """
        request_body: Dict[str, object] = {
            "requests": requests,
        }
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/v1/messages/batches",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=MessageBatch,
        )

    async def retrieve(
        self,
        message_batch_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> MessageBatch:
        """Returns the current state of a batch. Poll it until `processing_status` is `ended`.

        Args:
            message_batch_id: ID of the batch.
        """
        return await self._get(
            path_template(
                "/v1/messages/batches/{message_batch_id}", message_batch_id=message_batch_id
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=MessageBatch,
        )

    def list(
        self,
        *,
        after_id: Union[str, Omit] = omit,
        before_id: Union[str, Omit] = omit,
        limit: Union[int, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncPaginator[MessageBatch, AsyncPage[MessageBatch]]:
        """Lists the batches of the workspace, newest first.

        Args:
            after_id: ID of a batch; returns the page that starts right after it. Pass `last_id` of
                the previous page to go forward.
            before_id: ID of a batch; returns the page that ends right before it. Pass `first_id` of
                the current page to go back.
            limit: How many batches per page, 1 to 1000; 20 when absent.
        """
        return self._get_api_list(
            "/v1/messages/batches",
            page=AsyncPage[MessageBatch],
            model=MessageBatch,
            options=make_request_options(
                query={
                    "after_id": after_id,
                    "before_id": before_id,
                    "limit": limit,
                },
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )

    async def delete(
        self,
        message_batch_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> DeletedMessageBatch:
        """Deletes a batch and its results for good. Only a batch that has ended can be deleted;
        cancel it first otherwise.

        Args:
            message_batch_id: ID of the batch to delete.
        """
        return await self._delete(
            path_template(
                "/v1/messages/batches/{message_batch_id}", message_batch_id=message_batch_id
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=DeletedMessageBatch,
        )

    async def cancel(
        self,
        message_batch_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> MessageBatch:
        """Asks for a batch to be stopped; possible until it has ended. Its state is `canceling`
        until running requests finish, and those may still succeed and be billed.

        Args:
            message_batch_id: ID of the batch to cancel.
        """
        return await self._post(
            path_template(
                "/v1/messages/batches/{message_batch_id}/cancel", message_batch_id=message_batch_id
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=MessageBatch,
        )

    async def results(
        self,
        message_batch_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncJSONLDecoder[MessageBatchIndividualResponse]:
        """Looks up the batch, then reads its results one line at a time. Order differs from the
        requests, so match by `custom_id`. Raises `AnthropicError` while the batch has no
        results; they are kept for 29 days after creation.

        Args:
            message_batch_id: ID of a batch that has ended.
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
            cast_to=AsyncJSONLDecoder[MessageBatchIndividualResponse],
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Accept": "application/binary",
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
