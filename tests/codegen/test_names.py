"""Names: from the words of a description to what Python calls them."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.lower.names import (
    argument_name,
    attribute_name,
    class_name,
    identifier,
    params_suffix,
    pascal_case,
    singular,
    snake_case,
    spelled,
)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Message", "message"),
        ("MessageBatch", "message_batch"),
        ("APIErrorObject", "api_error_object"),
        ("BetaBase64PDFSource", "beta_base64_pdf_source"),
        ("ToolBash20250124", "tool_bash_20250124"),
        ("WebSearchTool20250305Param", "web_search_tool_20250305_param"),
        ("user-id", "user_id"),
        ("X-Visitor", "x_visitor"),
        ("size[max]", "size_max"),
        ("already_snake", "already_snake"),
        ("  two  words ", "two_words"),
        ("HTTP2Server", "http2_server"),
    ],
)
def test_snake_case(text: str, expected: str) -> None:
    assert snake_case(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("applied_edits", "AppliedEdits"),
        ("message_create_params", "MessageCreateParams"),
        ("URLSource", "URLSource"),
        ("text/plain", "TextPlain"),
        ("bash_20250124", "Bash20250124"),
        ("", ""),
    ],
)
def test_pascal_case(text: str, expected: str) -> None:
    assert pascal_case(text) == expected


@pytest.mark.parametrize(
    "word, expected",
    [
        ("messages", "message"),
        ("batches", "batch"),
        ("Entries", "Entry"),
        ("boxes", "box"),
        ("classes", "class"),
        ("wishes", "wish"),
        ("status", "status"),
        ("analysis", "analysis"),
        ("address", "address"),
        ("sheep", "sheep"),
        ("ties", "tie"),
    ],
)
def test_singular(word: str, expected: str) -> None:
    assert singular(word) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("from", "from_"),
        ("self", "self_"),
        ("None", "None_"),
        ("2fa", "_2fa"),
        ("font-size", "font_size"),
        ("", "_"),
        ("name", "name"),
    ],
)
def test_identifier(text: str, expected: str) -> None:
    assert identifier(text) == expected


@pytest.mark.parametrize(
    "wire, expected",
    [
        ("max_tokens", "max_tokens"),
        ("anthropic-beta", "anthropic_beta"),
        ("X-Visitor", "x_visitor"),
        ("maxTokens", "max_tokens"),
        ("class", "class_"),
    ],
)
def test_argument_name(wire: str, expected: str) -> None:
    assert argument_name(wire) == expected


@pytest.mark.parametrize(
    "name, expected",
    [("Tool", "ToolParam"), ("ToolParam", "ToolParam"), ("MessageParams", "MessageParams")],
)
def test_params_suffix(name: str, expected: str) -> None:
    assert params_suffix(name) == expected


@given(st.text())
def test_every_text_gives_an_identifier(text: str) -> None:
    for name in (identifier(text), argument_name(text)):
        assert name.isidentifier()
        assert not keyword.iskeyword(name)


@given(st.text(alphabet=st.sampled_from("aAbB019_- []"), max_size=12))
def test_snake_case_is_stable(text: str) -> None:
    once = snake_case(text)
    assert snake_case(once) == once
    assert once == once.lower() and "__" not in once


@pytest.mark.parametrize(
    "text, expected",
    [
        ("applied_edits", "AppliedEdits"),
        ("2fa", "Type2fa"),
        ("True", "TrueValue"),
        ("none", "NoneValue"),
        ("", "Type"),
        ("!", "Type"),
        ("\u0438\u043c\u044f", "\u0418\u043c\u044f"),
    ],
)
def test_class_name(text: str, expected: str) -> None:
    assert class_name(text) == expected


@pytest.mark.parametrize(
    "wire, expected",
    [
        ("id", "id"),
        ("from", "from_"),
        ("_links", "links"),
        ("__x", "x"),
        ("+1", "plus_1"),
        ("schema", "schema_"),
        ("model_fields", "model_fields_"),
    ],
)
def test_attribute_name(wire: str, expected: str) -> None:
    assert attribute_name(wire) == expected


@given(st.text(min_size=1, max_size=12))
def test_every_text_has_names_that_python_takes(text: str) -> None:
    for name in (class_name(text), attribute_name(text), spelled(text)):
        assert name.isidentifier() and not keyword.iskeyword(name)
    assert not attribute_name(text).startswith("_")
