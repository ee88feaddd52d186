"""Bodies: one walk over the value, which changes only what JSON could not hold."""

from __future__ import annotations

import base64
import copy
import io
import json
import pathlib
from collections import OrderedDict, deque
from datetime import date, datetime, timezone
from types import MappingProxyType
from typing import Any, ClassVar, Set

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import anthropic
from anthropic._body import async_transform_body, transform_body
from anthropic._models import BaseModel
from anthropic._types import Omit, not_given, omit
from anthropic._utils import extract_files
from anthropic._utils._json import openapi_dumps

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
)
plain = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=25,
)
bodies = st.dictionaries(st.text(), plain, max_size=5)

# Values with something to change in them, and what becomes of them.
changing = st.recursive(
    st.tuples(scalars, st.none()).map(lambda pair: (pair[0], pair[0]))
    | st.datetimes().map(lambda time: (time, time.isoformat())),
    lambda inner: (
        st.lists(inner, max_size=3).map(
            lambda pairs: (tuple(a for a, _ in pairs), [b for _, b in pairs])
        )
        | st.lists(inner, max_size=3).map(
            lambda pairs: (deque(a for a, _ in pairs), [b for _, b in pairs])
        )
        | st.dictionaries(st.text(), inner, max_size=3).map(
            lambda pairs: (
                {**{key: a for key, (a, _) in pairs.items()}, "left out": omit},
                {key: b for key, (_, b) in pairs.items() if key != "left out"},
            )
        )
    ),
    max_leaves=20,
)


@given(bodies)
@settings(max_examples=60, deadline=None)
def test_plain_values_pass_by_identity(body: Any) -> None:
    before = copy.deepcopy(body)
    result = transform_body(body)
    assert result == body == before
    for key, value in body.items():
        assert result[key] is value


@given(bodies)
@settings(max_examples=50, deadline=None)
def test_the_walk_is_idempotent_and_json_agrees(body: Any) -> None:
    once = transform_body(body)
    assert transform_body(once) == once
    expected = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    try:
        expected_bytes = expected.encode()
    except UnicodeEncodeError:
        return  # a lone surrogate has no bytes
    assert openapi_dumps(once) == expected_bytes


