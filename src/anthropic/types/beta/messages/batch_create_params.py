# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, List

from typing_extensions import Annotated, Required, TypedDict

from ...._utils import PropertyInfo
from ...anthropic_beta_param import AnthropicBetaParam
from ..message_create_params import MessageCreateParamsNonStreaming

__all__ = [
    "BatchCreateParams",
    "Request",
]


class Request(TypedDict, total=False):
    """One message to create within a batch."""

    custom_id: Required[str]
    """Your own identifier for matching the result, 1 to 64 characters. Must be unique within the
    batch, as results come in any order.
    """

    params: Required[MessageCreateParamsNonStreaming]
    """Parameters of the message, the same as for creating it directly; streaming is not available.
    They are validated only while the batch is processed.
    """


class BatchCreateParams(TypedDict, total=False):
    """Parameters of `beta.messages.batches.create`."""

    requests: Required[Iterable[Request]]
    """Messages to create, at most 100,000 and 256 MB in total. Each is processed on its own, in no
    fixed order.
    """

    betas: Annotated[List[AnthropicBetaParam], PropertyInfo(alias="anthropic-beta")]
    """Beta features to switch on for this request, joined with commas into the `anthropic-beta`
    header.
    """
