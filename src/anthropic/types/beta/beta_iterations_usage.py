# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Union

from typing_extensions import TypeAlias

from .beta_compaction_iteration_usage import BetaCompactionIterationUsage
from .beta_message_iteration_usage import BetaMessageIterationUsage

__all__ = [
    "BetaIterationsUsage",
    "BetaIterationsUsageItem",
]


BetaIterationsUsageItem: TypeAlias = Union[BetaMessageIterationUsage, BetaCompactionIterationUsage]
"""Token counts of a single inference pass within one request; `type` says whether it answered or
compacted.
"""


BetaIterationsUsage: TypeAlias = List[BetaIterationsUsageItem]
"""Token usage of each iteration that produced a message, in order; null when the request ran in
one.
"""
