# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from .._models import BaseModel
from .cache_creation import CacheCreation
from .server_tool_usage import ServerToolUsage

__all__ = [
    "Usage",
]


class Usage(BaseModel):
    """Tokens used by one request, for billing and rate limits. The whole input is `input_tokens`
    plus `cache_creation_input_tokens` plus `cache_read_input_tokens`.
    """

    cache_creation: Optional[CacheCreation] = None
    """Cache writes split by lifetime. Null when not reported."""

    cache_creation_input_tokens: Optional[int] = None
    """Input tokens written to the prompt cache. Null when not reported."""

    cache_read_input_tokens: Optional[int] = None
    """Input tokens read from the prompt cache. Null when not reported."""

    inference_geo: Optional[str] = None
    """Geographic region that inference ran in. Null when not reported."""

    input_tokens: int
    """Input tokens that were neither read from nor written to the cache."""

    output_tokens: int
    """Generated tokens, thinking included."""

    server_tool_use: Optional[ServerToolUsage] = None
    """Number of server tool calls. Null when there were none."""

    service_tier: Optional[Literal["standard", "priority", "batch"]] = None
    """Capacity the request ran on: `standard`, `priority` or `batch`. Null when not reported."""
