# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from .houses.houses import AsyncHouses as AsyncHouses
    from .houses.houses import AsyncHousesWithRawResponse as AsyncHousesWithRawResponse
    from .houses.houses import AsyncHousesWithStreamingResponse as AsyncHousesWithStreamingResponse
    from .houses.houses import Houses as Houses
    from .houses.houses import HousesWithRawResponse as HousesWithRawResponse
    from .houses.houses import HousesWithStreamingResponse as HousesWithStreamingResponse

__all__ = [
    "AsyncHouses",
    "AsyncHousesWithRawResponse",
    "AsyncHousesWithStreamingResponse",
    "Houses",
    "HousesWithRawResponse",
    "HousesWithStreamingResponse",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "AsyncHouses": ".houses.houses",
        "AsyncHousesWithRawResponse": ".houses.houses",
        "AsyncHousesWithStreamingResponse": ".houses.houses",
        "Houses": ".houses.houses",
        "HousesWithRawResponse": ".houses.houses",
        "HousesWithStreamingResponse": ".houses.houses",
    },
)
