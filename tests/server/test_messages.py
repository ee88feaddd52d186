"""What the model answers: sensible, deterministic, within the request's limits."""

from __future__ import annotations

import base64
import json
from typing import Any, Dict, List

import pytest

from tests.server.support import Wire, ask

WEATHER: Dict[str, Any] = {
    "name": "get_weather",
    "description": "Get the current weather in a given location",
    "input_schema": {
        "type": "object",
        "properties": {
            "location": {"type": "string"},
            "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
        },
        "required": ["location"],
    },
}
STOCK: Dict[str, Any] = {
    "name": "get_stock_price",
    "description": "Look up the price of a share",
    "input_schema": {
        "type": "object",
        "properties": {"ticker": {"type": "string", "pattern": "^[A-Z]{1,5}$"}},
        "required": ["ticker"],
    },
}
CACHED = {"cache_control": {"type": "ephemeral"}}


def text_of(message: Dict[str, Any]) -> str:
    return "".join(block.get("text", "") for block in message["content"])


def types_of(message: Dict[str, Any]) -> List[str]:
    return [block["type"] for block in message["content"]]


def calls_of(message: Dict[str, Any]) -> List[Dict[str, Any]]:
    return [block for block in message["content"] if block["type"] == "tool_use"]


def test_text_answer_uses_the_prompt(wire: Wire) -> None:
    message = wire.post("/v1/messages", ask("Tell me about lighthouses", system="Be a sailor."))
    assert "lighthouses" in text_of(message)
    assert "Be a sailor." in text_of(message)
    assert (message["stop_reason"], message["stop_sequence"]) == ("end_turn", None)
    assert message["model"] == "claude-opus-4-6"


def test_max_tokens(wire: Wire) -> None:
    message = wire.post("/v1/messages", ask(max_tokens=5))
    assert message["stop_reason"] == "max_tokens"
    assert message["usage"]["output_tokens"] == 5
    assert len(text_of(message)) == 20


def test_stop_sequences(wire: Wire) -> None:
    body = ask("One two three four", stop_sequences=["three", "two"])
    message = wire.post("/v1/messages", body)
    assert (message["stop_reason"], message["stop_sequence"]) == ("stop_sequence", "two")
    assert text_of(message) == 'You said: "One '


@pytest.mark.parametrize(
    "thinking", [{"type": "adaptive"}, {"type": "enabled", "budget_tokens": 2000}]
)
def test_thinking_comes_first(wire: Wire, thinking: Dict[str, Any]) -> None:
    message = wire.post("/v1/messages", ask(max_tokens=4000, thinking=thinking))
    assert types_of(message) == ["thinking", "text"]
    assert base64.b64decode(message["content"][0]["signature"])
    again = ask(thinking={"type": "disabled"})
    assert types_of(wire.post("/v1/messages", again)) == ["text"]


def test_tool_exchange_in_two_steps(wire: Wire) -> None:
    body = ask("What is the weather in San Francisco in celsius?", tools=[STOCK, WEATHER])
    first = wire.post("/v1/messages", body)
    (call,) = calls_of(first)
    assert call["name"] == "get_weather"
    assert call["input"] == {"location": "San Francisco", "unit": "celsius"}
    assert call["id"].startswith("toolu_")
    assert first["stop_reason"] == "tool_use"
    result = {"type": "tool_result", "tool_use_id": call["id"], "content": "15 degrees, fog"}
    body["messages"] += [
        {"role": "assistant", "content": first["content"]},
        {"role": "user", "content": [result]},
    ]
    second = wire.post("/v1/messages", body)
    assert types_of(second) == ["text"]
    assert "15 degrees, fog" in text_of(second) and "get_weather" in text_of(second)
    result["is_error"] = True  # type: ignore[assignment]  # a JSON object holds any value
    assert "error" in text_of(wire.post("/v1/messages", body))


def test_several_named_tools_are_called_in_parallel(wire: Wire) -> None:
    prompt = "Use get_weather for Oslo and get stock price for ACME"
    message = wire.post("/v1/messages", ask(prompt, tools=[WEATHER, STOCK]))
    assert [call["name"] for call in calls_of(message)] == ["get_weather", "get_stock_price"]
    assert len({call["id"] for call in calls_of(message)}) == 2
    choice = {"type": "auto", "disable_parallel_tool_use": True}
    message = wire.post("/v1/messages", ask(prompt, tools=[WEATHER, STOCK], tool_choice=choice))
    assert len(calls_of(message)) == 1


