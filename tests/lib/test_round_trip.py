"""Answers sent back: as `message.to_param()`, or with their content as it is."""

from __future__ import annotations

import json
import warnings
from typing import Any, Dict, Iterator, List

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anthropic import Anthropic
from anthropic._body import transform_body
from anthropic._models import construct_type
from anthropic.testing import LocalServer
from anthropic.testing._description import Operation, load_description
from anthropic.types import Message
from anthropic.types.beta import BetaMessage
from tests.lib.answers import BETA_BLOCKS, BLOCKS, values
from tests.lib.parse.replies import ASK, Server
from tests.lib.wire import end, start

QUESTION: Any = {"role": "user", "content": "Well?"}
# What answers hold and requests do not name, besides what this version does not know.
ANSWERS_ONLY = {"added_later", "error_message", "file_id"}


@pytest.fixture(scope="module")
def operations() -> Dict[bool, Operation]:
    """The operation that takes messages, by whether it is the beta one."""
    description = load_description()
    found = {beta: description.operation("POST", "/v1/messages", beta) for beta in (False, True)}
    return {beta: operation for beta, operation in found.items() if operation is not None}


def answered(content: List[Any], model: Any = Message) -> Any:
    return construct_type(value={**start()["message"], "content": content}, type_=model)


def assert_accepted(operation: Operation, turn: Any) -> None:
    body = {"model": "claude-test", "max_tokens": 1, "messages": [QUESTION, turn, QUESTION]}
    # The server overlooks one field that only answers have; here nothing is overlooked.
    assert operation._checker.problems(body, operation._body_schema) == []


def assert_kept(given: Any, sent: Any, path: str = "content") -> None:
    """Nothing is lost but nulls and what requests do not name."""
    if isinstance(given, dict):
        for key, value in given.items():
            if key in sent:
                assert_kept(value, sent[key], f"{path}.{key}")
            else:
                assert value is None or key in ANSWERS_ONLY, f"{path}.{key}"
        assert all(sent[key] is None for key in set(sent) - set(given))
    elif isinstance(given, list):
        assert len(given) == len(sent)
        for index, value in enumerate(given):
            assert_kept(value, sent[index], f"{path}[{index}]")
    else:
        assert sent == given


def assert_goes_back(operation: Operation, content: List[Any], model: Any) -> None:
    message = answered(content, model)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        turn = message.to_param()
        direct = transform_body({"messages": [{"role": "assistant", "content": message.content}]})
        assert transform_body({"messages": [turn]}) == direct
        message.model_dump()
        message.model_dump_json()
        message.to_dict()
    assert direct["messages"] == [turn]
    assert_accepted(operation, turn)
    assert_kept(content, turn["content"])


@pytest.mark.parametrize("name", BLOCKS)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_content_goes_back(name: str, data: Any, operations: Dict[bool, Operation]) -> None:
    block = data.draw(values(BLOCKS[name]))
    assert_goes_back(operations[False], [block], Message)


@pytest.mark.parametrize("name", BETA_BLOCKS)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_beta_content_goes_back(name: str, data: Any, operations: Dict[bool, Operation]) -> None:
    block = data.draw(values(BETA_BLOCKS[name]))
    assert_goes_back(operations[True], [block], BetaMessage)


@pytest.mark.parametrize("is_beta", [False, True])
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_streamed_content_goes_back(
    is_beta: bool, data: Any, operations: Dict[bool, Operation]
) -> None:
    blocks = BETA_BLOCKS if is_beta else BLOCKS
    block = st.sampled_from(list(blocks.values())).flatmap(values)
    content = data.draw(st.lists(block, min_size=1, max_size=4))
    events: List[Any] = [start()]
    for index, each in enumerate(content):
        events += [
            {"type": "content_block_start", "index": index, "content_block": each},
            {"type": "content_block_stop", "index": index},
        ]
    client = Server(events=[*events, *end()]).client()
    messages: Any = client.beta.messages if is_beta else client.messages

    with messages.stream(**ASK) as stream:
        message = stream.get_final_message()

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        message.model_dump_json()
        message.to_dict()
        turn = message.to_param()
    assert_accepted(operations[is_beta], turn)
    assert_kept(content, turn["content"])


