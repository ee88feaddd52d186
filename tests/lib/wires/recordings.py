"""Streamed messages of every kind, event by event, and what they add up to.

Each is what the API sends for one message. GA has the kinds that its types name; what only beta
names is played to GA as well, which then meets kinds that it does not know.
"""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Tuple

from tests.lib.wire import Event, block, end, start

Derived = Tuple[Any, ...]


class Recording(NamedTuple):
    """The events of one message."""

    events: List[Event]
    content: List[Event]
    """The content that they add up to"""

    derived: List[Derived] = []
    """What helpers make of the deltas: the type of each event, and its fields in their order"""

    is_beta: bool = False
    """Whether only beta knows everything in it"""

    message: Dict[str, Any] = {}
    """Further fields of the message"""

    usage: Dict[str, Any] = {}
    """Further counters"""


def delta(kind: str, **fields: Any) -> Event:
    return {"type": kind, **fields}


def texts(*pieces: str) -> List[Event]:
    return [delta("text_delta", text=piece) for piece in pieces]


def inputs(*pieces: str) -> List[Event]:
    return [delta("input_json_delta", partial_json=piece) for piece in pieces]


def opening(content: Event, **fields: Any) -> Event:
    """How a block begins whose other fields arrive in pieces."""
    return {**content, **fields}


TEXT = {"type": "text", "text": "", "citations": None}


def text(value: str, citations: Any = None) -> Event:
    return {"type": "text", "text": value, "citations": citations}


def call(id: str, name: str, input: Event, **fields: Any) -> Event:
    return {"type": "tool_use", "id": id, "name": name, "input": input, **fields}


_ODD = 'Zoë \u2028 \U0001f30a \\ "quoted"\r\n\tdata: x\n\nevent: ping\n\n'

PLAIN = Recording(
    [
        start(),
        *block(0, TEXT, *texts("Hello", "", ", ", _ODD)),
        *block(1, TEXT),
        *block(2, opening(TEXT, text="It begins "), *texts("here.")),
        *end(input_tokens=20, cache_creation_input_tokens=5, cache_read_input_tokens=3),
    ],
    [text(f"Hello, {_ODD}"), text(""), text("It begins here.")],
    [
        ("text", "Hello", "Hello"),
        ("text", "", "Hello"),
        ("text", ", ", "Hello, "),
        ("text", _ODD, f"Hello, {_ODD}"),
        ("text", "here.", "It begins here."),
    ],
    usage={
        "input_tokens": 20,
        "cache_creation_input_tokens": 5,
        "cache_read_input_tokens": 3,
        "output_tokens": 7,
    },
)

_DOCUMENT = {"cited_text": "x", "document_index": 0, "document_title": "Sea", "file_id": None}
CITED = [
    {"type": "char_location", **_DOCUMENT, "start_char_index": 0, "end_char_index": 1},
    {"type": "page_location", **_DOCUMENT, "start_page_number": 1, "end_page_number": 2},
    {"type": "content_block_location", **_DOCUMENT, "start_block_index": 0, "end_block_index": 1},
    {
        "type": "web_search_result_location",
        "cited_text": "y",
        "url": "https://example.com/sea",
        "title": None,
        "encrypted_index": "abc=",
    },
    {
        "type": "search_result_location",
        "cited_text": "z",
        "source": "notes",
        "title": "Notes",
        "search_result_index": 0,
        "start_block_index": 0,
        "end_block_index": 1,
    },
]
CITATIONS = Recording(
    [
        start(),
        *block(
            0,
            opening(TEXT, citations=[]),
            *texts("It is "),
            *(delta("citations_delta", citation=citation) for citation in CITED[:3]),
            *texts("wet."),
        ),
        *block(1, TEXT, *(delta("citations_delta", citation=citation) for citation in CITED[3:])),
        *end(),
    ],
    [text("It is wet.", CITED[:3]), text("", CITED[3:])],
    [
        ("text", "It is ", "It is "),
        *(("citation", CITED[count], CITED[: count + 1]) for count in range(3)),
        ("text", "wet.", "It is wet."),
        ("citation", CITED[3], CITED[3:4]),
        ("citation", CITED[4], CITED[3:]),
    ],
)

