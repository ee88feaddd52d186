"""The messages of the beta API, as far as Vertex AI has them."""

from __future__ import annotations

from ..._compat import cached_property
from ..._resource import AsyncAPIResource, SyncAPIResource
from ...resources.beta.messages import messages as first_party
from .._platform_beta import (
    AsyncMessagesWithRawResponse,
    AsyncMessagesWithStreamingResponse,
    MessagesWithRawResponse,
    MessagesWithStreamingResponse,
)

__all__ = ["Messages", "AsyncMessages"]


class Messages(SyncAPIResource):
    """Conversations with a model, with features in beta."""

    create = first_party.Messages.create
    stream = first_party.Messages.stream
    parse = first_party.Messages.parse
    tool_runner = first_party.Messages.tool_runner
    count_tokens = first_party.Messages.count_tokens

    @cached_property
    def with_raw_response(self) -> MessagesWithRawResponse:
        """The same methods, returning the HTTP response."""
        return MessagesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> MessagesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return MessagesWithStreamingResponse(self)


class AsyncMessages(AsyncAPIResource):
    """Conversations with a model, with features in beta."""

    create = first_party.AsyncMessages.create
    stream = first_party.AsyncMessages.stream
    parse = first_party.AsyncMessages.parse
    tool_runner = first_party.AsyncMessages.tool_runner
    count_tokens = first_party.AsyncMessages.count_tokens

    @cached_property
    def with_raw_response(self) -> AsyncMessagesWithRawResponse:
        """The same methods, returning the HTTP response."""
        return AsyncMessagesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMessagesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncMessagesWithStreamingResponse(self)
