# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Union

from typing_extensions import Annotated, Literal, Required, TypeAlias, TypedDict

from .._types import SequenceNotStr
from .._utils import PropertyInfo
from .anthropic_beta_param import AnthropicBetaParam
from .metadata_param import MetadataParam
from .model_param import ModelParam

__all__ = [
    "CompletionCreateParamsBase",
    "CompletionCreateParamsNonStreaming",
    "CompletionCreateParamsStreaming",
    "CompletionRequestNonStreaming",
    "CompletionRequestNonStreamingMetadata",
    "CompletionRequestStreaming",
    "CompletionRequestStreamingMetadata",
    "Metadata",
]


class CompletionCreateParamsBase(TypedDict, total=False):
    """Parameters of `completions.create`."""

    max_tokens_to_sample: Required[int]
    """Upper bound on generated tokens, at least 1. The text may end earlier."""

    model: Required[ModelParam]
    """Model to complete with; it must support the legacy text completions endpoint."""

    prompt: Required[str]
    """Text to continue. Turns alternate between `\\n\\nHuman:` and `\\n\\nAssistant:`, and the
    prompt has to end with the latter.
    """

    metadata: MetadataParam
    """Information about the request that the model does not see."""

    stop_sequences: SequenceNotStr[str]
    """Extra strings that end generation when they appear; `\\n\\nHuman:` is always one. The matched
    string is not returned.
    """

    temperature: float
    """Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis, high ones creative
    writing; 0.0 is still not fully deterministic.
    """

    top_k: int
    """Sample only from the k likeliest tokens at each step, 0 or more. Absent means no such cut;
    for fine tuning beyond `temperature`.
    """

    top_p: float
    """Nucleus sampling: keep the likeliest tokens whose probabilities add up to this share, 0.0 to
    1.0. Set this or `temperature`, not both.
    """

    betas: Annotated[List[AnthropicBetaParam], PropertyInfo(alias="anthropic-beta")]
    """Beta features to switch on for this request, joined with commas into the `anthropic-beta`
    header.
    """


class CompletionCreateParamsNonStreaming(CompletionCreateParamsBase, total=False):
    stream: Literal[False]
    """Set to `true` to receive the answer as server-sent events while it is produced; `false` or
    absent returns one JSON object when it is complete.
    """


class CompletionCreateParamsStreaming(CompletionCreateParamsBase):
    stream: Required[Literal[True]]
    """Set to `true` to receive the answer as server-sent events while it is produced; `false` or
    absent returns one JSON object when it is complete.
    """


CompletionCreateParams: TypeAlias = Union[
    CompletionCreateParamsNonStreaming, CompletionCreateParamsStreaming
]


CompletionRequestNonStreaming: TypeAlias = CompletionCreateParamsNonStreaming
"""Deprecated: Use `CompletionCreateParamsNonStreaming`."""


CompletionRequestNonStreamingMetadata: TypeAlias = MetadataParam
"""Deprecated: Use `MetadataParam`."""


CompletionRequestStreaming: TypeAlias = CompletionCreateParamsStreaming
"""Deprecated: Use `CompletionCreateParamsStreaming`."""


CompletionRequestStreamingMetadata: TypeAlias = MetadataParam
"""Deprecated: Use `MetadataParam`."""


Metadata: TypeAlias = MetadataParam
"""Deprecated: Use `MetadataParam`."""
