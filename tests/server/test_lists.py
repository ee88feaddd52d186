"""Lists in pages, both ways, and what happens to cursors."""

from __future__ import annotations

from typing import Any, Callable, Dict, List

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthropic.testing._errors import ApiError
from anthropic.testing._pages import Collection, id_page, token_page
from tests.server.support import Wire, ask


def add_batch(wire: Wire, number: int) -> str:
    request = {"custom_id": f"c{number}", "params": ask()}
    return str(wire.post("/v1/messages/batches", {"requests": [request]})["id"])


def add_file(wire: Wire, number: int) -> str:
    files = [("file", f"{number}.txt", b"x", "text/plain")]
    return str(wire.form("/v1/files?beta=true", files).json()["id"])


@pytest.mark.parametrize(
    ("path", "add"), [("/v1/messages/batches", add_batch), ("/v1/files?beta=true&x=1", add_file)]
)
def test_pages_by_id(wire: Wire, path: str, add: Callable[[Wire, int], str]) -> None:
    glue = "&" if "?" in path else "?"
    empty = wire.get(path)
    assert empty == {"data": [], "has_more": False, "first_id": None, "last_id": None}
    newest_first = [add(wire, number) for number in range(5)][::-1]
    seen: List[str] = []
    query = f"{glue}limit=2"
    while True:
        page = wire.get(path + query)
        ids = [item["id"] for item in page["data"]]
        assert (page["first_id"], page["last_id"]) == (ids[0], ids[-1])
        seen += ids
        if not page["has_more"]:
            break
        query = f"{glue}limit=2&after_id={page['last_id']}"
    assert seen == newest_first
    back = wire.get(f"{path}{glue}limit=2&before_id={newest_first[-1]}")
    assert [item["id"] for item in back["data"]] == newest_first[2:4]
    assert back["has_more"] is True
    back = wire.get(f"{path}{glue}limit=2&before_id={back['first_id']}")
    assert [item["id"] for item in back["data"]] == newest_first[:2]
    assert back["has_more"] is False


def test_cursors(wire: Wire) -> None:
    ids = [add_file(wire, number) for number in range(3)]
    both = wire.call("GET", f"/v1/files?after_id={ids[0]}&before_id={ids[1]}")
    assert "only one of the two" in both.error[1]
    assert wire.call("GET", "/v1/files?after_id=file_none").status == 400
    wire.call("DELETE", f"/v1/files/{ids[1]}")
    page = wire.get(f"/v1/files?after_id={ids[1]}")
    assert [item["id"] for item in page["data"]] == [ids[0]]


def collection(size: int) -> Collection[Dict[str, Any]]:
    made: Collection[Dict[str, Any]] = Collection("Item")
    for number in range(size):
        made.add(f"i{number}", {"id": f"i{number}"})
    return made


@given(size=st.integers(0, 25), limit=st.integers(1, 10), removed=st.sets(st.integers(0, 24)))
def test_every_walk_sees_everything_once(size: int, limit: int, removed: set[int]) -> None:
    items = collection(size)
    for number in removed:
        if number < size:
            items.remove(f"i{number}")
    expected = items.ids()
    forward: List[str] = []
    query: Dict[str, str] = {"limit": str(limit)}
    while True:
        page = id_page(items, query, dict, False)
        forward += [item["id"] for item in page["data"]]
        if not page["has_more"]:
            break
        query["after_id"] = page["last_id"]
    assert forward == expected
    by_token: List[str] = []
    query = {"limit": str(limit)}
    while True:
        page = token_page(items, query, dict, False)
        by_token += [item["id"] for item in page["data"]]
        if page["next_page"] is None:
            break
        query["page"] = page["next_page"]
    assert by_token == expected
    if expected:
        backward: List[str] = []
        query = {"limit": str(limit), "before_id": expected[-1]}
        while True:
            page = id_page(items, query, dict, False)
            backward = [item["id"] for item in page["data"]] + backward
            if not page["has_more"]:
                break
            query["before_id"] = page["first_id"]
        assert backward == expected[:-1]


@given(st.text())
def test_foreign_tokens_are_refused_or_read(token: str) -> None:
    try:
        token_page(collection(3), {"page": token}, dict, False)
    except ApiError as error:
        assert error.status == 400


def test_permissive_pages_start_anew_where_a_cursor_names_nothing() -> None:
    items = collection(3)
    both = id_page(items, {"after_id": "nowhere", "before_id": "nowhere"}, dict, True)
    by_token = token_page(items, {"page": "nowhere"}, dict, True)
    assert [item["id"] for item in both["data"]] == items.ids()
    assert [item["id"] for item in by_token["data"]] == items.ids()