THINKING = Recording(
    [
        start(),
        *block(
            0,
            {"type": "thinking", "thinking": "", "signature": ""},
            delta("thinking_delta", thinking="Let me "),
            delta("thinking_delta", thinking="see."),
            delta("signature_delta", signature="EqQBCgIYAhIM+/=="),
        ),
        *block(1, {"type": "redacted_thinking", "data": "EmwKAhgBEgy3va3p"}),
        *block(2, TEXT, *texts("Yes.")),
        *end(),
    ],
    [
        {"type": "thinking", "thinking": "Let me see.", "signature": "EqQBCgIYAhIM+/=="},
        {"type": "redacted_thinking", "data": "EmwKAhgBEgy3va3p"},
        text("Yes."),
    ],
    [
        ("thinking", "Let me ", "Let me "),
        ("thinking", "see.", "Let me see."),
        ("signature", "EqQBCgIYAhIM+/=="),
        ("text", "Yes.", "Yes."),
    ],
)

WEATHER = {"city": "São Paulo \U0001f327", "days": [1, 2.5, None, {"night": True}], "unit": '"c"'}
TOOLS = Recording(
    [
        start(),
        *block(0, TEXT, *texts("Two calls.")),
        *block(
            1,
            call("toolu_1", "get_weather", {}),
            *inputs(
                "",
                '{"city": "S\u00e3o Pau',
                "lo \\ud83c\\udf27",
                '", "days": [1, 2.',
                '5, null, {"night": tr',
                'ue}], "unit": "\\"c\\""}',
            ),
        ),
        *block(2, call("toolu_2", "get_time", {}), *inputs("", "{}")),
        *block(3, call("toolu_3", "get_date", {}), *inputs("")),
        *block(4, call("toolu_4", "get_place", {"here": True})),
        *end(),
    ],
    [
        text("Two calls."),
        call("toolu_1", "get_weather", WEATHER),
        call("toolu_2", "get_time", {}),
        call("toolu_3", "get_date", {}),
        call("toolu_4", "get_place", {"here": True}),
    ],
    [
        ("text", "Two calls.", "Two calls."),
        ("input_json", "", {}),
        ("input_json", '{"city": "S\u00e3o Pau', {}),
        ("input_json", "lo \\ud83c\\udf27", {}),
        (
            "input_json",
            '", "days": [1, 2.',
            {"city": WEATHER["city"], "days": [1]},
        ),
        (
            "input_json",
            '5, null, {"night": tr',
            {"city": WEATHER["city"], "days": [1, 2.5, None, {}]},
        ),
        ("input_json", 'ue}], "unit": "\\"c\\""}', WEATHER),
        ("input_json", "", {}),
        ("input_json", "{}", {}),
        ("input_json", "", {}),
    ],
)


def server_call(name: str, input: Event) -> Event:
    return {"type": "server_tool_use", "id": "srvtoolu_1", "name": name, "input": input}


def result(kind: str, content: Any) -> Event:
    return {"type": f"{kind}_tool_result", "tool_use_id": "srvtoolu_1", "content": content}


