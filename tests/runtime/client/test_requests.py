"""Building a request: URL, query, JSON, raw content, multipart."""

from __future__ import annotations

import io
import json
import pathlib
import re
from datetime import date, datetime, timezone
from typing import Any, Dict, Iterator

import httpx
import pytest

from anthropic._base_client import make_request_options
from anthropic._models import BaseModel, FinalRequestOptions
from anthropic._paths import path_template
from anthropic._requests import copy_options
from anthropic._types import NOT_GIVEN, not_given, omit

# -- the URL --------------------------------------------------------------------------------------


@pytest.mark.parametrize("base", ["https://h.test/root", "https://h.test/root/"])
def test_paths_go_below_the_base_url(connect: Any, server: Any, base: str) -> None:
    served = server()
    client = connect(served, base_url=base)
    assert str(client.base_url) == "https://h.test/root/"
    client.get("/x", cast_to=object)
    assert str(served.last.url) == "https://h.test/root/x"


def test_the_base_url_may_be_assigned(connect: Any, server: Any) -> None:
    served = server()
    client = connect(served)
    for url in ("https://other.test/v9", httpx.URL("https://other.test/v9/")):
        client.base_url = url
        assert client.base_url == httpx.URL("https://other.test/v9/")
        client.get("/x", cast_to=object)
        assert str(served.last.url) == "https://other.test/v9/x"


def test_absolute_urls_are_used_as_they_are(connect: Any, server: Any) -> None:
    served = server()
    connect(served).get("https://results.test/a?b=c", cast_to=object)
    assert str(served.last.url) == "https://results.test/a?b=c"
    assert served.last.headers["x-api-key"] == "key"


def test_values_in_paths() -> None:
    assert path_template("/s/{a}/v/{b}", a="1", b=2) == "/s/1/v/2"
    usual = "claude-opus-4@20250514.v1:0"
    assert path_template("/v1/models/{model_id}", model_id=usual) == f"/v1/models/{usual}"


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("a b", b"a%20b"),
        ("a/b", b"a%2Fb"),
        ("a/../b", b"a%2F..%2Fb"),
        ("a?b=c", b"a%3Fb=c"),
        ("a#b", b"a%23b"),
        ("a%2Fb", b"a%252Fb"),
        ("%2e%2e", b"%252e%252e"),
        ("größe", b"gr%C3%B6%C3%9Fe"),
        ("a\nb", b"a%0Ab"),
        ("a\\b", b"a%5Cb"),
        ("...", b"..."),
    ],
)
def test_values_stay_in_their_segment_of_the_path(
    connect: Any, server: Any, value: str, sent: bytes
) -> None:
    served = server()
    connect(served).get(path_template("/v1/models/{id}?x=y", id=value), cast_to=object)
    assert served.last.url.raw_path == b"/root/v1/models/" + sent + b"?x=y"


@pytest.mark.parametrize("value", ["", None])
def test_empty_values_in_paths_are_refused(value: Any) -> None:
    message = f"Expected a non-empty value for `skill_id` but received {value!r}"
    with pytest.raises(ValueError, match=re.escape(message)):
        path_template("/v1/skills/{skill_id}", skill_id=value)


@pytest.mark.parametrize("value", [".", ".."])
def test_values_that_lead_elsewhere_are_refused(value: str) -> None:
    with pytest.raises(
        ValueError, match=re.escape(f"`skill_id` to name something, but received {value!r}")
    ):
        path_template("/v1/skills/{skill_id}/versions", skill_id=value)


def test_tls_gets_a_host_name_it_accepts(connect: Any, server: Any) -> None:
    served = server()
    connect(served, base_url="https://my_host.test").get("/x", cast_to=object)
    assert served.last.extensions["sni_hostname"] == "my-host.test"
    assert served.last.url.host == "my_host.test"
    connect(served).get("/x", cast_to=object)
    assert "sni_hostname" not in served.last.extensions


# -- the query ------------------------------------------------------------------------------------


def query_of(connect: Any, server: Any, path: str, **kwargs: Any) -> str:
    served = server()
    options = make_request_options(**kwargs.pop("options", {}))
    connect(served, **kwargs).get(path, cast_to=object, options=options)
    return served.last.url.query.decode()


def test_params_join_the_query_of_the_path(connect: Any, server: Any) -> None:
    options = {"query": {"limit": 1, "before_id": omit, "after_id": not_given}}
    assert query_of(connect, server, "/f?beta=true", options=options) == "beta=true&limit=1"
    assert query_of(connect, server, "/f?beta=true") == "beta=true"
    assert query_of(connect, server, "/f", options=options) == "limit=1"


