"""The pages of the API: which one comes next, and what asking for it sends."""

from __future__ import annotations

from typing import Any, Dict, List

import httpx
import pytest

from anthropic import Anthropic, AsyncAnthropic
from anthropic.pagination import SyncPage, SyncPageCursor, SyncTokenPage


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
def test_the_last_page(answer: Any) -> None:
    page = client_for(lambda request: httpx.Response(200, json=answer)).models.list()
    assert not page.has_next_page()
    assert len(list(page)) == len(answer["data"] or [])


def test_there_is_a_next_page_where_nobody_denies_it() -> None:
    answer = {"data": [{"id": "a"}], "last_id": "x"}
    page = client_for(lambda request: httpx.Response(200, json=answer)).models.list()
    assert page.has_next_page()
    info = page.next_page_info()
    assert repr(info) == "PageInfo(params={'after_id': 'x'})"


def test_beyond_the_last_page() -> None:
    page = client_for(lambda request: httpx.Response(200, json={"data": []})).models.list()
    with pytest.raises(RuntimeError, match="No next page expected"):
        page.get_next_page()


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


async def test_asynchronous_lists() -> None:
    book = Book("ids")
    http_client = httpx.AsyncClient(transport=httpx.MockTransport(book))
    client = AsyncAnthropic(api_key="k", http_client=http_client)
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
