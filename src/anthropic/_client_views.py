# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import TYPE_CHECKING

from ._compat import cached_property

if TYPE_CHECKING:
    from ._client import Anthropic, AsyncAnthropic
    from .resources.completions import (
        CompletionsWithRawResponse,
        CompletionsWithStreamingResponse,
        AsyncCompletionsWithRawResponse,
        AsyncCompletionsWithStreamingResponse,
    )
    from .resources.messages.messages import (
        MessagesWithRawResponse,
        MessagesWithStreamingResponse,
        AsyncMessagesWithRawResponse,
        AsyncMessagesWithStreamingResponse,
    )
    from .resources.models import (
        ModelsWithRawResponse,
        ModelsWithStreamingResponse,
        AsyncModelsWithRawResponse,
        AsyncModelsWithStreamingResponse,
    )
    from .resources.beta.beta import (
        BetaWithRawResponse,
        BetaWithStreamingResponse,
        AsyncBetaWithRawResponse,
        AsyncBetaWithStreamingResponse,
    )

__all__ = [
    "AnthropicWithRawResponse",
    "AnthropicWithStreamedResponse",
    "AsyncAnthropicWithRawResponse",
    "AsyncAnthropicWithStreamedResponse",
]


class AnthropicWithRawResponse:
    """The client's resources, whose methods return the HTTP response."""

    def __init__(self, client: Anthropic) -> None:
        self._client = client

    @cached_property
    def completions(self) -> CompletionsWithRawResponse:
        from .resources.completions import CompletionsWithRawResponse

        return CompletionsWithRawResponse(self._client.completions)

    @cached_property
    def messages(self) -> MessagesWithRawResponse:
        from .resources.messages.messages import MessagesWithRawResponse

        return MessagesWithRawResponse(self._client.messages)

    @cached_property
    def models(self) -> ModelsWithRawResponse:
        from .resources.models import ModelsWithRawResponse

        return ModelsWithRawResponse(self._client.models)

    @cached_property
    def beta(self) -> BetaWithRawResponse:
        from .resources.beta.beta import BetaWithRawResponse

        return BetaWithRawResponse(self._client.beta)


class AnthropicWithStreamedResponse:
    """The client's resources, whose methods are context managers over an unread HTTP response."""

    def __init__(self, client: Anthropic) -> None:
        self._client = client

    @cached_property
    def completions(self) -> CompletionsWithStreamingResponse:
        from .resources.completions import CompletionsWithStreamingResponse

        return CompletionsWithStreamingResponse(self._client.completions)

    @cached_property
    def messages(self) -> MessagesWithStreamingResponse:
        from .resources.messages.messages import MessagesWithStreamingResponse

        return MessagesWithStreamingResponse(self._client.messages)

    @cached_property
    def models(self) -> ModelsWithStreamingResponse:
        from .resources.models import ModelsWithStreamingResponse

        return ModelsWithStreamingResponse(self._client.models)

    @cached_property
    def beta(self) -> BetaWithStreamingResponse:
        from .resources.beta.beta import BetaWithStreamingResponse

        return BetaWithStreamingResponse(self._client.beta)


class AsyncAnthropicWithRawResponse:
    """The client's resources, whose methods return the HTTP response."""

    def __init__(self, client: AsyncAnthropic) -> None:
        self._client = client

    @cached_property
    def completions(self) -> AsyncCompletionsWithRawResponse:
        from .resources.completions import AsyncCompletionsWithRawResponse

        return AsyncCompletionsWithRawResponse(self._client.completions)

    @cached_property
    def messages(self) -> AsyncMessagesWithRawResponse:
        from .resources.messages.messages import AsyncMessagesWithRawResponse

        return AsyncMessagesWithRawResponse(self._client.messages)

    @cached_property
    def models(self) -> AsyncModelsWithRawResponse:
        from .resources.models import AsyncModelsWithRawResponse

        return AsyncModelsWithRawResponse(self._client.models)

    @cached_property
    def beta(self) -> AsyncBetaWithRawResponse:
        from .resources.beta.beta import AsyncBetaWithRawResponse

        return AsyncBetaWithRawResponse(self._client.beta)


class AsyncAnthropicWithStreamedResponse:
    """The client's resources, whose methods are context managers over an unread HTTP response."""

    def __init__(self, client: AsyncAnthropic) -> None:
        self._client = client

    @cached_property
    def completions(self) -> AsyncCompletionsWithStreamingResponse:
        from .resources.completions import AsyncCompletionsWithStreamingResponse

        return AsyncCompletionsWithStreamingResponse(self._client.completions)

    @cached_property
    def messages(self) -> AsyncMessagesWithStreamingResponse:
        from .resources.messages.messages import AsyncMessagesWithStreamingResponse

        return AsyncMessagesWithStreamingResponse(self._client.messages)

    @cached_property
    def models(self) -> AsyncModelsWithStreamingResponse:
        from .resources.models import AsyncModelsWithStreamingResponse

        return AsyncModelsWithStreamingResponse(self._client.models)

    @cached_property
    def beta(self) -> AsyncBetaWithStreamingResponse:
        from .resources.beta.beta import AsyncBetaWithStreamingResponse

        return AsyncBetaWithStreamingResponse(self._client.beta)
