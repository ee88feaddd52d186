# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

# fmt: off
# One line a name: a type that comes or goes is two lines of a diff.

if TYPE_CHECKING:
    from . import batch_create_params as batch_create_params
    from . import batch_list_params as batch_list_params
    from .batch_create_params import BatchCreateParams as BatchCreateParams
    from .batch_list_params import BatchListParams as BatchListParams
    from .deleted_message_batch import DeletedMessageBatch as DeletedMessageBatch
    from .message_batch import MessageBatch as MessageBatch
    from .message_batch_canceled_result import MessageBatchCanceledResult as MessageBatchCanceledResult
    from .message_batch_errored_result import MessageBatchErroredResult as MessageBatchErroredResult
    from .message_batch_expired_result import MessageBatchExpiredResult as MessageBatchExpiredResult
    from .message_batch_individual_response import MessageBatchIndividualResponse as MessageBatchIndividualResponse
    from .message_batch_request_counts import MessageBatchRequestCounts as MessageBatchRequestCounts
    from .message_batch_result import MessageBatchResult as MessageBatchResult
    from .message_batch_succeeded_result import MessageBatchSucceededResult as MessageBatchSucceededResult

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "BatchCreateParams": ".batch_create_params",
        "BatchListParams": ".batch_list_params",
        "DeletedMessageBatch": ".deleted_message_batch",
        "MessageBatch": ".message_batch",
        "MessageBatchCanceledResult": ".message_batch_canceled_result",
        "MessageBatchErroredResult": ".message_batch_errored_result",
        "MessageBatchExpiredResult": ".message_batch_expired_result",
        "MessageBatchIndividualResponse": ".message_batch_individual_response",
        "MessageBatchRequestCounts": ".message_batch_request_counts",
        "MessageBatchResult": ".message_batch_result",
        "MessageBatchSucceededResult": ".message_batch_succeeded_result",
    },
    modules=[
        "batch_create_params",
        "batch_list_params",
    ],
)