def test_callers_win_over_documented_params(connect: Any, server: Any) -> None:
    options = {"query": {"limit": 1}, "extra_query": {"limit": 2, "beta": "false"}}
    assert query_of(connect, server, "/f?beta=true", options=options) == "limit=2&beta=false"


def test_default_params(connect: Any, server: Any) -> None:
    kwargs = {"custom_query": {"a": 1, "b": 2}}
    assert query_of(connect, server, "/f", **kwargs) == "a=1&b=2"
    options = {"extra_query": {"a": omit, "b": 3}}
    assert query_of(connect, server, "/f", options=options, **kwargs) == "b=3"


def test_arrays_are_joined_by_commas(connect: Any, server: Any) -> None:
    options = {"query": {"a": [1, 2], "b": {"c": True}}}
    assert query_of(connect, server, "/f", options=options) == "a=1%2C2&b%5Bc%5D=true"


def test_params_of_the_http_client_stay(connect: Any, server: Any) -> None:
    served = server()
    transport = httpx.MockTransport(served)
    http_client = httpx.Client(transport=transport, params={"key": "k"})
    client = connect(served, http_client=http_client)
    client.get("/f?beta=true", cast_to=object)
    assert dict(served.last.url.params) == {"key": "k", "beta": "true"}


# -- JSON -----------------------------------------------------------------------------------------


def body_of(connect: Any, server: Any, body: Any, **options: Any) -> bytes:
    served = server()
    connect(served).post("/x", cast_to=object, body=body, options=options)
    return served.bodies[-1]


def test_json_is_compact_and_utf8(connect: Any, server: Any) -> None:
    body = {"a": [1, 2.5, None, True], "b": "größe\u2028"}
    assert body_of(connect, server, body) == '{"a":[1,2.5,null,true],"b":"größe\u2028"}'.encode()


def test_no_body_is_no_json(connect: Any, server: Any) -> None:
    assert body_of(connect, server, None) == b""
    assert body_of(connect, server, {}) == b"{}"
    assert body_of(connect, server, []) == b"[]"


def test_json_takes_times_and_models(connect: Any, server: Any) -> None:
    class Model(BaseModel):
        a: int
        b: int = 2

    time = datetime(2024, 1, 2, tzinfo=timezone.utc)
    body = {"t": time, "m": Model(a=1)}
    assert json.loads(body_of(connect, server, body)) == {
        "t": "2024-01-02T00:00:00+00:00",
        "m": {"a": 1},
    }