_QUERY = ("", '{"query": "h', 'igh tide"}')
_QUERY_EVENTS: List[Derived] = [
    ("input_json", "", {}),
    ("input_json", '{"query": "h', {}),
    ("input_json", 'igh tide"}', {"query": "high tide"}),
]
_FOUND = {
    "type": "web_search_result",
    "url": "https://example.com/tide",
    "title": "Tide",
    "encrypted_content": "abc=",
    "page_age": None,
}
WEB_SEARCH = Recording(
    [
        start(),
        *block(0, server_call("web_search", {}), *inputs(*_QUERY)),
        *block(1, result("web_search", [_FOUND])),
        *block(
            2,
            opening(TEXT, citations=[]),
            *texts("At noon."),
            delta("citations_delta", citation=CITED[3]),
        ),
        *block(
            3,
            result(
                "web_search",
                {"type": "web_search_tool_result_error", "error_code": "max_uses_exceeded"},
            ),
        ),
        *end(input_tokens=900, server_tool_use={"web_search_requests": 1, "web_fetch_requests": 0}),
    ],
    [
        server_call("web_search", {"query": "high tide"}),
        result("web_search", [_FOUND]),
        text("At noon.", [CITED[3]]),
        result(
            "web_search",
            {"type": "web_search_tool_result_error", "error_code": "max_uses_exceeded"},
        ),
    ],
    [*_QUERY_EVENTS, ("text", "At noon.", "At noon."), ("citation", CITED[3], [CITED[3]])],
    usage={
        "input_tokens": 900,
        "server_tool_use": {"web_search_requests": 1, "web_fetch_requests": 0},
    },
)

_RAN = {"stdout": "42\n", "stderr": "", "return_code": 0}
RESULTS = [
    result(
        "web_fetch",
        {
            "type": "web_fetch_result",
            "url": "https://example.com",
            "retrieved_at": "2026-02-05T12:00:00Z",
            "content": {
                "type": "document",
                "title": None,
                "citations": {"enabled": True},
                "source": {"type": "text", "media_type": "text/plain", "data": "A page."},
            },
        },
    ),
    result("web_fetch", {"type": "web_fetch_tool_result_error", "error_code": "url_too_long"}),
    result(
        "code_execution",
        {
            "type": "code_execution_result",
            **_RAN,
            "content": [{"type": "code_execution_output", "file_id": "file_1"}],
        },
    ),
    result(
        "code_execution",
        {"type": "code_execution_tool_result_error", "error_code": "unavailable"},
    ),
    result(
        "bash_code_execution",
        {
            "type": "bash_code_execution_result",
            **_RAN,
            "content": [{"type": "bash_code_execution_output", "file_id": "file_2"}],
        },
    ),
    result(
        "text_editor_code_execution",
        {
            "type": "text_editor_code_execution_view_result",
            "content": "a\nb",
            "file_type": "text",
            "num_lines": 2,
            "start_line": 1,
            "total_lines": 2,
        },
    ),
    result(
        "text_editor_code_execution",
        {"type": "text_editor_code_execution_create_result", "is_file_update": False},
    ),
    result(
        "tool_search",
        {
            "type": "tool_search_tool_search_result",
            "tool_references": [{"type": "tool_reference", "tool_name": "get_weather"}],
        },
    ),
    {"type": "container_upload", "file_id": "file_3"},
]
RESULTS[-2]["type"] = "tool_search_tool_result"
CONTAINER = {
    "id": "container_1",
    "expires_at": "2026-02-05T12:00:00Z",
    "skills": [{"type": "anthropic", "skill_id": "xlsx", "version": "20251013"}],
}
_CODE = '{"code": "print(6 * 7)"}'
_DELTA, _STOP = end(server_tool_use={"web_search_requests": 0, "web_fetch_requests": 2})
SERVER_TOOLS = Recording(
    [
        start(container=None),
        *block(0, server_call("code_execution", {}), *inputs("", _CODE[:15], _CODE[15:])),
        *(
            event
            for index, content in enumerate(RESULTS, start=1)
            for event in block(index, content)
        ),
        {**_DELTA, "delta": {**_DELTA["delta"], "container": CONTAINER}},
        _STOP,
    ],
    [server_call("code_execution", {"code": "print(6 * 7)"}), *RESULTS],
    [
        ("input_json", "", {}),
        ("input_json", _CODE[:15], {}),
        ("input_json", _CODE[15:], {"code": "print(6 * 7)"}),
    ],
    is_beta=True,
    message={"container": CONTAINER},
    usage={"server_tool_use": {"web_search_requests": 0, "web_fetch_requests": 2}},
)


