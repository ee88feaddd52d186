"""Plausible token counts, and the prompt cache that usage numbers speak of.

About four characters make a token; messages, tools and media cost something extra. `count_tokens`
and `usage` rest on the same numbers: input + cache reads + cache writes is the count.
"""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Optional

from ._values import JsonObject, as_array, as_object, canonical, digest, is_array, is_object

__all__ = ["InputUsage", "PromptCache", "count_input", "text_tokens"]

_BASE = 4
_MESSAGE = 3
_BLOCK = 1
_TOOL = 12
_TOOLS = 300
_IMAGE = 1600
_DOCUMENT = 1500


def text_tokens(text: str) -> int:
    """Tokens of a text: a quarter of its characters, rounded up."""
    return (len(text) + 3) // 4


class _Segment(NamedTuple):
    """A piece of the prompt; `ttl` is set where a cache breakpoint follows it."""

    text: str
    tokens: int
    ttl: Optional[str]


class InputUsage(NamedTuple):
    """How the tokens of a prompt divide; `total` is what `count_tokens` reports."""

    total: int
    uncached: int
    read: int
    written_5m: int
    written_1h: int


def _ttl(value: JsonObject) -> Optional[str]:
    control = value.get("cache_control")
    return str(as_object(control).get("ttl") or "5m") if is_object(control) else None


def _without_control(value: JsonObject) -> JsonObject:
    return {key: item for key, item in value.items() if key != "cache_control"}


def _source_tokens(source: JsonObject) -> int:
    kind = source.get("type")
    if kind == "text":
        return text_tokens(str(source.get("data", "")))
    if kind == "content":
        return _content_tokens(source.get("content"))
    return _DOCUMENT


def _block_tokens(block: Any) -> int:
    if not is_object(block):
        return text_tokens(str(block))
    kind = block.get("type")
    if kind == "image":
        return _IMAGE
    if kind == "document":
        titles = f"{block.get('title') or ''}{block.get('context') or ''}"
        return _BLOCK + text_tokens(titles) + _source_tokens(as_object(block.get("source")))
    if kind == "text":
        return text_tokens(str(block.get("text", "")))
    if kind in ("tool_result", "search_result"):
        titles = f"{block.get('title') or ''}{block.get('source') or ''}"
        return _MESSAGE + text_tokens(titles) + _content_tokens(block.get("content"))
    if kind in ("thinking", "redacted_thinking"):
        return 0  # earlier thinking is not part of the prompt
    return text_tokens(canonical(_without_control(block)))


def _content_tokens(content: Any) -> int:
    if is_array(content):
        return sum(_BLOCK + _block_tokens(block) for block in content)
    return text_tokens(content) if isinstance(content, str) else 0


def _segments(body: JsonObject) -> List[_Segment]:
    """The prompt in the order in which it is cached: tools, system, messages."""
    found: List[_Segment] = []
    tools = as_array(body.get("tools"))
    for index, tool in enumerate(as_object(item) for item in tools):
        plain = canonical(_without_control(tool))
        extra = _TOOLS if index == 0 else 0
        found.append(_Segment(plain, _TOOL + extra + text_tokens(plain), _ttl(tool)))
    servers = as_array(body.get("mcp_servers"))
    if servers:
        found.append(_Segment(canonical(servers), _TOOL * len(servers), None))
    system = body.get("system")
    if isinstance(system, str):
        found.append(_Segment(system, _MESSAGE + text_tokens(system), None))
    for block in (as_object(item) for item in as_array(system)):
        found.append(
            _Segment(canonical(_without_control(block)), _BLOCK + _block_tokens(block), _ttl(block))
        )
    for message in (as_object(item) for item in as_array(body.get("messages"))):
        role, content = str(message.get("role")), message.get("content")
        found.append(_Segment(role, _MESSAGE, None))
        if isinstance(content, str):
            found.append(_Segment(content, text_tokens(content), None))
        for block in (as_object(item) for item in as_array(content)):
            tokens = _BLOCK + _block_tokens(block)
            found.append(_Segment(canonical(_without_control(block)), tokens, _ttl(block)))
    return found


def _format_tokens(body: JsonObject) -> int:
    chosen = body.get("output_format") or as_object(body.get("output_config")).get("format")
    return _TOOL + text_tokens(canonical(chosen)) if is_object(chosen) else 0


def count_input(body: JsonObject) -> int:
    """The tokens of a message request, as `count_tokens` reports them."""
    return _BASE + _format_tokens(body) + sum(part.tokens for part in _segments(body))


class PromptCache:
    """Remembers the prefixes that earlier requests marked with `cache_control`.

    Unlike the API it has no minimum length and forgets nothing until `clear`.
    """

    def __init__(self) -> None:
        self._prefixes: Dict[bytes, None] = {}

    def clear(self) -> None:
        self._prefixes.clear()

    def measure(self, body: JsonObject) -> InputUsage:
        """Count a prompt, and remember its marked prefixes for the requests that follow."""
        segments = _segments(body)
        key = digest(str(body.get("model")))
        position = read = marked = 0
        written: Dict[str, int] = {"5m": 0, "1h": 0}
        fresh: List[bytes] = []
        for segment in segments:
            key = digest(key.hex(), segment.text)
            position += segment.tokens
            if segment.ttl is None:
                continue
            if key in self._prefixes:
                # The longest known prefix counts; what was taken for new before it was not.
                read, written = position, {"5m": 0, "1h": 0}
            else:
                written["1h" if segment.ttl == "1h" else "5m"] += position - marked
                fresh.append(key)
            marked = position
        self._prefixes.update(dict.fromkeys(fresh))
        total = _BASE + _format_tokens(body) + position
        uncached = total - read - sum(written.values())
        return InputUsage(total, uncached, read, written["5m"], written["1h"])