def test_tool_choice(wire: Wire) -> None:
    tools = [WEATHER, STOCK]
    forced = {"type": "tool", "name": "get_stock_price"}
    message = wire.post("/v1/messages", ask("Weather in Rome?", tools=tools, tool_choice=forced))
    assert types_of(message) == ["tool_use"]
    assert message["content"][0]["name"] == "get_stock_price"
    assert message["content"][0]["input"] == {"ticker": "A"}
    message = wire.post("/v1/messages", ask("Hi", tools=tools, tool_choice={"type": "any"}))
    assert types_of(message) == ["tool_use"]
    message = wire.post("/v1/messages", ask("Weather?", tools=tools, tool_choice={"type": "none"}))
    assert types_of(message) == ["text"]
    reply = wire.call(
        "POST",
        "/v1/messages",
        ask("x", tools=tools, tool_choice={"type": "tool", "name": "other"}),
    )
    assert reply.error[1] == "tool_choice: Tool 'other' not found in provided tools"


def test_structured_output(wire: Wire) -> None:
    schema = {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "age": {"type": "integer"},
            "email": {"type": "string", "format": "email"},
            "tags": {"type": "array", "items": {"$ref": "#/$defs/tag"}},
        },
        "required": ["name", "age", "email", "tags"],
        "additionalProperties": False,
        "$defs": {"tag": {"type": "string", "enum": ["customer", "vip"]}},
    }
    prompt = "Ada Lovelace is 36, writes from ada@example.org and is a vip."
    chosen = {"type": "json_schema", "schema": schema}
    expected = {"name": "Ada Lovelace", "age": 36, "email": "ada@example.org", "tags": ["vip"]}
    message = wire.post("/v1/messages", ask(prompt, output_config={"format": chosen}))
    assert json.loads(text_of(message)) == expected
    message = wire.post("/v1/messages?beta=true", ask(prompt, output_format=chosen))
    assert json.loads(text_of(message)) == expected


def test_web_search(wire: Wire) -> None:
    tool = {"type": "web_search_20250305", "name": "web_search", "allowed_domains": ["nasa.gov"]}
    message = wire.post("/v1/messages", ask("Latest news about Mars?", tools=[tool]))
    assert types_of(message) == ["server_tool_use", "web_search_tool_result", "text"]
    use, result, text = message["content"]
    assert result["tool_use_id"] == use["id"]
    assert result["content"][0]["url"].startswith("https://nasa.gov/")
    assert text["citations"][0]["url"] == result["content"][0]["url"]
    assert message["usage"]["server_tool_use"] == {"web_search_requests": 1}
    assert message["stop_reason"] == "end_turn"


@pytest.mark.parametrize(
    ("tool", "types"),
    [
        (
            {"type": "web_fetch_20250910", "name": "web_fetch", "citations": {"enabled": True}},
            ["server_tool_use", "web_fetch_tool_result", "text"],
        ),
        (
            {"type": "code_execution_20250825", "name": "code_execution"},
            ["server_tool_use", "bash_code_execution_tool_result", "text"],
        ),
        (
            {"type": "code_execution_20250522", "name": "code_execution"},
            ["server_tool_use", "code_execution_tool_result", "text"],
        ),
        (
            {"type": "tool_search_tool_bm25_20251119", "name": "tool_search_tool_bm25"},
            ["server_tool_use", "tool_search_tool_result", "text"],
        ),
        (
            {"type": "mcp_toolset", "mcp_server_name": "docs"},
            ["mcp_tool_use", "mcp_tool_result", "text"],
        ),
    ],
)
def test_beta_server_tools(wire: Wire, tool: Dict[str, Any], types: List[str]) -> None:
    deferred = {**WEATHER, "defer_loading": True}
    tools = [tool, deferred] if "search" in tool["type"] else [tool]
    servers = [{"type": "url", "name": "docs", "url": "https://example.com/mcp"}]
    body = ask("Weather at https://example.com/a?", tools=tools, mcp_servers=servers)
    message = wire.post("/v1/messages?beta=true", body)
    assert types_of(message) == types
    assert message["content"][1]["tool_use_id"] == message["content"][0]["id"]
    assert (message.get("container") is not None) == ("code" in tool["type"])
    # What was answered can be sent back.
    body["messages"] += [
        {"role": "assistant", "content": message["content"]},
        {"role": "user", "content": "Thanks"},
    ]
    assert wire.call("POST", "/v1/messages?beta=true", body).status == 200