def mcp_call(input: Event) -> Event:
    return {
        "type": "mcp_tool_use",
        "id": "mcptoolu_1",
        "name": "find",
        "server_name": "files",
        "input": input,
    }


_MCP_RESULT = {
    "type": "mcp_tool_result",
    "tool_use_id": "mcptoolu_1",
    "is_error": False,
    "content": [text("Found.")],
}
MCP = Recording(
    [
        start(),
        *block(0, mcp_call({}), *inputs(*_QUERY)),
        *block(1, _MCP_RESULT),
        *block(2, TEXT, *texts("There.")),
        *end(),
    ],
    [mcp_call({"query": "high tide"}), _MCP_RESULT, text("There.")],
    [*_QUERY_EVENTS, ("text", "There.", "There.")],
    is_beta=True,
)

_COUNTS = {"cache_creation_input_tokens": 0, "cache_read_input_tokens": 0, "cache_creation": None}
ITERATIONS = [
    {"type": "compaction", "input_tokens": 60_000, "output_tokens": 300, **_COUNTS},
    {"type": "message", "input_tokens": 310, "output_tokens": 7, **_COUNTS},
]
EDITS = {
    "applied_edits": [
        {
            "type": "clear_tool_uses_20250919",
            "cleared_tool_uses": 4,
            "cleared_input_tokens": 5000,
        }
    ]
}
_COMPACTED_DELTA, _COMPACTED_STOP = end(iterations=ITERATIONS)
COMPACTION = Recording(
    [
        start(context_management=None),
        *block(
            0,
            {"type": "compaction", "content": None},
            delta("compaction_delta", content="We spoke of the sea."),
        ),
        *block(1, TEXT, *texts("Go on.")),
        {**_COMPACTED_DELTA, "context_management": EDITS},
        _COMPACTED_STOP,
    ],
    [{"type": "compaction", "content": "We spoke of the sea."}, text("Go on.")],
    [("compaction", "We spoke of the sea."), ("text", "Go on.", "Go on.")],
    is_beta=True,
    message={"context_management": EDITS},
    usage={"iterations": ITERATIONS},
)

_SCENE = {"type": "scene", "title": "Sea", "parts": [{"type": "wave", "height": 2}]}
_FUTURE_CALL = {"type": "future_tool_use", "id": "future_1", "name": "act", "input": {}}
_FUTURE_DELTA, _FUTURE_STOP = end(output_tokens_details={"thinking": 3})
FUTURE = Recording(
    [
        start(mood="calm"),
        *block(0, _SCENE, delta("scene_delta", parts=[]), *texts("no text block")),
        *block(1, TEXT, *texts("A"), delta("colour_delta", colour="blue"), *texts("B")),
        *block(2, _FUTURE_CALL, *inputs("", '{"a": ', "[1]}")),
        {
            **_FUTURE_DELTA,
            "delta": {**_FUTURE_DELTA["delta"], "stop_details": {"why": "tide"}},
            "weather": {"wind": 3},
        },
        _FUTURE_STOP,
    ],
    [_SCENE, text("AB"), {**_FUTURE_CALL, "input": {"a": [1]}}],
    [("text", "A", "A"), ("text", "B", "AB")],
    message={"mood": "calm", "stop_details": {"why": "tide"}, "weather": {"wind": 3}},
    usage={"output_tokens_details": {"thinking": 3}, "output_tokens": 7},
)

RECORDINGS = {
    "text": PLAIN,
    "citations": CITATIONS,
    "thinking": THINKING,
    "tool_use": TOOLS,
    "web_search": WEB_SEARCH,
    "server_tools": SERVER_TOOLS,
    "mcp": MCP,
    "compaction": COMPACTION,
    "future": FUTURE,
}
