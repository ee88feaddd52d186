"""The pages of the API: which one comes next, and what asking for it sends."""

from __future__ import annotations

from typing import Any, Dict, List

import httpx
import pytest

from anthropic import Anthropic, AsyncAnthropic
from anthropic.pagination import (
    AsyncPage,
    AsyncPageCursor,
    AsyncTokenPage,
    SyncPage,
    SyncPageCursor,
    SyncTokenPage,
)


class Book:
    """Pages of one item, three of them."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.requests: List[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        number = len(self.requests)
        item = {"id": f"id_{number}", "type": "model"}
        page: Dict[str, Any] = {"data": [item], "has_more": number < 3}
        if self.kind == "ids":
            page.update(first_id=f"first_{number}", last_id=f"last_{number}")
        else:
            page["next_page"] = f"page_{number + 1}" if number < 3 else None
        return httpx.Response(200, json=page, headers={"request-id": f"req_{number}"})

    @property
    def queries(self) -> List[Dict[str, str]]:
        return [dict(request.url.params) for request in self.requests]


def client_for(book: Any) -> Anthropic:
    http_client = httpx.Client(transport=httpx.MockTransport(book))
    return Anthropic(api_key="k", http_client=http_client)


def async_client_for(book: Any) -> AsyncAnthropic:
    http_client = httpx.AsyncClient(transport=httpx.MockTransport(book))
    return AsyncAnthropic(api_key="k", http_client=http_client)


def test_pages_by_id_go_forward() -> None:
    book = Book("ids")
    page = client_for(book).models.list(limit=1, extra_headers={"x": "y"}, timeout=7)
    assert type(page) is SyncPage[type(page.data[0])]  # type: ignore[misc]  # a class at run time
    assert [model.id for model in page] == ["id_1", "id_2", "id_3"]
    assert book.queries == [
        {"limit": "1"},
        {"limit": "1", "after_id": "last_1"},
        {"limit": "1", "after_id": "last_2"},
    ]
    for request in book.requests:
        assert request.headers["x"] == "y"
        assert request.extensions["timeout"] == httpx.Timeout(7).as_dict()


def test_pages_by_id_go_backward() -> None:
    book = Book("ids")
    page = client_for(book).models.list(before_id="id_9")
    assert [each.data[0].id for each in page.iter_pages()] == ["id_1", "id_2", "id_3"]
    assert [query["before_id"] for query in book.queries] == ["id_9", "first_1", "first_2"]
    assert not any("after_id" in query for query in book.queries)


def test_pages_in_beta_keep_their_betas() -> None:
    book = Book("ids")
    page = client_for(book).beta.files.list(limit=1, betas=["mine"])
    assert len(list(page)) == 3
    for request in book.requests:
        assert request.headers["anthropic-beta"] == "mine,files-api-2025-04-14"
        assert request.url.params["beta"] == "true"


def test_pages_by_cursor() -> None:
    book = Book("cursors")
    page = client_for(book).beta.skills.list()
    assert isinstance(page, SyncPageCursor)
    assert [skill.id for skill in page] == ["id_1", "id_2", "id_3"]
    assert book.queries == [
        {"beta": "true"},
        {"beta": "true", "page": "page_2"},
        {"beta": "true", "page": "page_3"},
    ]


def test_pages_by_token() -> None:
    book = Book("tokens")
    client = client_for(book)
    page: Any = client.get_api_list("/v1/x", model=dict, page=SyncTokenPage[Dict[str, Any]])
    assert [item["id"] for item in page] == ["id_1", "id_2", "id_3"]
    assert book.queries == [{}, {"page_token": "page_2"}, {"page_token": "page_3"}]


@pytest.mark.parametrize(
    "answer",
    [
        {"data": [], "has_more": True, "last_id": "x"},
        {"data": None, "has_more": True, "last_id": "x"},
        {"data": [{"id": "a"}], "has_more": False, "last_id": "x"},
        {"data": [{"id": "a"}], "has_more": True, "last_id": None},
        {"data": [{"id": "a"}]},
    ],
)
async def test_the_last_page(answer: Any) -> None:
    def book(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=answer)

    page = client_for(book).models.list()
    assert not page.has_next_page()
    assert len(list(page)) == len(answer["data"] or [])
    async_page = await async_client_for(book).models.list()
    assert not async_page.has_next_page()
    assert len([item async for item in async_page]) == len(answer["data"] or [])


def test_there_is_a_next_page_where_nobody_denies_it() -> None:
    answer = {"data": [{"id": "a"}], "last_id": "x"}
    page = client_for(lambda request: httpx.Response(200, json=answer)).models.list()
    assert page.has_next_page()
    info = page.next_page_info()
    assert repr(info) == "PageInfo(params={'after_id': 'x'})"


@pytest.mark.parametrize(
    ("answer", "asked", "info"),
    [
        ({"first_id": "f", "last_id": "l"}, {}, {"after_id": "l"}),
        ({"first_id": "f", "last_id": "l"}, {"before_id": "b"}, {"before_id": "f"}),
        ({"first_id": None, "last_id": "l"}, {"before_id": "b"}, None),
        ({"first_id": "f", "last_id": None}, {"before_id": "b"}, {"before_id": "f"}),
        ({"first_id": "f", "last_id": ""}, {"after_id": "a"}, None),
    ],
)
async def test_where_pages_by_id_go_on(answer: Any, asked: Any, info: Any) -> None:
    def book(request: httpx.Request) -> httpx.Response:
        data = {"data": [{"id": "a"}], "has_more": True, **answer}
        return httpx.Response(200, json=data)

    pages: List[Any] = [
        client_for(book).models.list(**asked),
        await async_client_for(book).models.list(**asked),
    ]
    for page in pages:
        found = page.next_page_info()
        assert (found and found.params) == info
        assert page.has_next_page() is (info is not None)


@pytest.mark.parametrize(
    ("answer", "goes_on"),
    [
        ({"data": [{"id": "a"}], "has_more": True, "next_page": "p"}, True),
        ({"data": [{"id": "a"}], "next_page": "p"}, True),
        ({"data": [{"id": "a"}], "has_more": False, "next_page": "p"}, False),
        ({"data": [{"id": "a"}], "has_more": True, "next_page": None}, False),
        ({"data": [], "has_more": True, "next_page": "p"}, False),
        ({"data": None, "has_more": True, "next_page": "p"}, False),
    ],
)
@pytest.mark.parametrize("kind", [SyncPageCursor, SyncTokenPage, AsyncPageCursor, AsyncTokenPage])
async def test_where_pages_by_cursor_and_token_end(kind: Any, answer: Any, goes_on: bool) -> None:
    def book(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=answer)

    made = client_for if kind in (SyncPageCursor, SyncTokenPage) else async_client_for
    client: Any = made(book)
    listed = client.get_api_list("/v1/x", model=dict, page=kind[Dict[str, Any]])
    page = listed if made is client_for else await listed
    assert page.has_next_page() is goes_on
    assert len(page._get_page_items()) == len(answer["data"] or [])


async def test_beyond_the_last_page() -> None:
    def book(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"data": []})

    page = client_for(book).models.list()
    with pytest.raises(RuntimeError, match="No next page expected"):
        page.get_next_page()
    async_page = await async_client_for(book).models.list()
    with pytest.raises(RuntimeError, match="No next page expected"):
        await async_page.get_next_page()


def test_a_page_is_a_list_and_no_mapping() -> None:
    page: Any = client_for(Book("ids")).models.list()
    with pytest.raises((TypeError, ValueError)):
        dict(page)
    assert page.to_dict()["last_id"] == "last_1"


def test_raw_responses_of_lists() -> None:
    book = Book("ids")
    raw = client_for(book).models.with_raw_response.list(limit=1)
    page = raw.parse()
    assert page._request_id == "req_1"
    second = page.get_next_page()
    assert type(second) is type(page) and second.data[0].id == "id_2"
    assert second._request_id == "req_2"
    wanted = [request.headers.get("x-stainless-raw-response") for request in book.requests]
    assert wanted == ["true", None]


@pytest.mark.parametrize(
    ("kind", "page", "asked"),
    [
        ("ids", AsyncPage, [{}, {"after_id": "last_1"}, {"after_id": "last_2"}]),
        ("cursors", AsyncPageCursor, [{}, {"page": "page_2"}, {"page": "page_3"}]),
        ("tokens", AsyncTokenPage, [{}, {"page_token": "page_2"}, {"page_token": "page_3"}]),
    ],
)
async def test_asynchronous_pages_of_every_kind(kind: str, page: Any, asked: Any) -> None:
    book = Book(kind)
    client = async_client_for(book)
    listed: Any = client.get_api_list("/v1/x", model=dict, page=page[Dict[str, Any]])
    assert [item["id"] async for item in listed] == ["id_1", "id_2", "id_3"]
    assert book.queries == asked
    book.requests.clear()
    second = await (await listed).get_next_page()
    assert isinstance(second, page) and second.data[0]["id"] == "id_2"


async def test_asynchronous_lists() -> None:
    book = Book("ids")
    client = async_client_for(book)
    listed = client.models.list(limit=1)
    assert not book.requests
    assert [model.id async for model in listed] == ["id_1", "id_2", "id_3"]
    book.requests.clear()
    page = await client.models.list(limit=1)
    assert [each.data[0].id async for each in page.iter_pages()] == ["id_1", "id_2", "id_3"]
    book.requests.clear()
    raw = await client.models.with_raw_response.list(limit=1)
    assert (await raw.parse().get_next_page()).data[0].id == "id_2"
    book.requests.clear()
    async with client.models.with_streaming_response.list(limit=1) as response:
        assert (await response.parse()).data[0].id == "id_1"