def test_parsed_output_stays_here(operations: Dict[bool, Operation]) -> None:
    client = Server({"type": "text", "text": '{"x": 1}'}).client()
    message = client.messages.parse(output_format=Point, **ASK)
    with client.messages.stream(output_format=Point, **ASK) as stream:
        streamed = stream.get_final_message()

    for parsed in (message, streamed):
        assert parsed.parsed_output == Point(x=1)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert parsed.model_dump()["content"][0]["parsed_output"] == {"x": 1}
            assert json.loads(parsed.model_dump_json())["content"][0]["text"] == '{"x": 1}'
            assert parsed.to_dict()["id"] == "msg_1"
        turn = parsed.to_param()
        assert turn == {
            "role": "assistant",
            "content": [{"type": "text", "text": '{"x": 1}'}],
        }
        assert_accepted(operations[False], turn)


class Point(pydantic.BaseModel):
    x: int


def test_what_is_unknown_is_kept() -> None:
    future = {"type": "hologram", "rays": [{"type": "text", "depth": None}]}
    result = {"type": "novel_result", "score": None}
    search = {"type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": [result]}

    turn = answered([future, search]).to_param()

    assert turn["content"] == [future, search]


def test_a_tools_input_is_nobody_elses_business() -> None:
    value = {"type": "text", "text": "", "citations": None, "more": [{"type": "text", "x": None}]}
    call = {"type": "tool_use", "id": "toolu_1", "name": "f", "input": value}

    turn = answered([{**call, "caller": {"type": "direct"}}]).to_param()

    assert turn["content"] == [call]


def test_empty_texts_are_left_out() -> None:
    for empty in ("", "\n\n"):
        turn = answered(
            [{"type": "text", "text": empty}, {"type": "text", "text": " a"}]
        ).to_param()

        assert turn["content"] == [{"type": "text", "text": " a"}]


def test_the_message_itself_does_not_change() -> None:
    message = answered([{"type": "text", "text": "a", "citations": None, "new": 1}])
    before = message.model_dump()

    message.to_param()["content"].clear()

    assert message.model_dump() == before


@pytest.fixture(scope="module")
def client() -> Iterator[Anthropic]:
    with LocalServer() as server:
        yield Anthropic(base_url=server.url, api_key=server.api_key, max_retries=0)


ADD: Dict[str, Any] = {
    "name": "add",
    "input_schema": {"type": "object", "properties": {"a": {"type": "integer"}}},
}
CONVERSATIONS: Dict[str, Dict[str, Any]] = {
    "a text": {},
    "thinking": {"thinking": {"type": "enabled", "budget_tokens": 1024}, "max_tokens": 2000},
    "a tool": {"tools": [ADD], "tool_choice": {"type": "tool", "name": "add"}},
    "a search": {"tools": [{"type": "web_search_20250305", "name": "web_search"}]},
}


@pytest.mark.parametrize("is_beta", [False, True])
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_conversation_goes_on(client: Anthropic, name: str, is_beta: bool) -> None:
    """The server refuses whatever the API would refuse."""
    messages: Any = client.beta.messages if is_beta else client.messages
    question = {"role": "user", "content": "Search the web: what is 1 + 2?"}
    options: Any = {"model": "claude-sonnet-4-5", "max_tokens": 500, **CONVERSATIONS[name]}
    first = messages.create(messages=[question], **options)
    with messages.stream(messages=[question], **options) as stream:
        streamed = stream.get_final_message()
    parsed = messages.parse(messages=[question], **options)

    for message in (first, streamed, parsed):
        results = [
            {"type": "tool_result", "tool_use_id": block.id, "content": "3"}
            for block in message.content
            if block.type == "tool_use"
        ]
        answer = {"role": "user", "content": results or "Go on."}
        as_it_is = {"role": message.role, "content": message.content}
        for turn in (message.to_param(), as_it_is):
            history = [question, turn, answer]
            assert messages.create(messages=history, **options).role == "assistant"
            assert messages.count_tokens(model="claude-sonnet-4-5", messages=history).input_tokens
