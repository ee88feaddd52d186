"""``anthropic.resources``, loaded when it is first used."""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from ._proxy import LazyProxy


class ResourcesProxy(LazyProxy[Any]):
    """Stands for the module ``anthropic.resources``."""

    @override
    def __load__(self) -> Any:
        import importlib

        return importlib.import_module("anthropic.resources")


resources = ResourcesProxy().__as_proxied__()
