# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from ._lazy import lazy_names
from ._utils._logs import setup_logging as _setup_logging

if TYPE_CHECKING:
    from . import types as types
    from ._client import AsyncZoo as AsyncZoo
    from ._client import Zoo as Zoo

__all__ = [
    "types",
    "AsyncZoo",
    "Zoo",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "AsyncZoo": "._client",
        "Zoo": "._client",
    },
    modules=["types"],
    adopt=True,
)

_setup_logging()
