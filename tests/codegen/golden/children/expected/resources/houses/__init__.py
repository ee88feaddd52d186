# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from .houses import AsyncHouses as AsyncHouses
    from .houses import AsyncHousesWithRawResponse as AsyncHousesWithRawResponse
    from .houses import AsyncHousesWithStreamingResponse as AsyncHousesWithStreamingResponse
    from .rooms import AsyncRooms as AsyncRooms
    from .rooms import AsyncRoomsWithRawResponse as AsyncRoomsWithRawResponse
    from .rooms import AsyncRoomsWithStreamingResponse as AsyncRoomsWithStreamingResponse
    from .houses import Houses as Houses
    from .houses import HousesWithRawResponse as HousesWithRawResponse
    from .houses import HousesWithStreamingResponse as HousesWithStreamingResponse
    from .houses import LARGEST as LARGEST
    from .rooms import Rooms as Rooms
    from .rooms import RoomsWithRawResponse as RoomsWithRawResponse
    from .rooms import RoomsWithStreamingResponse as RoomsWithStreamingResponse

__all__ = [
    "AsyncHouses",
    "AsyncHousesWithRawResponse",
    "AsyncHousesWithStreamingResponse",
    "AsyncRooms",
    "AsyncRoomsWithRawResponse",
    "AsyncRoomsWithStreamingResponse",
    "Houses",
    "HousesWithRawResponse",
    "HousesWithStreamingResponse",
    "LARGEST",
    "Rooms",
    "RoomsWithRawResponse",
    "RoomsWithStreamingResponse",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "AsyncHouses": ".houses",
        "AsyncHousesWithRawResponse": ".houses",
        "AsyncHousesWithStreamingResponse": ".houses",
        "AsyncRooms": ".rooms",
        "AsyncRoomsWithRawResponse": ".rooms",
        "AsyncRoomsWithStreamingResponse": ".rooms",
        "Houses": ".houses",
        "HousesWithRawResponse": ".houses",
        "HousesWithStreamingResponse": ".houses",
        "LARGEST": ".houses",
        "Rooms": ".rooms",
        "RoomsWithRawResponse": ".rooms",
        "RoomsWithStreamingResponse": ".rooms",
    },
)