@pytest.mark.parametrize(
    ("source", "kind", "cited"),
    [
        (
            {"type": "text", "media_type": "text/plain", "data": "Grass grows. The sky is blue."},
            "char_location",
            "The sky is blue.",
        ),
        (
            {
                "type": "content",
                "content": [
                    {"type": "text", "text": "Grass"},
                    {"type": "text", "text": "The sky is blue"},
                ],
            },
            "content_block_location",
            "The sky is blue",
        ),
        (
            {
                "type": "base64",
                "media_type": "application/pdf",
                "data": base64.b64encode(b"%PDF-1.4 (The sky) Tj").decode(),
            },
            "page_location",
            "The sky",
        ),
    ],
)
def test_citations(wire: Wire, source: Dict[str, Any], kind: str, cited: str) -> None:
    document = {
        "type": "document",
        "source": source,
        "title": "Nature",
        "citations": {"enabled": True},
    }
    question = {"type": "text", "text": "What colour is the sky?"}
    message = wire.post("/v1/messages", ask([document, question]))
    (citation,) = [item for block in message["content"] for item in block.get("citations") or []]
    assert (citation["type"], citation["cited_text"]) == (kind, cited)
    assert (citation["document_index"], citation["document_title"]) == (0, "Nature")
    if kind == "char_location":
        data = source["data"]
        assert data[citation["start_char_index"] : citation["end_char_index"]] == cited


def test_search_results_are_cited(wire: Wire) -> None:
    result = {
        "type": "search_result",
        "source": "https://example.com/sky",
        "title": "Sky",
        "content": [{"type": "text", "text": "The sky is blue."}],
        "citations": {"enabled": True},
    }
    message = wire.post("/v1/messages", ask([result, {"type": "text", "text": "The sky?"}]))
    citation = message["content"][1]["citations"][0]
    assert citation["type"] == "search_result_location"
    assert citation["source"] == "https://example.com/sky"


def test_prompt_cache(wire: Wire) -> None:
    system = [{"type": "text", "text": "Long instructions. " * 100, **CACHED}]
    first = wire.post("/v1/messages", ask(system=system))["usage"]
    second = wire.post("/v1/messages", ask("Something else entirely", system=system))["usage"]
    assert first["cache_creation_input_tokens"] > 400 and first["cache_read_input_tokens"] == 0
    assert second["cache_read_input_tokens"] == first["cache_creation_input_tokens"]
    assert second["cache_creation_input_tokens"] == 0
    assert first["cache_creation"]["ephemeral_5m_input_tokens"] > 400
    marked = {"type": "text", "text": "More", "cache_control": {"type": "ephemeral", "ttl": "1h"}}
    longer = ask([marked])
    third = wire.post("/v1/messages", {**longer, "system": system})["usage"]
    assert third["cache_read_input_tokens"] == first["cache_creation_input_tokens"]
    assert third["cache_creation"]["ephemeral_1h_input_tokens"] > 0


@pytest.mark.parametrize(
    "extra",
    [
        {},
        {"system": "Be brief."},
        {"tools": [WEATHER]},
        {"system": [{"type": "text", "text": "Be brief.", **CACHED}]},
        {"output_config": {"format": {"type": "json_schema", "schema": {"type": "object"}}}},
    ],
)
def test_count_is_what_usage_says(wire: Wire, extra: Dict[str, Any]) -> None:
    body = ask(**extra)
    usage = wire.post("/v1/messages", body)["usage"]
    del body["max_tokens"]
    counted = wire.post("/v1/messages/count_tokens", body)["input_tokens"]
    names = ("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")
    assert counted == sum(usage[name] for name in names)