@pytest.mark.parametrize("value", [date(2024, 1, 2), {1}, b"x", object()])
def test_json_takes_nothing_else(connect: Any, server: Any, value: Any) -> None:
    with pytest.raises(TypeError, match="is not JSON serializable"):
        body_of(connect, server, {"a": value})


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_json_has_no_infinities(connect: Any, server: Any, value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        body_of(connect, server, {"a": value})


def test_extra_body_goes_over_the_documented_one(connect: Any, server: Any) -> None:
    sent = body_of(connect, server, {"a": 1, "b": {"c": 1}}, extra_json={"b": {"d": 2}, "a": omit})
    assert json.loads(sent) == {"b": {"d": 2}}
    assert body_of(connect, server, None, extra_json={"a": 1}) == b'{"a":1}'


def test_extra_body_must_fit(connect: Any, server: Any) -> None:
    with pytest.raises(TypeError):
        body_of(connect, server, {"a": 1}, extra_json=[1])
    with pytest.raises(RuntimeError, match="Unexpected JSON data type"):
        body_of(connect, server, [1], extra_json={"a": 1})


# -- raw content ----------------------------------------------------------------------------------


def chunks() -> Iterator[bytes]:
    yield b"one"
    yield b"two"


async def test_a_file_is_sent_whole_again_when_retried(
    connect: Any, async_connect: Any, server: Any, no_waiting: Any
) -> None:
    served = server(httpx.Response(500), httpx.Response(200, json={}))
    connect(served).post("/x", cast_to=object, content=io.BytesIO(b"data"))
    assert served.bodies == [b"data", b"data"]
    served = server(httpx.Response(500), httpx.Response(200, json={}))
    await async_connect(served).post("/x", cast_to=object, content=io.BytesIO(b"data"))
    assert served.bodies == [b"data", b"data"]


def test_what_cannot_be_sent_again_is_not_retried(
    connect: Any, server: Any, no_waiting: Any
) -> None:
    served = server(httpx.Response(500), httpx.Response(200, json={}))
    with pytest.raises(Exception, match="500"):
        connect(served).post("/x", cast_to=object, content=chunks())
    assert served.bodies == [b"onetwo"]


# -- multipart ------------------------------------------------------------------------------------

MULTIPART = {"headers": {"Content-Type": "multipart/form-data"}}


def fields_of(connect: Any, server: Any, options: Any = MULTIPART, **kwargs: Any) -> Any:
    served = server()
    connect(served).post("/x", cast_to=object, options=options, **kwargs)
    content_type = served.last.headers["content-type"]
    boundary = re.match(r"multipart/form-data; boundary=(\S+)$", content_type)
    assert boundary is not None
    parts = served.bodies[-1].split(b"--" + boundary[1].encode())[1:-1]
    found = []
    for part in parts:
        head, _, content = part.strip(b"\r\n").partition(b"\r\n\r\n")
        names = dict(re.findall(r'(name|filename)="([^"]*)"', head.decode()))
        kind = re.search(r"Content-Type: (\S+)", head.decode())
        found.append((names["name"], names.get("filename"), kind and kind[1], content))
    return found


def test_form_fields_and_files(connect: Any, server: Any) -> None:
    found = fields_of(
        connect,
        server,
        body={"title": "t", "tags": ["a", "b"], "meta": {"k": 1}, "none": None},
        files=[("files[]", ("n.txt", b"data", "text/plain")), ("files[]", b"raw")],
    )
    assert found == [
        ("title", None, None, b"t"),
        ("tags[]", None, None, b"a"),
        ("tags[]", None, None, b"b"),
        ("meta[k]", None, None, b"1"),
        ("files[]", "n.txt", "text/plain", b"data"),
        ("files[]", "upload", "application/octet-stream", b"raw"),
    ]


@pytest.mark.parametrize("files", [{}, [], None])
def test_multipart_without_files_is_still_multipart(connect: Any, server: Any, files: Any) -> None:
    assert fields_of(connect, server, body={"a": "b"}, files=files) == [("a", None, None, b"b")]
    assert fields_of(connect, server, body={}, files=files) == []


def test_a_boundary_of_the_callers_is_kept(connect: Any, server: Any) -> None:
    options = {"headers": {"Content-Type": "multipart/form-data; boundary=mine"}}
    served = server()
    connect(served).post("/x", cast_to=object, body={"a": 1}, files={}, options=options)
    assert served.last.headers["content-type"] == "multipart/form-data; boundary=mine"
    assert served.bodies[-1].startswith(b"--mine\r\n")


@pytest.mark.parametrize("options", [{}, {"headers": {"content-type": omit}}])
def test_files_are_multipart_without_being_told(connect: Any, server: Any, options: Any) -> None:
    found = fields_of(connect, server, options, body={"a": "b"}, files={"f": ("n", b"c")})
    assert [name for name, *_ in found] == ["a", "f"]


def test_form_fields_need_names(connect: Any, server: Any) -> None:
    with pytest.raises(TypeError, match="multipart"):
        fields_of(connect, server, body=[1], files={"f": b"x"})


def test_paths_are_read(connect: Any, server: Any, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"content")
    files = {"a": path, "b": ("other.txt", path), "c": (None, path)}
    assert [(name, filename, content) for name, filename, _, content in fields_of(
        connect, server, body={}, files=files
    )] == [
        ("a", "note.txt", b"content"),
        ("b", "other.txt", b"content"),
        ("c", "note.txt", b"content"),
    ]  # fmt: skip


async def test_paths_are_read_asynchronously(
    async_connect: Any, server: Any, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"content")
    served = server()
    async with async_connect(served) as client:
        files = [("a", path), ("b", ("x", path, "text/plain"))]
        await client.post("/x", cast_to=object, body={}, files=files, options=MULTIPART)
    assert served.bodies[-1].count(b"content\r\n") == 2


# -- the answer -----------------------------------------------------------------------------------


def test_numbers_of_an_answer_arrive_as_they_were_sent(connect: Any, server: Any) -> None:
    sent = {"length": 1.5798175142334333e-172, "many": 2**70, "few": -(2**63) - 1}
    served = server(httpx.Response(200, json=sent))
    found = connect(served).get("/x", cast_to=Dict[str, object])
    assert found == sent and isinstance(found["many"], int)


def test_options_that_were_made_by_hand_may_hold_what_is_not_given() -> None:
    body = {"a": 1, "b": NOT_GIVEN}
    made = FinalRequestOptions(method="post", url="/x", json_data=body)
    assert copy_options(made).json_data == {"a": 1}
    assert made.json_data == body