@given(st.dictionaries(st.text(min_size=1), changing, max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_changes_is_copied_never_mutated(pairs: Any) -> None:
    body = {key: before for key, (before, _) in pairs.items()}
    snapshot = copy.deepcopy(body)
    assert transform_body(body) == {key: after for key, (_, after) in pairs.items()}
    assert [type(value) for value in body.values()] == [type(v) for v in snapshot.values()]
    assert repr(_named_sentinels(body)) == repr(_named_sentinels(snapshot))


def _named_sentinels(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _named_sentinels(item) for key, item in value.items()}
    if isinstance(value, (tuple, deque)):
        return [_named_sentinels(item) for item in value]
    return "omit" if isinstance(value, Omit) else value


def test_sentinels_go_at_every_level() -> None:
    inner = {"keep": None, "drop": omit}
    body = {"a": omit, "b": not_given, "c": {"d": [inner, {"e": not_given}]}, "f": False}
    assert transform_body(body) == {"c": {"d": [{"keep": None}, {}]}, "f": False}
    assert inner == {"keep": None, "drop": omit}


def test_only_the_way_to_a_change_is_copied() -> None:
    untouched = {"x": [1, 2]}
    body = {"a": [untouched, {"b": (1, 2)}], "c": untouched}
    result: Any = transform_body(body)
    assert result == {"a": [{"x": [1, 2]}, {"b": [1, 2]}], "c": {"x": [1, 2]}}
    assert result["a"][0] is untouched and result["c"] is untouched
    assert result["a"] is not body["a"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: (number for number in (1, 2)),
        lambda: (1, 2),
        lambda: deque([1, 2]),
        lambda: {1: "a", 2: "b"}.keys(),
        lambda: range(1, 3),
        lambda: map(int, "12"),
    ],
)
def test_iterables_become_lists(make: Any) -> None:
    assert transform_body({"a": make()}) == {"a": [1, 2]}


def test_other_mappings_become_dicts() -> None:
    body = {"a": MappingProxyType({"b": (1,)}), "c": OrderedDict(d=omit, e=1)}
    result = transform_body(body)
    assert result == {"a": {"b": [1]}, "c": {"e": 1}}
    assert openapi_dumps(result) == b'{"a":{"b":[1]},"c":{"e":1}}'


def test_texts_are_no_lists() -> None:
    class Text(str):
        pass

    values = {"a": "xy", "b": Text("xy"), "c": b"xy", "d": bytearray(b"xy")}
    result = transform_body(values)
    assert all(result[key] is value for key, value in values.items())


def test_times_are_written_out() -> None:
    time = datetime(2024, 5, 6, 7, 8, tzinfo=timezone.utc)
    written = "2024-05-06T07:08:00+00:00"
    assert transform_body({"a": time, "b": [time]}) == {"a": written, "b": [written]}


@pytest.mark.parametrize("value", [date(2024, 5, 6), {1}, frozenset([1]), b"x", pathlib.Path("x")])
def test_what_json_cannot_hold_stays(value: Any) -> None:
    result = transform_body({"a": value, "b": [value], "c": (1,)})
    assert result == {"a": value, "b": [value], "c": [1]}


class Answer(BaseModel):
    __api_exclude__: ClassVar[Set[str]] = {"added_here"}

    text: str
    other: int = 3
    when: Any = None
    added_here: Any = None


def test_models_are_dumped_as_the_api_knows_them() -> None:
    answer = Answer(text="t", when=date(2024, 5, 6), added_here={"a": 1})
    expected = {"text": "t", "when": "2024-05-06"}
    assert transform_body({"a": [answer], "b": answer}) == {"a": [expected], "b": expected}


# -- files ----------------------------------------------------------------------------------------


class OwnPath:
    def __init__(self, path: pathlib.Path) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return str(self.path)


@pytest.fixture
def picture(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG")
    return path


def _inputs(picture: pathlib.Path) -> Any:
    return [io.BytesIO(b"\x89PNG"), picture, OwnPath(picture), picture.open("rb")]


def test_files_become_base64(picture: pathlib.Path) -> None:
    expected = base64.b64encode(b"\x89PNG").decode()
    for file in _inputs(picture):
        source = {"type": "base64", "data": file}
        body = {"data": picture, "list": [{"source": source}]}
        assert transform_body(body) == {
            "data": expected,
            "list": [{"source": {"type": "base64", "data": expected}}],
        }
        assert source == {"type": "base64", "data": file}
    assert transform_body({"data": io.StringIO("größe")}) == {
        "data": base64.b64encode("größe".encode()).decode()
    }


def test_only_base64_sources_take_files(picture: pathlib.Path) -> None:
    file = io.BytesIO(b"x")
    body = {"a": file, "b": [picture], "c": {"type": "text", "data": picture}}
    assert transform_body(body) == body
    assert file.tell() == 0


def test_no_other_parameter_of_the_api_takes_files() -> None:
    types = pathlib.Path(anthropic.__file__).parent / "types"
    modules = [path.read_text(encoding="utf-8") for path in types.rglob("*_param*.py")]
    with_files = [text for text in modules if 'format="base64"' in text]
    assert len(with_files) >= 4
    for text in with_files:
        fields = [line.split(":")[0].strip() for line in text.splitlines() if "base64" in line]
        assert set(fields) >= {"data", "type"}
        assert [line for line in text.splitlines() if 'format="base64"' in line] == [
            line for line in text.splitlines() if line.startswith("    data: ")
        ]


async def test_files_are_read_off_the_event_loop(picture: pathlib.Path) -> None:
    import threading

    readers = []

    class File(io.BytesIO):
        def read(self, *args: Any) -> bytes:
            readers.append(threading.current_thread())
            return super().read(*args)

    result = await async_transform_body({"a": [{"data": File(b"x")}], "data": picture, "c": (1,)})
    assert result == {"a": [{"data": "eA=="}], "data": "iVBORw==", "c": [1]}
    assert readers and readers[0] is not threading.current_thread()


# -- uploads --------------------------------------------------------------------------------------


def test_uploads_stay_as_they_are(picture: pathlib.Path) -> None:
    file = ("name.txt", io.BytesIO(b"x"))
    body = {"file": file, "purpose": omit}
    transformed = transform_body(body, files=[["file"]])
    assert transformed["file"] is file
    assert extract_files(transformed, paths=[["file"]]) == [("file", file)]
    assert transformed == {}
    assert body == {"file": file, "purpose": omit}


@pytest.mark.parametrize("make", [list, tuple, iter])
def test_arrays_of_uploads_leave_no_form_fields(make: Any, picture: pathlib.Path) -> None:
    uploads = [picture, ("a.txt", b"x"), b"raw"]
    given_files = make(uploads)
    path = [["files", "<array>"]]
    body = transform_body({"display_title": "t", "files": given_files}, files=path)
    assert extract_files(body, paths=path) == [("files[]", upload) for upload in uploads]
    assert body == {"display_title": "t"}
    assert len(uploads) == 3


def test_no_uploads() -> None:
    path = [["files", "<array>"]]
    body = transform_body({"a": 1, "files": omit}, files=path)
    assert extract_files(body, paths=path) == []
    assert body == {"a": 1}


# -- aliases --------------------------------------------------------------------------------------


def test_names_on_the_wire() -> None:
    body = {"requests": [{"params": {"betas": ["b"], "x": 1}}, {"custom_id": "i"}], "betas": 2}
    result = transform_body(
        body, aliases={"requests[].params.betas": "anthropic-beta", "betas": "top"}
    )
    assert result == {
        "requests": [{"params": {"anthropic-beta": ["b"], "x": 1}}, {"custom_id": "i"}],
        "top": 2,
    }
    assert body["requests"] == [{"params": {"betas": ["b"], "x": 1}}, {"custom_id": "i"}]


def test_names_that_are_not_there() -> None:
    assert transform_body({"a": 1}, aliases={"b.c": "d", "a[].b": "c"}) == {"a": 1}
