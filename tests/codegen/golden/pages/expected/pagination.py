# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Generic, List, Optional, TypeVar

from typing_extensions import override

from ._base_client import BaseAsyncPage, BasePage, BaseSyncPage, PageInfo

__all__ = [
    "SyncPage",
    "AsyncPage",
]

_T = TypeVar("_T")


class SyncPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    """One page of a list; iterating it goes on through the pages that follow, asked for with `before_id` or `after_id`."""

    data: List[_T]
    has_more: Optional[bool] = None
    first_id: Optional[str] = None
    last_id: Optional[str] = None

    @override
    def _get_page_items(self) -> List[_T]:
        # Answers are built without validation: a server may send null.
        return self.data or []  # pyright: ignore[reportUnnecessaryComparison]

    @override
    def has_next_page(self) -> bool:
        if self.has_more is False:
            return False
        return super().has_next_page()

    @override
    def next_page_info(self) -> Optional[PageInfo]:
        if self._options.params.get("before_id"):
            return PageInfo(params={"before_id": self.first_id}) if self.first_id else None
        return PageInfo(params={"after_id": self.last_id}) if self.last_id else None


class AsyncPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    """One page of a list; iterating it goes on through the pages that follow, asked for with `before_id` or `after_id`."""

    data: List[_T]
    has_more: Optional[bool] = None
    first_id: Optional[str] = None
    last_id: Optional[str] = None

    @override
    def _get_page_items(self) -> List[_T]:
        # Answers are built without validation: a server may send null.
        return self.data or []  # pyright: ignore[reportUnnecessaryComparison]

    @override
    def has_next_page(self) -> bool:
        if self.has_more is False:
            return False
        return super().has_next_page()

    @override
    def next_page_info(self) -> Optional[PageInfo]:
        if self._options.params.get("before_id"):
            return PageInfo(params={"before_id": self.first_id}) if self.first_id else None
        return PageInfo(params={"after_id": self.last_id}) if self.last_id else None
