# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from .beta.beta import AsyncBeta as AsyncBeta
    from .beta.beta import AsyncBetaWithRawResponse as AsyncBetaWithRawResponse
    from .beta.beta import AsyncBetaWithStreamingResponse as AsyncBetaWithStreamingResponse
    from .completions import AsyncCompletions as AsyncCompletions
    from .completions import AsyncCompletionsWithRawResponse as AsyncCompletionsWithRawResponse
    from .completions import (
        AsyncCompletionsWithStreamingResponse as AsyncCompletionsWithStreamingResponse,
    )
    from .messages.messages import AsyncMessages as AsyncMessages
    from .messages.messages import AsyncMessagesWithRawResponse as AsyncMessagesWithRawResponse
    from .messages.messages import (
        AsyncMessagesWithStreamingResponse as AsyncMessagesWithStreamingResponse,
    )
    from .models import AsyncModels as AsyncModels
    from .models import AsyncModelsWithRawResponse as AsyncModelsWithRawResponse
    from .models import AsyncModelsWithStreamingResponse as AsyncModelsWithStreamingResponse
    from .beta.beta import Beta as Beta
    from .beta.beta import BetaWithRawResponse as BetaWithRawResponse
    from .beta.beta import BetaWithStreamingResponse as BetaWithStreamingResponse
    from .completions import Completions as Completions
    from .completions import CompletionsWithRawResponse as CompletionsWithRawResponse
    from .completions import CompletionsWithStreamingResponse as CompletionsWithStreamingResponse
    from .messages.messages import Messages as Messages
    from .messages.messages import MessagesWithRawResponse as MessagesWithRawResponse
    from .messages.messages import MessagesWithStreamingResponse as MessagesWithStreamingResponse
    from .models import Models as Models
    from .models import ModelsWithRawResponse as ModelsWithRawResponse
    from .models import ModelsWithStreamingResponse as ModelsWithStreamingResponse

__all__ = [
    "AsyncBeta",
    "AsyncBetaWithRawResponse",
    "AsyncBetaWithStreamingResponse",
    "AsyncCompletions",
    "AsyncCompletionsWithRawResponse",
    "AsyncCompletionsWithStreamingResponse",
    "AsyncMessages",
    "AsyncMessagesWithRawResponse",
    "AsyncMessagesWithStreamingResponse",
    "AsyncModels",
    "AsyncModelsWithRawResponse",
    "AsyncModelsWithStreamingResponse",
    "Beta",
    "BetaWithRawResponse",
    "BetaWithStreamingResponse",
    "Completions",
    "CompletionsWithRawResponse",
    "CompletionsWithStreamingResponse",
    "Messages",
    "MessagesWithRawResponse",
    "MessagesWithStreamingResponse",
    "Models",
    "ModelsWithRawResponse",
    "ModelsWithStreamingResponse",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "AsyncBeta": ".beta.beta",
        "AsyncBetaWithRawResponse": ".beta.beta",
        "AsyncBetaWithStreamingResponse": ".beta.beta",
        "AsyncCompletions": ".completions",
        "AsyncCompletionsWithRawResponse": ".completions",
        "AsyncCompletionsWithStreamingResponse": ".completions",
        "AsyncMessages": ".messages.messages",
        "AsyncMessagesWithRawResponse": ".messages.messages",
        "AsyncMessagesWithStreamingResponse": ".messages.messages",
        "AsyncModels": ".models",
        "AsyncModelsWithRawResponse": ".models",
        "AsyncModelsWithStreamingResponse": ".models",
        "Beta": ".beta.beta",
        "BetaWithRawResponse": ".beta.beta",
        "BetaWithStreamingResponse": ".beta.beta",
        "Completions": ".completions",
        "CompletionsWithRawResponse": ".completions",
        "CompletionsWithStreamingResponse": ".completions",
        "Messages": ".messages.messages",
        "MessagesWithRawResponse": ".messages.messages",
        "MessagesWithStreamingResponse": ".messages.messages",
        "Models": ".models",
        "ModelsWithRawResponse": ".models",
        "ModelsWithStreamingResponse": ".models",
    },
)
