# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from .animals import Animals as Animals
    from .animals import AnimalsWithRawResponse as AnimalsWithRawResponse
    from .animals import AnimalsWithStreamingResponse as AnimalsWithStreamingResponse
    from .animals import AsyncAnimals as AsyncAnimals
    from .animals import AsyncAnimalsWithRawResponse as AsyncAnimalsWithRawResponse
    from .animals import AsyncAnimalsWithStreamingResponse as AsyncAnimalsWithStreamingResponse

__all__ = [
    "Animals",
    "AnimalsWithRawResponse",
    "AnimalsWithStreamingResponse",
    "AsyncAnimals",
    "AsyncAnimalsWithRawResponse",
    "AsyncAnimalsWithStreamingResponse",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "Animals": ".animals",
        "AnimalsWithRawResponse": ".animals",
        "AnimalsWithStreamingResponse": ".animals",
        "AsyncAnimals": ".animals",
        "AsyncAnimalsWithRawResponse": ".animals",
        "AsyncAnimalsWithStreamingResponse": ".animals",
    },
)
