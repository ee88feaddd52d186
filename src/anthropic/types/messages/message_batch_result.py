# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Annotated, TypeAlias

from ..._utils import PropertyInfo
from .message_batch_canceled_result import MessageBatchCanceledResult
from .message_batch_errored_result import MessageBatchErroredResult
from .message_batch_expired_result import MessageBatchExpiredResult
from .message_batch_succeeded_result import MessageBatchSucceededResult

__all__ = [
    "MessageBatchResult",
]


MessageBatchResult: TypeAlias = Annotated[
    Union[
        MessageBatchSucceededResult,
        MessageBatchErroredResult,
        MessageBatchCanceledResult,
        MessageBatchExpiredResult,
    ],
    PropertyInfo(discriminator="type"),
]
"""What became of one request of a batch: `succeeded`, `errored`, `canceled` or `expired`. Only
succeeded ones are billed.
"""
