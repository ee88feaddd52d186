# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from .batches import AsyncBatches as AsyncBatches
    from .batches import AsyncBatchesWithRawResponse as AsyncBatchesWithRawResponse
    from .batches import AsyncBatchesWithStreamingResponse as AsyncBatchesWithStreamingResponse
    from .messages import AsyncMessages as AsyncMessages
    from .messages import AsyncMessagesWithRawResponse as AsyncMessagesWithRawResponse
    from .messages import AsyncMessagesWithStreamingResponse as AsyncMessagesWithStreamingResponse
    from .batches import Batches as Batches
    from .batches import BatchesWithRawResponse as BatchesWithRawResponse
    from .batches import BatchesWithStreamingResponse as BatchesWithStreamingResponse
    from .messages import DEPRECATED_MODELS as DEPRECATED_MODELS
    from .messages import Messages as Messages
    from .messages import MessagesWithRawResponse as MessagesWithRawResponse
    from .messages import MessagesWithStreamingResponse as MessagesWithStreamingResponse

__all__ = [
    "AsyncBatches",
    "AsyncBatchesWithRawResponse",
    "AsyncBatchesWithStreamingResponse",
    "AsyncMessages",
    "AsyncMessagesWithRawResponse",
    "AsyncMessagesWithStreamingResponse",
    "Batches",
    "BatchesWithRawResponse",
    "BatchesWithStreamingResponse",
    "DEPRECATED_MODELS",
    "Messages",
    "MessagesWithRawResponse",
    "MessagesWithStreamingResponse",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "AsyncBatches": ".batches",
        "AsyncBatchesWithRawResponse": ".batches",
        "AsyncBatchesWithStreamingResponse": ".batches",
        "AsyncMessages": ".messages",
        "AsyncMessagesWithRawResponse": ".messages",
        "AsyncMessagesWithStreamingResponse": ".messages",
        "Batches": ".batches",
        "BatchesWithRawResponse": ".batches",
        "BatchesWithStreamingResponse": ".batches",
        "DEPRECATED_MODELS": ".messages",
        "Messages": ".messages",
        "MessagesWithRawResponse": ".messages",
        "MessagesWithStreamingResponse": ".messages",
    },
)
