"""Lists that come in pages: a page knows its items and how to ask for the next one."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Dict,
    Generator,
    Generic,
    Iterator,
    List,
    Mapping,
    Optional,
    Type,
    TypeVar,
    Union,
    cast,
    overload,
)

import pydantic
from httpx import URL
from typing_extensions import Self, override

from ._constants import RAW_RESPONSE_HEADER
from ._models import FinalRequestOptions, GenericModel
from ._requests import copy_options
from ._types import Body, NotGiven, Query, not_given

if TYPE_CHECKING:
    from ._base_client import AsyncAPIClient, SyncAPIClient

_T = TypeVar("_T")
SyncPageT = TypeVar("SyncPageT", bound="BaseSyncPage[Any]")
AsyncPageT = TypeVar("AsyncPageT", bound="BaseAsyncPage[Any]")


class PageInfo:
    """What the request for another page changes: query params, the whole URL, or the JSON body."""

    url: Union[URL, NotGiven]
    params: Union[Query, NotGiven]
    json: Union[Body, NotGiven]

    @overload
    def __init__(self, *, url: URL) -> None: ...
    @overload
    def __init__(self, *, params: Query) -> None: ...
    @overload
    def __init__(self, *, json: Body) -> None: ...
    def __init__(
        self,
        *,
        url: Union[URL, NotGiven] = not_given,
        json: Union[Body, NotGiven] = not_given,
        params: Union[Query, NotGiven] = not_given,
    ) -> None:
        self.url = url
        self.json = json
        self.params = params

    @override
    def __repr__(self) -> str:
        for name in ("url", "json", "params"):
            value = getattr(self, name)
            if not isinstance(value, NotGiven):
                return f"{type(self).__name__}({name}={value})"
        return f"{type(self).__name__}()"


def next_page_options(options: FinalRequestOptions, info: PageInfo) -> FinalRequestOptions:
    """The options of the request for another page: the first one's with the changes made."""
    changed = copy_options(options)
    # The caller who wanted the raw first page goes on from a parsed one.
    if not isinstance(changed.headers, NotGiven):
        unwanted = RAW_RESPONSE_HEADER.lower()
        changed.headers = {
            name: value for name, value in changed.headers.items() if name.lower() != unwanted
        }
    if not isinstance(info.params, NotGiven):
        changed.params = {**changed.params, **info.params}
    elif not isinstance(info.url, NotGiven):
        changed.params = {**changed.params, **_single_params(info.url)}
        changed.url = str(info.url.copy_with(query=None))
    elif not isinstance(info.json, NotGiven):
        changed.json_data = _merged_json(changed.json_data, info.json)
    else:
        raise ValueError(f"The next page is not described: {info!r}")
    return changed


def page_options(
    client: Union[SyncAPIClient, AsyncAPIClient],
    model: Type[Any],
    options: FinalRequestOptions,
) -> FinalRequestOptions:
    """The options of the request for a page, which tell the page how to ask for the next one."""

    def attach(parsed: Any) -> Any:
        # The caller of a raw response may parse it as something else.
        if isinstance(parsed, BasePage):
            page = cast(Any, parsed)
            page._set_private_attributes(client=client, model=model, options=options)
        return cast(Any, parsed)

    asked = copy_options(options)
    asked.post_parser = attach
    return asked


def _single_params(url: URL) -> Dict[str, Any]:
    return {
        name: values[0] if len(values) == 1 else values
        for name, values in ((name, url.params.get_list(name)) for name in url.params)
    }


def _merged_json(data: Optional[Body], changes: Body) -> Body:
    if data is None:
        return changes
    if isinstance(data, Mapping) and isinstance(changes, Mapping):
        return {**cast("Mapping[str, object]", data), **cast("Mapping[str, object]", changes)}
    raise TypeError("The next page can only be asked for with JSON where both bodies are mappings")


