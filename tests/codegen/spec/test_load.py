from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable, Dict

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from codegen.diagnostics import GenerationFailed, Place, Problems
from codegen.spec import Document, load_document

Write = Callable[..., Path]


def load(path: Path) -> Document:
    return load_document(path, Problems())


def failure(path: Path) -> Any:
    with pytest.raises(GenerationFailed) as raised:
        load(path)
    assert len(raised.value.problems) == 1
    return raised.value.problems[0]


def test_scalars_are_read_as_yaml_1_2(write: Write) -> None:
    path = write("""\
        words: [on, off, yes, no, y, 2023-06-01, 12:30, 1_000, 'true', "1", "<<", +, .]
        values: [true, False, null, ~, 1, -2, 0x1F, 0o17, 1.5, 1e3, .5]
        empty:
    """)
    assert load(path).data == {
        "words": ["on", "off", "yes", "no", "y", "2023-06-01", "12:30", "1_000", "true", "1",
                  "<<", "+", "."],
        "values": [True, False, None, None, 1, -2, 31, 15, 1.5, 1000.0, 0.5],
        "empty": None,
    }  # fmt: skip


def test_keys_are_text(write: Write) -> None:
    path = write("""\
        200: a
        on: b
        null: c
        1.0: d
        true: e
    """)
    assert load(path).data == {"200": "a", "on": "b", "null": "c", "1.0": "d", "true": "e"}


def test_anchors(write: Write) -> None:
    document = load(
        write("""\
        base: &base {a: 1, b: &two 2}
        other: *base
        third: [*two]
        """)
    )
    assert document.data["other"] == {"a": 1, "b": 2}
    assert document.data["other"] is not document.data["base"]
    assert document.data["third"] == [2]
    assert document.place(("other", "a")).line == 1


def test_places_in_yaml(write: Write) -> None:
    document = load(
        write("""\
        paths:
          /v1/a~b:
            post:
              tags:
              - one
              - two
        """)
    )
    assert document.place(()) == Place("api.yml", 1, "#")
    tokens = ("paths", "/v1/a~b", "post", "tags", "1")
    assert document.place(tokens) == Place("api.yml", 6, "#/paths/~1v1~1a~0b/post/tags/1")
    missing = document.place(("paths", "/v1/a~b", "get"))
    assert missing == Place("api.yml", 2, "#/paths/~1v1~1a~0b/get")


def test_places_in_json(write: Write) -> None:
    document = load(
        write(
            """\
        {
          "a": {"b": [1,
            {"c": "{,\\"}"}]},

          "d": -1.5e3
        }
        """,
            "api.json",
        )
    )
    assert document.data == {"a": {"b": [1, {"c": '{,"}'}]}, "d": -1500.0}
    assert document.place(("a", "b", "0")).line == 2
    assert document.place(("a", "b", "1", "c")) == Place("api.json", 3, "#/a/b/1/c")
    assert document.place(("d",)).line == 5


def test_json_is_known_by_its_content(write: Write) -> None:
    assert load(write('{"a": "\\ud83d\\ude00"}', "api.txt")).data == {"a": "😀"}
    assert load(write("{a: 1}", "flow.txt")).data == {"a": 1}


def test_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "api.yml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert load(path).data == {"a": 1}


@pytest.mark.parametrize("name", ["api.yml", "api.json"])
def test_duplicate_keys_stop_the_load(write: Write, name: str) -> None:
    text = '{"a": {\n"b": 1,\n"c": 2,\n"b": 3}}'
    if name == "api.yml":
        text = "a:\n  b: 1\n  c: 2\n  b: 3\n"
    problem = failure(write(text, name))
    assert problem.code == "duplicate-key"
    assert problem.place == Place(name, 4, "#/a/b")
    assert "line 2" in problem.hint


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "expected"),
        ("a: 1\n\tb: 2\n", 2, "a tab character"),
        ("a: 1\nb: *nobody\n", 2, "undefined alias"),
        ("a: 1\n? [x, y]\n: 2\n", 2, "a key must be plain text"),
        ("a: 1\n---\nb: 2\n", 2, "but found another document"),
        ("a: 1\nb: !custom 2\n", 2, "the tag `!custom`"),
        ("a: 1\nb: {<<: 2}\n", 2, "`<<` is not part"),
        ("a: 1\nb: \x07\n", 2, "control characters"),
    ],
)
def test_invalid_yaml(write: Write, text: str, line: int, words: str) -> None:
    problem = failure(write(text))
    assert (problem.code, problem.place.line) == ("invalid-yaml", line)
    assert words in problem.message
    assert problem.hint


def test_invalid_json(write: Write) -> None:
    problem = failure(write('{\n"a": 1,\n}', "api.json"))
    assert problem.code == "invalid-json"
    assert problem.place.line in (2, 3)


@pytest.mark.parametrize(
    ("text", "words"), [("", "nothing"), ("- a\n", "no mapping"), ("text", "no mapping")]
)
def test_not_a_mapping(write: Write, text: str, words: str) -> None:
    problem = failure(write(text))
    assert problem.code == "not-a-mapping"
    assert words in problem.message


def test_missing_file() -> None:
    problem = failure(Path("nowhere.yml"))
    assert problem.code == "unreadable-file"
    assert problem.place.file == "nowhere.yml"
    assert "nowhere.yml" in problem.message


def test_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "api.yml"
    path.write_bytes(b"a: 1\nb: \xff\n")
    problem = failure(path)
    assert (problem.code, problem.place.line) == ("invalid-text", 2)


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["1", "on", "~", "a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(data=st.dictionaries(st.text(), _values, max_size=4))
def test_any_data_survives_json_and_yaml(
    data: Dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    directory = tmp_path_factory.mktemp("data")
    (directory / "a.json").write_text(json.dumps(data, indent=1), encoding="utf-8")
    text = yaml.safe_dump(data, allow_unicode=False)
    (directory / "a.yml").write_text(text, encoding="utf-8")
    assert load(directory / "a.json").data == data
    assert load(directory / "a.yml").data == data