def test_count_grows_with_the_prompt(wire: Wire) -> None:
    def count(text: str) -> int:
        body = {key: value for key, value in ask(text).items() if key != "max_tokens"}
        return int(wire.post("/v1/messages/count_tokens", body)["input_tokens"])

    assert count("Hello") < 20
    assert 240 < count("word " * 200) < 280


def test_context_management(wire: Wire) -> None:
    messages: List[Dict[str, Any]] = [{"role": "user", "content": "Go"}]
    for number in range(4):
        use = {"type": "tool_use", "id": f"toolu_{number}", "name": "get_weather", "input": {}}
        result = {"type": "tool_result", "tool_use_id": f"toolu_{number}", "content": "x" * 400}
        messages.append({"role": "assistant", "content": [use]})
        messages.append({"role": "user", "content": [result]})
    edit = {
        "type": "clear_tool_uses_20250919",
        "trigger": {"type": "tool_uses", "value": 2},
        "keep": {"type": "tool_uses", "value": 1},
    }
    body = ask(messages=messages, tools=[WEATHER], context_management={"edits": [edit]})
    message = wire.post("/v1/messages?beta=true", body)
    (applied,) = message["context_management"]["applied_edits"]
    assert applied["cleared_tool_uses"] == 3
    assert applied["cleared_input_tokens"] == 303
    del body["max_tokens"]
    counted = wire.post("/v1/messages/count_tokens?beta=true", body)
    original = counted["context_management"]["original_input_tokens"]
    assert original - counted["input_tokens"] == 303


def test_compaction(wire: Wire) -> None:
    edit: Dict[str, Any] = {
        "type": "compact_20260112",
        "trigger": {"type": "input_tokens", "value": 50000},
    }
    body = ask("word " * 50000, context_management={"edits": [edit]})
    message = wire.post("/v1/messages?beta=true", body)
    assert types_of(message) == ["compaction", "text"]
    assert [item["type"] for item in message["usage"]["iterations"]] == ["compaction", "message"]
    edit["pause_after_compaction"] = True
    message = wire.post("/v1/messages?beta=true", body)
    assert types_of(message) == ["compaction"]
    assert message["stop_reason"] == "compaction"


def test_container_and_skills(wire: Wire) -> None:
    skills = [{"type": "anthropic", "skill_id": "xlsx", "version": "latest"}]
    body = ask(container={"id": "container_1", "skills": skills})
    message = wire.post("/v1/messages?beta=true", body)
    assert message["container"]["id"] == "container_1"
    assert message["container"]["skills"][0]["skill_id"] == "xlsx"


def test_uploaded_file_as_document(wire: Wire) -> None:
    files = [("file", "sky.txt", b"Grass grows. The sky is blue.", "text/plain")]
    file_id = wire.form("/v1/files?beta=true", files).json()["id"]
    source = {"type": "file", "file_id": file_id}
    document = {"type": "document", "source": source, "citations": {"enabled": True}}
    body = ask([document, {"type": "text", "text": "The sky?"}])
    message = wire.post("/v1/messages?beta=true", body)
    citation = message["content"][1]["citations"][0]
    assert (citation["cited_text"], citation["file_id"]) == ("The sky is blue.", file_id)
    body["messages"] += [
        {"role": "assistant", "content": message["content"]},
        {"role": "user", "content": "Thanks"},
    ]
    assert wire.call("POST", "/v1/messages?beta=true", body).status == 200
    source["file_id"] = "file_none"
    assert wire.call("POST", "/v1/messages?beta=true", body).status == 404


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("bash_20250124", "bash", {"command": "ls"}),
        ("memory_20250818", "memory", {"command": "view", "path": "/memories"}),
        (
            "text_editor_20250728",
            "str_replace_based_edit_tool",
            {"command": "view", "path": "/repo/a.py"},
        ),
    ],
)
def test_tools_that_the_api_defines(
    wire: Wire, kind: str, name: str, expected: Dict[str, Any]
) -> None:
    body = ask("Run `ls`, then open /repo/a.py", tools=[{"type": kind, "name": name}])
    (call,) = calls_of(wire.post("/v1/messages?beta=true", body))
    assert call["input"] == expected
