# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_cache_creation import BetaCacheCreation
from .beta_iterations_usage import BetaIterationsUsage
from .beta_server_tool_usage import BetaServerToolUsage

__all__ = [
    "BetaUsage",
]


class BetaUsage(BaseModel):
    """Token counts and service conditions of a request, as used for billing and rate limits."""

    cache_creation: Optional[BetaCacheCreation] = None
    """Cache writes split by lifetime. Null when not reported."""

    cache_creation_input_tokens: Optional[int] = None
    """Input tokens written to the prompt cache. Null when not reported."""

    cache_read_input_tokens: Optional[int] = None
    """Input tokens read from the prompt cache. Null when not reported."""

    inference_geo: Optional[str] = None
    """Geographic region that inference ran in. Null when not reported."""

    input_tokens: int
    """Input tokens that were neither read from nor written to the cache."""

    iterations: Optional[BetaIterationsUsage] = None
    """One entry per inference pass within the request, answers and compactions alike; add them up
    for what the whole request consumed. Null when there is no breakdown.
    """

    output_tokens: int
    """Generated tokens, thinking included."""

    server_tool_use: Optional[BetaServerToolUsage] = None
    """Number of server tool calls. Null when there were none."""

    service_tier: Optional[Literal["standard", "priority", "batch"]] = None
    """Capacity the request ran on: `standard`, `priority` or `batch`. Null when not reported."""

    speed: Optional[Literal["standard", "fast"]] = None
    """Inference mode the request ran in: `standard` or `fast`. Null when unstated."""
