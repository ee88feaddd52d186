# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from ...._lazy import lazy_names

# fmt: off
# One line a name: a type that comes or goes is two lines of a diff.

if TYPE_CHECKING:
    from . import batch_create_params as batch_create_params
    from . import batch_list_params as batch_list_params
    from .batch_create_params import BatchCreateParams as BatchCreateParams
    from .batch_list_params import BatchListParams as BatchListParams
    from .beta_deleted_message_batch import BetaDeletedMessageBatch as BetaDeletedMessageBatch
    from .beta_message_batch import BetaMessageBatch as BetaMessageBatch
    from .beta_message_batch_canceled_result import BetaMessageBatchCanceledResult as BetaMessageBatchCanceledResult
    from .beta_message_batch_errored_result import BetaMessageBatchErroredResult as BetaMessageBatchErroredResult
    from .beta_message_batch_expired_result import BetaMessageBatchExpiredResult as BetaMessageBatchExpiredResult
    from .beta_message_batch_individual_response import BetaMessageBatchIndividualResponse as BetaMessageBatchIndividualResponse
    from .beta_message_batch_request_counts import BetaMessageBatchRequestCounts as BetaMessageBatchRequestCounts
    from .beta_message_batch_result import BetaMessageBatchResult as BetaMessageBatchResult
    from .beta_message_batch_succeeded_result import BetaMessageBatchSucceededResult as BetaMessageBatchSucceededResult

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "BatchCreateParams": ".batch_create_params",
        "BatchListParams": ".batch_list_params",
        "BetaDeletedMessageBatch": ".beta_deleted_message_batch",
        "BetaMessageBatch": ".beta_message_batch",
        "BetaMessageBatchCanceledResult": ".beta_message_batch_canceled_result",
        "BetaMessageBatchErroredResult": ".beta_message_batch_errored_result",
        "BetaMessageBatchExpiredResult": ".beta_message_batch_expired_result",
        "BetaMessageBatchIndividualResponse": ".beta_message_batch_individual_response",
        "BetaMessageBatchRequestCounts": ".beta_message_batch_request_counts",
        "BetaMessageBatchResult": ".beta_message_batch_result",
        "BetaMessageBatchSucceededResult": ".beta_message_batch_succeeded_result",
    },
    modules=[
        "batch_create_params",
        "batch_list_params",
    ],
)
