"""The tools that the API runs itself: search, fetch, code execution, tool search, MCP servers."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from typing import Dict, List, Optional

from ._ids import derived_id
from ._prompt import Conversation, Words, excerpt, words_of
from ._tools import is_server_tool
from ._values import JsonObject, as_array, as_object, digest

__all__ = ["ServerTurn", "opaque", "run_server_tool"]

_HINTS = {
    "web_fetch": frozenset("fetch open page read url website".split()),
    "web_search": frozenset("current find latest look news recent search today web".split()),
    "code_execution": frozenset("calculate code compute execute plot python run script".split()),
    "tool_search_tool": frozenset("tool tools".split()),
    "mcp_toolset": frozenset("mcp server".split()),
}


@dataclass
class ServerTurn:
    """What running a server tool adds to an answer."""

    blocks: List[JsonObject]
    text: JsonObject
    usage: Dict[str, int] = field(default_factory=lambda: {})
    uses_container: bool = False


def opaque(*seeds: str) -> str:
    """A text that only the API can read, such as a signature or encrypted content."""
    return base64.b64encode(digest("opaque", *seeds) + digest("more", *seeds)).decode("ascii")


def run_server_tool(conversation: Conversation, seed: str) -> Optional[ServerTurn]:
    """Run the most fitting server tool, unless the turn already has its results."""
    choice = conversation.choice
    tools = [tool for tool in conversation.tools if is_server_tool(tool)]
    if choice.get("type") == "tool":
        tools = [tool for tool in tools if tool.get("name") == choice.get("name")]
    elif conversation.results or conversation.prefill is not None:
        return None
    if not tools or choice.get("type") == "none":
        return None
    tool = max(tools, key=lambda item: _fit(item, conversation.question))
    kind = _family(tool)
    use_id = derived_id("mcptoolu" if kind == "mcp_toolset" else "srvtoolu", seed)
    if kind == "web_search":
        return _web_search(tool, conversation, use_id)
    if kind == "web_fetch":
        return _web_fetch(tool, conversation, use_id)
    if kind == "code_execution":
        return _code_execution(tool, conversation, use_id)
    if kind == "tool_search_tool":
        return _tool_search(tool, conversation, use_id)
    return _mcp(tool, conversation, use_id)


def _family(tool: JsonObject) -> str:
    return next(name for name in _HINTS if str(tool.get("type")).startswith(name))


def _fit(tool: JsonObject, prompt: str) -> int:
    family = _family(tool)
    asked = set(words_of(prompt)) | set(re.findall(r"[a-z]+", prompt.lower()))
    score = len(asked & _HINTS[family])
    if family == "web_fetch":
        score += 10 if Words(prompt).urls else -10
    return score + (20 if str(tool.get("name")) in prompt else 0)


def _use(name: str, use_id: str, value: JsonObject) -> JsonObject:
    return {"type": "server_tool_use", "id": use_id, "name": name, "input": value}


def _domain(tool: JsonObject) -> str:
    allowed = as_array(tool.get("allowed_domains"))
    if allowed:
        return str(allowed[0])
    blocked = as_array(tool.get("blocked_domains"))
    return "example.org" if "example.com" in blocked else "example.com"


def _slug(text: str) -> str:
    return (
        "-".join(re.sub(r"[^a-z0-9]+", "", word) for word in words_of(text)[:5]).strip("-")
        or "page"
    )


def _web_search(tool: JsonObject, conversation: Conversation, use_id: str) -> ServerTurn:
    query = " ".join(words_of(conversation.question)[:8]) or "anything"
    results: List[JsonObject] = []
    for number, kind in enumerate(("overview", "details"), start=1):
        results.append(
            {
                "type": "web_search_result",
                "url": f"https://{_domain(tool)}/{_slug(query)}/{kind}",
                "title": f"{query.capitalize()}: {kind}",
                "encrypted_content": opaque(use_id, str(number)),
                "page_age": f"February {number}, 2026",
            }
        )
    cited = f"Everything that is known about {query}, in one place."
    text: JsonObject = {
        "type": "text",
        "text": f"According to a page about {query}, {cited[0].lower()}{cited[1:]}",
        "citations": [
            {
                "type": "web_search_result_location",
                "cited_text": cited,
                "url": results[0]["url"],
                "title": results[0]["title"],
                "encrypted_index": opaque(use_id, "index"),
            }
        ],
    }
    result = {"type": "web_search_tool_result", "tool_use_id": use_id, "content": results}
    blocks = [_use("web_search", use_id, {"query": query}), result]
    return ServerTurn(blocks, text, {"web_search_requests": 1})


def _web_fetch(tool: JsonObject, conversation: Conversation, use_id: str) -> ServerTurn:
    urls = Words(conversation.question).urls
    url = urls[0] if urls else f"https://{_domain(tool)}/{_slug(conversation.question)}"
    page = f"This page at {url} is about {' '.join(words_of(url)[-3:])}."
    cited = as_object(tool.get("citations")).get("enabled") is True
    document: JsonObject = {
        "type": "document",
        "source": {"type": "text", "media_type": "text/plain", "data": page},
        "title": f"Page at {url}",
        "citations": {"enabled": True} if cited else None,
    }
    content = {
        "type": "web_fetch_result",
        "url": url,
        "content": document,
        "retrieved_at": "2026-02-05T12:00:00Z",
    }
    result = {"type": "web_fetch_tool_result", "tool_use_id": use_id, "content": content}
    text: JsonObject = {"type": "text", "text": f"I read {url}. It says: {page}"}
    if cited:
        text["citations"] = [
            {
                "type": "char_location",
                "cited_text": page,
                "document_index": 0,
                "document_title": document["title"],
                "start_char_index": 0,
                "end_char_index": len(page),
                "file_id": None,
            }
        ]
    blocks = [_use("web_fetch", use_id, {"url": url}), result]
    return ServerTurn(blocks, text, {"web_fetch_requests": 1})


def _code_execution(tool: JsonObject, conversation: Conversation, use_id: str) -> ServerTurn:
    said = excerpt(conversation.question, 60)
    output = f"{len(said)}\n"
    ran: JsonObject = {"stdout": output, "stderr": "", "return_code": 0, "content": []}
    if str(tool.get("type")) == "code_execution_20250522":
        use = _use("code_execution", use_id, {"code": f"print(len({said!r}))"})
        kind = "code_execution"
    else:
        use = _use("bash_code_execution", use_id, {"command": f'python3 -c "print(len({said!r}))"'})
        kind = "bash_code_execution"
    result = {
        "type": f"{kind}_tool_result",
        "tool_use_id": use_id,
        "content": {"type": f"{kind}_result", **ran},
    }
    text = {"type": "text", "text": f'I ran a program: "{said}" has {output.strip()} characters.'}
    return ServerTurn([use, result], text, uses_container=True)


def _tool_search(tool: JsonObject, conversation: Conversation, use_id: str) -> ServerTurn:
    words = words_of(conversation.question)
    name = "tool_search_tool_regex" if "regex" in str(tool.get("type")) else "tool_search_tool_bm25"
    query = (
        {"pattern": "|".join(words[:5])}
        if name.endswith("regex")
        else {"query": " ".join(words[:8])}
    )
    deferred = [item for item in conversation.tools if item.get("defer_loading") is True]
    found = [
        item
        for item in deferred
        if set(words) & set(words_of(f"{item.get('name')} {item.get('description') or ''}"))
    ] or deferred[:1]
    references = [{"type": "tool_reference", "tool_name": str(item.get("name"))} for item in found]
    result = {
        "type": "tool_search_tool_result",
        "tool_use_id": use_id,
        "content": {"type": "tool_search_tool_search_result", "tool_references": references},
    }
    names = ", ".join(item["tool_name"] for item in references) or "no tool"
    text = {"type": "text", "text": f"For this I found {names}."}
    return ServerTurn([_use(name, use_id, query), result], text)


def _mcp(tool: JsonObject, conversation: Conversation, use_id: str) -> ServerTurn:
    server = str(tool.get("mcp_server_name"))
    configured = [
        name
        for name, value in as_object(tool.get("configs")).items()
        if as_object(value).get("enabled") is not False
    ]
    name = configured[0] if configured else "search"
    query = " ".join(words_of(conversation.question)[:8])
    said = f"{server} knows about {query}."
    use = {
        "type": "mcp_tool_use",
        "id": use_id,
        "name": name,
        "server_name": server,
        "input": {"query": query},
    }
    result = {
        "type": "mcp_tool_result",
        "tool_use_id": use_id,
        "is_error": False,
        "content": [{"type": "text", "text": said, "citations": None}],
    }
    text = {"type": "text", "text": f"The MCP server {server} answered: {said}"}
    return ServerTurn([use, result], text)
