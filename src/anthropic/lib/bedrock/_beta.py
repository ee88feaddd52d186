"""The features in beta that Bedrock has."""

from __future__ import annotations

from .._platform_beta import AsyncBetaWithRawResponse as AsyncBetaWithRawResponse
from .._platform_beta import AsyncBetaWithStreamingResponse as AsyncBetaWithStreamingResponse
from .._platform_beta import AsyncPlatformBeta, PlatformBeta
from .._platform_beta import BetaWithRawResponse as BetaWithRawResponse
from .._platform_beta import BetaWithStreamingResponse as BetaWithStreamingResponse
from ._beta_messages import AsyncMessages, Messages

__all__ = ["Beta", "AsyncBeta"]


class Beta(PlatformBeta[Messages]):
    """Features in beta."""

    _messages_class = Messages


class AsyncBeta(AsyncPlatformBeta[AsyncMessages]):
    """Features in beta."""

    _messages_class = AsyncMessages
