"""An object that stands for another one, which is loaded when it is first needed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Generic, Iterable, TypeVar, cast

T = TypeVar("T")


class LazyProxy(Generic[T], ABC):
    """Forwards attributes, ``dir``, ``repr``, ``str`` and ``isinstance`` to another object.

    Subclasses define ``__load__``, which returns that object; it runs each time, so an expensive
    one should cache.
    """

    def __getattr__(self, attr: str) -> object:
        proxied = self.__get_proxied__()
        if isinstance(proxied, LazyProxy):
            return cast(Any, proxied)
        return getattr(proxied, attr)

    def __repr__(self) -> str:
        proxied = self.__get_proxied__()
        if isinstance(proxied, LazyProxy):
            return type(cast(Any, proxied)).__name__
        return repr(proxied)

    def __str__(self) -> str:
        proxied = self.__get_proxied__()
        if isinstance(proxied, LazyProxy):
            return type(cast(Any, proxied)).__name__
        return str(proxied)

    def __dir__(self) -> Iterable[str]:
        proxied = self.__get_proxied__()
        if isinstance(proxied, LazyProxy):
            return []
        return dir(proxied)

    @property  # type: ignore[misc]  # a property is how `isinstance` sees through the proxy
    # ... which the checkers, who know `__class__` as an attribute, do not expect.
    def __class__(self) -> type:  # pyright: ignore[reportIncompatibleMethodOverride]
        try:
            proxied = self.__get_proxied__()
        except Exception:
            # `isinstance` must stay usable where the real object cannot be loaded.
            return type(self)
        return cast(type, proxied.__class__)

    def __get_proxied__(self) -> T:
        return self.__load__()

    def __as_proxied__(self) -> T:
        """The proxy itself, typed as what it stands for."""
        return cast(T, self)

    @abstractmethod
    def __load__(self) -> T:
        """Load what the proxy stands for."""
