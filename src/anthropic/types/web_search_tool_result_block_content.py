# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Union

from typing_extensions import TypeAlias

from .web_search_result_block import WebSearchResultBlock
from .web_search_tool_result_error import WebSearchToolResultError

__all__ = [
    "WebSearchToolResultBlockContent",
]


WebSearchToolResultBlockContent: TypeAlias = Union[
    WebSearchToolResultError, List[WebSearchResultBlock]
]
"""Outcome of a web search in a reply: pages found, or why it failed."""