class BasePage(GenericModel, Generic[_T]):
    """One page of a list.

    Subclasses define the fields, ``_get_page_items`` and ``next_page_info``.
    """

    _options: FinalRequestOptions = pydantic.PrivateAttr()
    _model: Type[_T] = pydantic.PrivateAttr()

    def has_next_page(self) -> bool:
        """Whether there is something behind this page; sends no request."""
        return bool(self._get_page_items()) and self.next_page_info() is not None

    def next_page_info(self) -> Optional[PageInfo]:
        """What to ask for to get the next page; ``None`` on the last one."""
        raise NotImplementedError

    def _get_page_items(self) -> List[_T]:
        raise NotImplementedError

    def _next_page_options(self) -> FinalRequestOptions:
        info = self.next_page_info()
        if info is None:
            raise RuntimeError(
                "No next page expected; please check `.has_next_page()` before calling "
                "`.get_next_page()`."
            )
        return next_page_options(self._options, info)


class BaseSyncPage(BasePage[_T], Generic[_T]):
    """One page of a list, from a synchronous client; iterating goes through all pages."""

    if TYPE_CHECKING:
        _client: SyncAPIClient
    else:
        # pydantic 1 evaluates annotations, and the client's class is not known yet.
        _client: Any = pydantic.PrivateAttr()

    def _set_private_attributes(
        self, client: SyncAPIClient, model: Type[_T], options: FinalRequestOptions
    ) -> None:
        self._client = client
        self._model = model
        self._options = options

    @override
    # A pydantic model iterates over its fields; a page is a list first.
    def __iter__(self) -> Iterator[_T]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        for page in self.iter_pages():
            yield from page._get_page_items()

    def iter_pages(self) -> Iterator[Self]:
        """This page and all that follow; each is requested when the iteration gets there."""
        page = self
        while True:
            yield page
            if not page.has_next_page():
                return
            page = page.get_next_page()

    def get_next_page(self) -> Self:
        """Request the page behind this one; raises ``RuntimeError`` if there is none."""
        options = self._next_page_options()
        return self._client._request_api_list(self._model, page=type(self), options=options)


class AsyncPaginator(Generic[_T, AsyncPageT]):
    """A list that has not been asked for yet: await it for a page, or iterate for the items."""

    def __init__(
        self,
        client: AsyncAPIClient,
        options: FinalRequestOptions,
        page_cls: Type[AsyncPageT],
        model: Type[_T],
    ) -> None:
        self._client = client
        self._options = options
        self._page_cls = page_cls
        self._model = model

    def __await__(self) -> Generator[Any, None, AsyncPageT]:
        return self._get_page().__await__()

    async def __aiter__(self) -> AsyncIterator[_T]:
        page = cast("BaseAsyncPage[_T]", await self._get_page())
        async for item in page:
            yield item

    async def _get_page(self) -> AsyncPageT:
        page = self._client._request_api_list(
            self._model, page=self._page_cls, options=self._options
        )
        return await page


class BaseAsyncPage(BasePage[_T], Generic[_T]):
    """One page of a list, from an asynchronous client; iterating goes through all pages."""

    if TYPE_CHECKING:
        _client: AsyncAPIClient
    else:
        # pydantic 1 evaluates annotations, and the client's class is not known yet.
        _client: Any = pydantic.PrivateAttr()

    def _set_private_attributes(
        self, model: Type[_T], client: AsyncAPIClient, options: FinalRequestOptions
    ) -> None:
        self._client = client
        self._model = model
        self._options = options

    async def __aiter__(self) -> AsyncIterator[_T]:
        async for page in self.iter_pages():
            for item in page._get_page_items():
                yield item

    async def iter_pages(self) -> AsyncIterator[Self]:
        """This page and all that follow; each is requested when the iteration gets there."""
        page = self
        while True:
            yield page
            if not page.has_next_page():
                return
            page = await page.get_next_page()

    async def get_next_page(self) -> Self:
        """Request the page behind this one; raises ``RuntimeError`` if there is none."""
        options = self._next_page_options()
        return await self._client._request_api_list(self._model, page=type(self), options=options)
