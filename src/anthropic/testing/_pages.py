"""Lists in pages: by id in both directions, and by an opaque token."""

from __future__ import annotations

import base64
import binascii
from typing import Callable, Dict, Generic, List, Mapping, Optional, TypeVar

from ._errors import invalid, not_found
from ._values import JsonObject

__all__ = ["Collection", "id_page", "token_page"]

T = TypeVar("T")

_DEFAULT_LIMIT = 20


class Collection(Generic[T]):
    """Objects by id, newest first; ids keep their place after deletion, so cursors stay good."""

    def __init__(self, noun: str) -> None:
        self._noun = noun
        self._items: Dict[str, T] = {}
        self._places: Dict[str, int] = {}

    def add(self, item_id: str, item: T) -> T:
        self._items[item_id] = item
        self._places[item_id] = len(self._places)
        return item

    def get(self, item_id: str) -> T:
        if item_id not in self._items:
            raise not_found(f"{self._noun} not found: {item_id}")
        return self._items[item_id]

    def find(self, item_id: str) -> Optional[T]:
        return self._items.get(item_id)

    def remove(self, item_id: str) -> T:
        item = self.get(item_id)
        del self._items[item_id]
        return item

    def ids(self) -> List[str]:
        """The ids, newest first."""
        return list(reversed(list(self._items)))

    def items(self) -> List[T]:
        """The objects, newest first."""
        return list(reversed(list(self._items.values())))

    def place(self, item_id: str) -> Optional[int]:
        return self._places.get(item_id)

    def __len__(self) -> int:
        return len(self._items)


def _limit(query: Mapping[str, str]) -> int:
    return int(query.get("limit") or _DEFAULT_LIMIT)


def id_page(
    collection: Collection[T],
    query: Mapping[str, str],
    show: Callable[[T], JsonObject],
    permissive: bool,
) -> JsonObject:
    """A page with `first_id`, `last_id` and `has_more`.

    `after_id` continues towards older objects, `before_id` back towards newer ones; both pages
    list the newest first. A permissive server starts at the newest when a cursor names nothing.
    """
    limit, ids = _limit(query), collection.ids()
    after, before = query.get("after_id"), query.get("before_id")
    if after and before and not permissive:
        raise invalid("after_id, before_id: only one of the two may be given")
    cursor = after or before
    place = collection.place(cursor) if cursor else None
    if cursor and place is None and not permissive:
        raise invalid(f"{'after_id' if after else 'before_id'}: no object has the id {cursor!r}")
    if place is not None and before:
        newer = [item for item in ids if _newer(collection, item, place)]
        chosen, more = newer[-limit:], len(newer) > limit
    else:
        older = ids if place is None else [item for item in ids if _older(collection, item, place)]
        chosen, more = older[:limit], len(older) > limit
    return {
        "data": [show(collection.get(item)) for item in chosen],
        "has_more": more,
        "first_id": chosen[0] if chosen else None,
        "last_id": chosen[-1] if chosen else None,
    }


def _newer(collection: Collection[T], item_id: str, place: int) -> bool:
    return (collection.place(item_id) or 0) > place


def _older(collection: Collection[T], item_id: str, place: int) -> bool:
    return (collection.place(item_id) or 0) < place


def _read_token(token: str, permissive: bool) -> Optional[int]:
    try:
        text = base64.urlsafe_b64decode(token[len("page_") :].encode("ascii")).decode("ascii")
        return int(text)
    except (ValueError, binascii.Error):
        if permissive:
            return None
        raise invalid("page: this is not a token that an earlier page gave as next_page") from None


def token_page(
    collection: Collection[T],
    query: Mapping[str, str],
    show: Callable[[T], JsonObject],
    permissive: bool,
    keep: Callable[[T], bool] = lambda item: True,
) -> JsonObject:
    """A page with `next_page`, a token for the following one (null on the last)."""
    limit, token = _limit(query), query.get("page")
    if limit < 1:
        raise invalid("limit: Input should be greater than or equal to 1")
    ids = [item for item in collection.ids() if keep(collection.get(item))]
    bound = _read_token(token, permissive) if token else None
    if bound is not None:
        ids = [item for item in ids if _older(collection, item, bound)]
    chosen, more = ids[:limit], len(ids) > limit
    following: Optional[str] = None
    if more:
        place = str(collection.place(chosen[-1])).encode("ascii")
        following = "page_" + base64.urlsafe_b64encode(place).decode("ascii")
    return {
        "data": [show(collection.get(item)) for item in chosen],
        "has_more": more,
        "next_page": following,
    }
