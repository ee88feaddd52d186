"""Lists in pages: what the next request is, and how to walk through all of them."""

from __future__ import annotations

from typing import Any, Generic, List, Optional, TypeVar

import httpx
import pytest

from anthropic._base_client import AsyncPaginator, BaseAsyncPage, BasePage, BaseSyncPage, PageInfo
from anthropic._constants import RAW_RESPONSE_HEADER
from anthropic._models import BaseModel, FinalRequestOptions
from anthropic._pages import next_page_options

T = TypeVar("T")


class Item(BaseModel):
    id: int


class _Numbered(BasePage[T], Generic[T]):
    data: Optional[List[T]] = None
    next: Optional[int] = None

    def _get_page_items(self) -> List[T]:
        return self.data or []

    def next_page_info(self) -> Optional[PageInfo]:
        return None if self.next is None else PageInfo(params={"page": self.next})


class SyncNumbered(_Numbered[T], BaseSyncPage[T], Generic[T]):
    pass


class AsyncNumbered(_Numbered[T], BaseAsyncPage[T], Generic[T]):
    pass


def book(request: httpx.Request) -> httpx.Response:
    """Three pages: two items, one, none."""
    number = int(request.url.params.get("page", 1))
    items = {1: [{"id": 1}, {"id": 2}], 2: [{"id": 3}], 3: []}[number]
    return httpx.Response(200, json={"data": items, "next": number + 1})


def test_iterating_goes_through_all_pages(connect: Any, server: Any) -> None:
    served = server(book)
    page = connect(served).get_api_list(
        "/items?beta=true",
        model=Item,
        page=SyncNumbered[Item],
        options={"params": {"limit": 2}, "headers": {"x": "y"}, "timeout": 3},
    )
    assert len(served.requests) == 1
    assert [item.id for item in page] == [1, 2, 3]
    assert all(isinstance(item, Item) for item in page.data)
    assert [request.url.query for request in served.requests] == [
        b"beta=true&limit=2",
        b"beta=true&limit=2&page=2",
        b"beta=true&limit=2&page=3",
    ]
    assert all(request.headers["x"] == "y" for request in served.requests)
    assert all(request.headers["x-stainless-timeout"] == "3" for request in served.requests)


def test_pages_one_by_one(connect: Any, server: Any) -> None:
    page = connect(server(book)).get_api_list("/items", model=Item, page=SyncNumbered[Item])
    assert [len(each.data) for each in page.iter_pages()] == [2, 1, 0]
    second = page.get_next_page()
    assert [item.id for item in second.data] == [3]
    assert second.get_next_page().has_next_page() is False


async def test_an_asynchronous_list_waits_to_be_asked(async_connect: Any, server: Any) -> None:
    served = server(book)
    client = async_connect(served)
    listed = client.get_api_list("/items", model=Item, page=AsyncNumbered[Item])
    assert isinstance(listed, AsyncPaginator)
    assert not served.requests
    assert [item.id async for item in listed] == [1, 2, 3]
    page = await client.get_api_list("/items", model=Item, page=AsyncNumbered[Item])
    assert [item.id async for item in page] == [1, 2, 3]
    assert [len(each.data) async for each in page.iter_pages()] == [2, 1, 0]
    assert [item.id for item in (await page.get_next_page()).data] == [3]


def test_the_end_is_an_error_only_when_asked_for_more(connect: Any, server: Any) -> None:
    served = server(httpx.Response(200, json={"data": [{"id": 1}]}))
    page = connect(served).get_api_list("/items", model=Item, page=SyncNumbered[Item])
    assert page.has_next_page() is False
    assert page.next_page_info() is None
    with pytest.raises(RuntimeError, match="No next page expected"):
        page.get_next_page()


def test_no_items_no_next_page(connect: Any, server: Any) -> None:
    served = server(httpx.Response(200, json={"data": None, "next": 2}))
    page = connect(served).get_api_list("/items", model=Item, page=SyncNumbered[Item])
    assert page.has_next_page() is False
    assert list(page) == []


def options(**kwargs: Any) -> FinalRequestOptions:
    return FinalRequestOptions(method="get", url="/items", **kwargs)


def test_info_merges_into_the_options() -> None:
    first = options(params={"a": 1, "b": 2}, headers={RAW_RESPONSE_HEADER: "true", "x": "y"})
    changed = next_page_options(first, PageInfo(params={"b": 3}))
    assert changed.params == {"a": 1, "b": 3}
    assert changed.headers == {"x": "y"}
    assert first.params == {"a": 1, "b": 2}

    url = httpx.URL("https://h.test/more?b=3&c=4")
    changed = next_page_options(first, PageInfo(url=url))
    assert (changed.url, changed.params) == ("https://h.test/more", {"a": 1, "b": "3", "c": "4"})

    body = options(json_data={"a": 1, "b": 2})
    assert next_page_options(body, PageInfo(json={"b": 3})).json_data == {"a": 1, "b": 3}
    assert body.json_data == {"a": 1, "b": 2}


def test_page_info_says_what_it_changes() -> None:
    assert repr(PageInfo(params={"page": 2})) == "PageInfo(params={'page': 2})"
    assert repr(PageInfo(json={"a": 1})) == "PageInfo(json={'a': 1})"
    url = httpx.URL("https://h.test/")
    assert repr(PageInfo(url=url)) == f"PageInfo(url={url})"
