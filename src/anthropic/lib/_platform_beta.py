"""The features in beta that platforms have: conversations, and nothing else.

Each platform has classes of its own for these, with views that are the same. Programs that wrap
`create` do so by the name of such a class, and mean one platform.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Type, TypeVar, Union

from .. import _legacy_response
from .._compat import cached_property
from .._resource import AsyncAPIResource, SyncAPIResource
from .._response import async_to_streamed_response_wrapper, to_streamed_response_wrapper

if TYPE_CHECKING:
    from .bedrock import _beta_messages as bedrock
    from .vertex import _beta_messages as vertex

    Messages = Union[bedrock.Messages, vertex.Messages]
    AsyncMessages = Union[bedrock.AsyncMessages, vertex.AsyncMessages]


class MessagesWithRawResponse:
    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self.create = _legacy_response.to_raw_response_wrapper(messages.create)


class AsyncMessagesWithRawResponse:
    def __init__(self, messages: AsyncMessages) -> None:
        self._messages = messages
        self.create = _legacy_response.async_to_raw_response_wrapper(messages.create)


class MessagesWithStreamingResponse:
    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self.create = to_streamed_response_wrapper(messages.create)


class AsyncMessagesWithStreamingResponse:
    def __init__(self, messages: AsyncMessages) -> None:
        self._messages = messages
        self.create = async_to_streamed_response_wrapper(messages.create)


_MessagesT = TypeVar("_MessagesT", bound="Messages", covariant=True)
_AsyncMessagesT = TypeVar("_AsyncMessagesT", bound="AsyncMessages", covariant=True)


class PlatformBeta(SyncAPIResource, Generic[_MessagesT]):
    """Features in beta."""

    _messages_class: Type[_MessagesT]

    @cached_property
    def messages(self) -> _MessagesT:
        """Conversations with a model."""
        return self._messages_class(self._client)

    @cached_property
    def with_raw_response(self) -> BetaWithRawResponse:
        """The same methods, returning the HTTP response."""
        return BetaWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> BetaWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return BetaWithStreamingResponse(self)


class AsyncPlatformBeta(AsyncAPIResource, Generic[_AsyncMessagesT]):
    """Features in beta."""

    _messages_class: Type[_AsyncMessagesT]

    @cached_property
    def messages(self) -> _AsyncMessagesT:
        """Conversations with a model."""
        return self._messages_class(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncBetaWithRawResponse:
        """The same methods, returning the HTTP response."""
        return AsyncBetaWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncBetaWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncBetaWithStreamingResponse(self)


class BetaWithRawResponse:
    def __init__(self, beta: PlatformBeta[Messages]) -> None:
        self._beta = beta

    @cached_property
    def messages(self) -> MessagesWithRawResponse:
        return self._beta.messages.with_raw_response


class AsyncBetaWithRawResponse:
    def __init__(self, beta: AsyncPlatformBeta[AsyncMessages]) -> None:
        self._beta = beta

    @cached_property
    def messages(self) -> AsyncMessagesWithRawResponse:
        return self._beta.messages.with_raw_response


class BetaWithStreamingResponse:
    def __init__(self, beta: PlatformBeta[Messages]) -> None:
        self._beta = beta

    @cached_property
    def messages(self) -> MessagesWithStreamingResponse:
        return self._beta.messages.with_streaming_response


class AsyncBetaWithStreamingResponse:
    def __init__(self, beta: AsyncPlatformBeta[AsyncMessages]) -> None:
        self._beta = beta

    @cached_property
    def messages(self) -> AsyncMessagesWithStreamingResponse:
        return self._beta.messages.with_streaming_response
