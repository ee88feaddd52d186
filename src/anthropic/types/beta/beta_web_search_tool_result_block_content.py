# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Union

from typing_extensions import TypeAlias

from .beta_web_search_result_block import BetaWebSearchResultBlock
from .beta_web_search_tool_result_error import BetaWebSearchToolResultError

__all__ = [
    "BetaWebSearchToolResultBlockContent",
]


BetaWebSearchToolResultBlockContent: TypeAlias = Union[
    BetaWebSearchToolResultError, List[BetaWebSearchResultBlock]
]
"""Outcome of a web search in a reply: pages found, or why it failed."""
