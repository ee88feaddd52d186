# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .cache_control_ephemeral_param import CacheControlEphemeralParam
from .document_block_param import DocumentBlockParam
from .image_block_param import ImageBlockParam
from .search_result_block_param import SearchResultBlockParam
from .text_block_param import TextBlockParam

__all__ = [
    "Content",
    "ToolResultBlockParam",
]


Content: TypeAlias = Union[
    TextBlockParam, ImageBlockParam, SearchResultBlockParam, DocumentBlockParam
]
"""Block allowed inside a tool result: text, image, search result or document; the beta API adds
tool references.
"""


class ToolResultBlockParam(TypedDict, total=False):
    """Outcome of a client tool call, sent in the user message right after the assistant message
    that made the call.
    """

    tool_use_id: Required[str]
    """`id` of the `tool_use` block this answers."""

    type: Required[Literal["tool_result"]]
    """Identifies a tool result; always `tool_result`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""

    content: Union[str, Iterable[Content]]
    """What the tool returned, as a string or as content blocks. May be absent when the tool returns
    nothing.
    """

    is_error: bool
    """True when the tool failed; `content` should then say why, so that the model can react. Absent
    means false.
    """
