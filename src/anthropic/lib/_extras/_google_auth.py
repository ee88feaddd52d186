"""`google.auth`, which the `vertex` extra brings."""

from __future__ import annotations

from types import ModuleType

from typing_extensions import override

from ..._utils._proxy import LazyProxy
from ._common import MissingDependencyError, missing


class _GoogleAuth(LazyProxy[ModuleType]):
    @override
    def __load__(self) -> ModuleType:
        try:
            import google.auth
        except ModuleNotFoundError as error:
            raise MissingDependencyError(missing("google.auth", "vertex")) from error
        return google.auth


# The module itself, to whoever uses it.
google_auth: ModuleType = _GoogleAuth().__as_proxied__()
